import { useState } from 'preact/hooks';

import type { Shared } from '../../../../client-wasm/contract.ts';
import { stepFor } from '../../advice/brief.ts';
import { LEVELS } from '../../advice/heading.ts';
import type { Client } from '../../client/runner.ts';
import { ConfirmPanel } from '../../components/confirm.tsx';
import { Choices, FieldError, TextField } from '../../components/field.tsx';
import {
  asksWhere,
  decisionOf,
  differs,
  missingIn,
  needsWhy,
  rebadging,
  SHAREABLE,
  tasksOf,
  withShared,
  type Choice,
  type DecisionDraft,
  type Missing,
} from '../../state/desk/decision.ts';
import type { Result } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';

/** The server's bounds are in bytes; so many letters fit in any of our languages. */
const MOST_LINE = 200;
const MOST_TEXT = 1500;

interface FormProps {
  readonly draft: DecisionDraft;
  readonly result: Result | undefined;
  readonly onDraft: (draft: DecisionDraft) => void;
  /** What is wrong with this field; nothing before it was tried to record. */
  readonly errorOf: (field: Missing) => string | undefined;
}

const FIELDS: { readonly [field in Missing]: string } = {
  choice: 'decision-choice',
  one: 'decision-one',
  other: 'decision-other',
  shared: 'decision-shared',
  why: 'decision-why',
};

function What({ draft, onDraft, errorOf }: FormProps) {
  const { say } = useWords();
  return (
    <Choices
      name={FIELDS.choice}
      legend={say('desk.decision.what')}
      error={errorOf('choice')}
      value={draft.choice === undefined ? undefined : String(draft.choice)}
      options={[
        ...LEVELS.map((level) => ({ value: String(level), label: say(`level.${level}.name`) })),
        { value: 'not_agreed', label: say('desk.decision.not_agreed') },
      ]}
      onValue={(value) => onDraft({ ...draft, choice: (value === 'not_agreed' ? value : Number(value)) as Choice })}
    />
  );
}

/** Both views in words, and what happens now. */
function Views({ draft, onDraft, errorOf }: FormProps) {
  const { say } = useWords();
  if (draft.choice !== 'not_agreed') return null;
  const field = (name: 'one' | 'other' | 'next', error?: string) => (
    <TextField
      key={name}
      id={`decision-${name}`}
      label={say(`desk.decision.view.${name}`)}
      error={error}
      value={draft[name]}
      maxLength={MOST_TEXT}
      long
      onValue={(value) => onDraft({ ...draft, [name]: value })}
    />
  );
  return (
    <>
      {field('one', errorOf('one'))}
      {field('other', errorOf('other'))}
      {field('next')}
    </>
  );
}

function Where({ draft, onDraft, errorOf }: FormProps) {
  const { say } = useWords();
  if (!asksWhere(draft)) return null;
  const error = errorOf('shared');
  const tick = (id: string | undefined, label: string, checked: boolean, change: (checked: boolean) => DecisionDraft) => (
    <label class="tick" key={label}>
      <input id={id} type="checkbox" checked={checked} onChange={(event) => onDraft(change(event.currentTarget.checked))} />
      {label}
    </label>
  );
  return (
    <fieldset class={`field${error === undefined ? '' : ' has-error'}`} aria-describedby={error === undefined ? undefined : `${FIELDS.shared}-error`}>
      <legend class="field-label">{say('desk.decision.where')}</legend>
      <FieldError id={FIELDS.shared} error={error} />
      {SHAREABLE.map((part: Shared, index) =>
        tick(index === 0 ? FIELDS.shared : undefined, say(`desk.decision.shared.${part}`), draft.shared.includes(part), (checked) => ({
          ...draft,
          shared: withShared(draft.shared, part, checked),
          nowhere: draft.nowhere && !checked,
        })),
      )}
      {tick(undefined, say('desk.decision.shared.nowhere'), draft.nowhere, (nowhere) => ({
        ...draft,
        nowhere,
        shared: nowhere ? [] : draft.shared,
      }))}
    </fieldset>
  );
}

/** Who sees to each thing that has to be done first, and by when. */
function Tasks({ draft, result, onDraft }: FormProps) {
  const words = useWords();
  const { say } = words;
  return (
    <>
      {tasksOf(draft, result).map((factor) => {
        const { who = '', by = '' } = draft.tasks[factor] ?? {};
        const given = (more: { readonly who?: string; readonly by?: string }) =>
          onDraft({ ...draft, tasks: { ...draft.tasks, [factor]: { who, by, ...more } } });
        return (
          <fieldset key={factor} class="decision-task">
            <legend class="field-label">{say('desk.decision.task', { do: stepFor(factor, words) })}</legend>
            <TextField
              id={`task-who-${factor}`}
              label={say('desk.decision.task.who')}
              hint={say('desk.decision.task.who.hint')}
              value={who}
              maxLength={MOST_LINE}
              onValue={(value) => given({ who: value })}
            />
            <TextField
              id={`task-by-${factor}`}
              label={say('desk.decision.task.by')}
              type="date"
              class="input-time"
              value={by}
              onValue={(value) => given({ by: value })}
            />
          </fieldset>
        );
      })}
    </>
  );
}

interface DecisionFormProps extends Omit<FormProps, 'errorOf'> {
  readonly client: Client;
  readonly onDone: () => void;
}

/** The group's own decision. Nothing is preselected, and nothing that arrives meanwhile takes away what was written. */
export function DecisionForm({ client, draft, result, onDraft, onDone }: DecisionFormProps) {
  const { say } = useWords();
  const [asking, setAsking] = useState(false);
  const [tried, setTried] = useState(false);
  const missing = missingIn(draft, result);
  const warning = rebadging(draft, result);
  const errorOf = (field: Missing) => (tried && missing.includes(field) ? say(`desk.decision.error.${field}`) : undefined);
  const form: FormProps = { draft, result, onDraft, errorOf };
  const record = () => {
    const decision = decisionOf(draft, result);
    if (!decision) return;
    client.command({ kind: 'decide', ...decision });
    onDone();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const first = missing[0];
    setTried(first !== undefined);
    if (first !== undefined) document.getElementById(FIELDS[first])?.focus();
    else if (warning) setAsking(true);
    else record();
  };
  return (
    <form class="desk-decision" onSubmit={submit} noValidate>
      <What {...form} />
      <Views {...form} />
      <Where {...form} />
      <TextField
        id="decision-name"
        label={say('desk.decision.name')}
        hint={say('desk.decision.name.hint')}
        value={draft.name}
        maxLength={MOST_LINE}
        onValue={(name) => onDraft({ ...draft, name })}
      />
      <Tasks {...form} />
      <TextField
        id="decision-review"
        label={say('desk.decision.review')}
        type="date"
        class="input-time"
        value={draft.review}
        onValue={(review) => onDraft({ ...draft, review })}
      />
      {draft.choice !== undefined && needsWhy(draft, result) ? (
        <TextField
          id={FIELDS.why}
          label={say(differs(draft, result) ? 'desk.decision.why' : 'desk.decision.why.name')}
          error={errorOf('why')}
          value={draft.why}
          maxLength={MOST_TEXT}
          long
          onValue={(why) => onDraft({ ...draft, why })}
        />
      ) : null}
      {asking && warning ? (
        <ConfirmPanel
          title={say('flag.rebadging.title')}
          text={say(`desk.decision.name_check.${warning}`)}
          yes={say('desk.decision.go_on')}
          onYes={record}
          onNo={() => setAsking(false)}
        />
      ) : (
        <button type="submit" class="button">
          {say('desk.decision.save')}
        </button>
      )}
    </form>
  );
}
