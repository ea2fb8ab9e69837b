import { useState } from 'preact/hooks';

import type { Level, Shared } from '../../../../client-wasm/contract.ts';
import { LEVELS } from '../../advice/heading.ts';
import type { Client } from '../../client/runner.ts';
import { ConfirmPanel } from '../../components/confirm.tsx';
import { DecisionWords } from '../../components/decision.tsx';
import { TextField } from '../../components/field.tsx';
import {
  decisionDraft,
  decisionOf,
  differs,
  needsWhy,
  rebadging,
  SHAREABLE,
  withShared,
  type DecisionDraft,
} from '../../state/desk/decision.ts';
import type { Result, View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';
import { PartTitle } from './parts.tsx';

interface DecisionProps {
  readonly client: Client;
  readonly view: View;
  readonly result: Result | undefined;
}

/** The server's bounds are in bytes; so many letters fit in any of our languages. */
const MOST_NAME = 200;
const MOST_WHY = 1500;

interface FormProps {
  readonly draft: DecisionDraft;
  readonly result: Result | undefined;
  readonly onDraft: (draft: DecisionDraft) => void;
}

function Approach({ draft, result, onDraft }: FormProps) {
  const { say } = useWords();
  return (
    <fieldset>
      <legend class="field-label">{say('desk.decision.approach')}</legend>
      {LEVELS.map((level: Level) => (
        <label key={level} class={`choice${draft.approach === level ? ' is-chosen' : ''}`}>
          <input
            type="radio"
            name="approach"
            value={level}
            checked={draft.approach === level}
            onChange={() => onDraft({ ...draft, approach: level })}
          />
          <span>
            {say(`level.${level}.name`)}
            {result?.level === level ? <span class="choice-hint">{say('level.best_fit')}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function SharedParts({ draft, onDraft }: FormProps) {
  const { say } = useWords();
  return (
    <fieldset>
      <legend class="field-label">{say('desk.decision.shared')}</legend>
      {SHAREABLE.map((part: Shared) => (
        <label key={part} class="tick">
          <input
            type="checkbox"
            checked={draft.shared.includes(part)}
            onChange={(event) => onDraft({ ...draft, shared: withShared(draft.shared, part, event.currentTarget.checked) })}
          />
          {say(`desk.decision.shared.${part}`)}
        </label>
      ))}
    </fieldset>
  );
}

interface EditorProps extends DecisionProps {
  readonly onDone: () => void;
}

function DecisionForm({ client, view, result, onDone }: EditorProps) {
  const { say } = useWords();
  const [draft, setDraft] = useState(() => decisionDraft(view.decision, result));
  const [asking, setAsking] = useState(false);
  const warning = rebadging(draft, result);
  const decision = decisionOf(draft, result);
  const record = () => {
    if (!decision) return;
    client.command({ kind: 'decide', ...decision });
    onDone();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (warning) setAsking(true);
    else record();
  };
  return (
    <form class="desk-decision" onSubmit={submit}>
      <Approach draft={draft} result={result} onDraft={setDraft} />
      <SharedParts draft={draft} result={result} onDraft={setDraft} />
      <TextField
        id="decision-name"
        label={say('desk.decision.name')}
        hint={say('desk.decision.name.hint')}
        value={draft.name}
        maxLength={MOST_NAME}
        onValue={(name) => setDraft({ ...draft, name })}
      />
      {needsWhy(draft, result) ? (
        <TextField
          id="decision-why"
          label={say(differs(draft, result) ? 'desk.decision.why' : 'desk.decision.why.name')}
          value={draft.why}
          maxLength={MOST_WHY}
          long
          onValue={(why) => setDraft({ ...draft, why })}
        />
      ) : null}
      {asking && warning ? (
        <ConfirmPanel
          title={say('flag.rebadging.title')}
          text={say(warning === 'not_advised' ? 'flag.rebadging.text' : 'flag.rebadging.text.not_shared')}
          yes={say('desk.decision.go_on')}
          onYes={record}
          onNo={() => setAsking(false)}
        />
      ) : (
        <button type="submit" class="button" aria-disabled={!decision}>
          {say('desk.decision.save')}
        </button>
      )}
    </form>
  );
}

/** What the group itself decided, which need not be what was advised. */
export function Decision(props: DecisionProps) {
  const { say } = useWords();
  const [editing, setEditing] = useState(false);
  const { decision, phase } = props.view;
  const open = phase !== 'ended' && (editing || !decision);
  return (
    <section aria-labelledby="decision-title">
      <PartTitle part="decision" />
      {decision && !open ? (
        <div class="card card-warm">
          <DecisionWords decision={decision} />
          {decision.warned ? <p class="hint">{say('desk.decision.warned')}</p> : null}
        </div>
      ) : null}
      {!decision && phase === 'ended' ? <p>{say('desk.decision.never')}</p> : null}
      {open ? <DecisionForm {...props} onDone={() => setEditing(false)} /> : null}
      {decision && !open && phase !== 'ended' ? (
        <button type="button" class="button button-quiet button-small" onClick={() => setEditing(true)}>
          {say('desk.decision.change')}
        </button>
      ) : null}
    </section>
  );
}
