import type { Shared } from '../../../../client-wasm/contract.ts';
import { stepFor } from '../../advice/brief.ts';
import { LEVELS } from '../../advice/heading.ts';
import { Choices, FieldError, TextField } from '../../components/field.tsx';
import { asksWhere, SHAREABLE, tasksOf, withShared, type Choice, type DecisionDraft, type Missing } from '../../state/desk/decision.ts';
import type { TooLong } from '../../state/desk/decision_bounds.ts';
import type { Result } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';

export type Field = Missing | Exclude<TooLong['field'], 'all'>;

export interface FormProps {
  readonly draft: DecisionDraft;
  readonly result: Result | undefined;
  readonly onDraft: (draft: DecisionDraft) => void;
  /** What is wrong with this field, of a task with this factor's; nothing before it was tried to record. */
  readonly errorOf: (field: Field, factor?: string) => string | undefined;
}

/** The ids of the form's fields. */
export const FIELDS: { readonly [field in Exclude<Field, 'who'>]: string } = {
  choice: 'decision-choice',
  one: 'decision-one',
  other: 'decision-other',
  next: 'decision-next',
  shared: 'decision-shared',
  name: 'decision-name',
  why: 'decision-why',
};

export const whoField = (factor: string): string => `task-who-${factor}`;

export function What({ draft, onDraft, errorOf }: FormProps) {
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
export function Views({ draft, onDraft, errorOf }: FormProps) {
  const { say } = useWords();
  if (draft.choice !== 'not_agreed') return null;
  const field = (name: 'one' | 'other' | 'next') => (
    <TextField
      key={name}
      id={FIELDS[name]}
      label={say(`desk.decision.view.${name}`)}
      error={errorOf(name)}
      value={draft[name]}
      long
      onValue={(value) => onDraft({ ...draft, [name]: value })}
    />
  );
  return (
    <>
      {field('one')}
      {field('other')}
      {field('next')}
    </>
  );
}

export function Where({ draft, onDraft, errorOf }: FormProps) {
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
export function Tasks({ draft, result, onDraft, errorOf }: FormProps) {
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
              id={whoField(factor)}
              label={say('desk.decision.task.who')}
              hint={say('desk.decision.task.who.hint')}
              error={errorOf('who', factor)}
              value={who}
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
