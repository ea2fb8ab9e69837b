import { useState } from 'preact/hooks';

import { stepFor } from '../../advice/brief.ts';
import type { Client } from '../../client/runner.ts';
import { ConfirmPanel } from '../../components/confirm.tsx';
import { DecisionWords } from '../../components/decision.tsx';
import { ErrorSummary } from '../../components/error_summary.tsx';
import { TextField } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { engineFailed } from '../../engine/live_result.ts';
import { decisionOf, differs, missingIn, needsWhy, rebadging } from '../../state/desk/decision.ts';
import { tooLongIn, type TooLong } from '../../state/desk/decision_bounds.ts';
import { changedMeanwhile, isUnrecorded, type Written } from '../../state/desk/decision_kept.ts';
import type { Result, View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';
import { FIELDS, Tasks, Views, What, Where, whoField, type FormProps } from './decision_fields.tsx';

interface DecisionFormProps {
  readonly client: Client;
  readonly view: View;
  readonly written: Written;
  readonly result: Result | undefined;
  /** Nothing: what was written is thrown away. */
  readonly onWritten: (written: Written | undefined) => void;
}

/** What is too long, in a sentence that names its field as the form does. */
function useTooLong(differing: boolean): (long: TooLong) => string {
  const words = useWords();
  const { say } = words;
  const labelOf = ({ field, factor = '' }: TooLong): string => {
    switch (field) {
      case 'one':
      case 'other':
      case 'next':
        return say(`desk.decision.view.${field}`);
      case 'name':
        return say('desk.decision.name');
      case 'who':
        return `${say('desk.decision.task', { do: stepFor(factor, words) })} ${say('desk.decision.task.who')}`;
      default:
        return say(differing ? 'desk.decision.why' : 'desk.decision.why.name');
    }
  };
  return (long) =>
    long.field === 'all'
      ? say('desk.decision.too_long.all', { n: long.over })
      : say('desk.decision.too_long', { field: labelOf(long), n: long.over });
}

const fieldOf = ({ field, factor = '' }: TooLong): string =>
  field === 'who' ? whoField(factor) : field === 'all' ? 'decision-save' : FIELDS[field];

/** Another desk has recorded something else since this was begun. */
function Changed({ view }: { readonly view: View }) {
  const { say } = useWords();
  if (!view.decision) return null;
  return (
    <div class="card card-warm">
      <p>{say('desk.decision.changed')}</p>
      <DecisionWords decision={view.decision} />
    </div>
  );
}

/** The group's own decision. Nothing is preselected, and nothing that arrives meanwhile takes away what was written. */
export function DecisionForm({ client, view, written, result, onWritten }: DecisionFormProps) {
  const { say } = useWords();
  const [asking, setAsking] = useState<'record' | 'leave' | undefined>(undefined);
  const [submitted, setTried] = useState(false);
  const [problems, setProblems] = useState<readonly { readonly field: string; readonly text: string }[]>([]);
  const { draft, checked = false } = written;
  const tried = submitted || checked;
  const missing = missingIn(draft, result);
  const warning = rebadging(draft, result);
  const decision = decisionOf(draft, result);
  const tooLong = useTooLong(differs(draft, result));
  const long = tried && decision ? tooLongIn(decision) : [];
  // Without the advice nobody can tell whether the decision and the name go with it.
  const awaits = view.published !== undefined && result === undefined;
  const changed = changedMeanwhile(written, view.decision);
  const busy = client.model.value.working.decide === true;
  const onDraft = (next: Written['draft']) => {
    setAsking(undefined);
    onWritten({ draft: next, from: written.from, ...(checked ? { checked } : {}) });
  };
  const errorOf: FormProps['errorOf'] = (field, factor) => {
    const found = long.find((each) => each.field === field && each.factor === factor);
    if (found) return tooLong(found);
    if (checked && field === 'name' && warning) return say(`desk.decision.name_check.${warning}`);
    return tried && missing.some((each) => each === field) ? say(`desk.decision.error.${field as (typeof missing)[number]}`) : undefined;
  };
  const form: FormProps = { draft, result, onDraft, errorOf };
  const record = () => {
    setAsking(undefined);
    if (!decision || awaits || busy) return;
    onWritten({ ...written, sent: decision });
    client.command({ kind: 'decide', ...decision });
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (awaits || busy) return;
    const first = missing[0];
    const over = decision ? tooLongIn(decision) : [];
    setTried(first !== undefined || over.length > 0);
    setProblems(over.map((each) => ({ field: fieldOf(each), text: tooLong(each) })));
    if (first !== undefined) document.getElementById(FIELDS[first])?.focus();
    else if (over.length > 0) return;
    else if (warning || changed) setAsking('record');
    else record();
  };
  return (
    <form class="desk-decision" onSubmit={submit} noValidate>
      <ErrorSummary title={say('error.summary')} problems={problems} />
      {changed ? <Changed view={view} /> : null}
      <What {...form} />
      <Views {...form} />
      <Where {...form} />
      <TextField
        id={FIELDS.name}
        label={say('desk.decision.name')}
        hint={say('desk.decision.name.hint')}
        error={errorOf('name')}
        value={draft.name}
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
          long
          onValue={(why) => onDraft({ ...draft, why })}
        />
      ) : null}
      {awaits ? <Notice tone="wait">{say(engineFailed.value ? 'desk.decision.awaits.failed' : 'desk.decision.awaits')}</Notice> : null}
      {asking === 'record' && (warning || changed) ? (
        <ConfirmPanel
          title={say(changed ? 'desk.confirm.title' : 'flag.rebadging.title')}
          text={[changed ? say('desk.decision.changed.ask') : '', warning ? say(`desk.decision.name_check.${warning}`) : ''].join(' ').trim()}
          yes={say(changed ? 'desk.decision.over' : 'desk.decision.go_on')}
          onYes={record}
          onNo={() => setAsking(undefined)}
        />
      ) : (
        <button id="decision-save" type="submit" class="button" aria-disabled={awaits || busy}>
          {say('desk.decision.save')}
        </button>
      )}
      {view.decision ? (
        <Leave
          view={view}
          written={written}
          asking={asking === 'leave'}
          onAsk={(ask) => setAsking(ask ? 'leave' : undefined)}
          onLeave={() => onWritten(undefined)}
        />
      ) : null}
    </form>
  );
}

interface LeaveProps {
  readonly view: View;
  readonly written: Written;
  readonly asking: boolean;
  readonly onAsk: (ask: boolean) => void;
  readonly onLeave: () => void;
}

/** Back to what is recorded; asked about where something would be thrown away. */
function Leave({ view, written, asking, onAsk, onLeave }: LeaveProps) {
  const { say } = useWords();
  if (asking) {
    return (
      <ConfirmPanel
        title={say('desk.confirm.title')}
        text={say('desk.decision.leave.text')}
        yes={say('desk.decision.leave')}
        onYes={onLeave}
        onNo={() => onAsk(false)}
      />
    );
  }
  return (
    <button
      type="button"
      class="button button-quiet"
      onClick={() => (isUnrecorded(written, view.decision) ? onAsk(true) : onLeave())}
    >
      {say('desk.decision.leave')}
    </button>
  );
}
