import { useState } from 'preact/hooks';

import type { Invite } from '../../api/workshops.ts';
import type { Client } from '../../client/runner.ts';
import { ConfirmPanel } from '../../components/confirm.tsx';
import { deskAction, type DeskAction } from '../../state/desk/action.ts';
import { needingTime } from '../../state/desk/presence.ts';
import { hiddenReasons } from '../../state/desk/rounds.ts';
import type { Result, View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';
import { currentLanguage, type Say } from '../../words/say.ts';
import { ClosingForm } from './closing.tsx';
import { endQuestion } from './end.tsx';
import { MovesRow } from './moves.tsx';
import { actionLabel, consequence, stateSentences } from './next_words.ts';
import type { Go } from './parts.tsx';
import { Reminder } from './reminder.tsx';
import { Talk } from './talk.tsx';

export interface NextStepProps {
  readonly client: Client;
  readonly view: View;
  readonly result: Result | undefined;
  /** The address people type; nothing while the server has not said it. */
  readonly invite: Invite | undefined;
  readonly onSave: () => void;
  readonly onGo: Go;
}

/** What is asked before it is done: it leaves people out, or cannot be undone. */
function confirmText(action: DeskAction, view: View, say: Say): string | undefined {
  if (action.kind === 'end') return endQuestion(view, say);
  if (action.kind !== 'reveal' || !action.confirm) return undefined;
  return say('desk.confirm.reveal', { answered: action.answered, joined: action.joined });
}

function perform(action: DeskAction, { client, onSave, onGo }: NextStepProps): void {
  switch (action.kind) {
    case 'open':
    case 'reveal':
      return client.command({ kind: action.kind, questions: action.questions });
    case 'talk':
      return client.command({ kind: 'open', questions: action.discuss?.slice(0, 1) ?? [] });
    case 'resume':
      return client.command({ kind: 'pause', paused: false });
    case 'show_advice':
      return client.command({ kind: 'focus' });
    case 'decide':
      return onGo('decision');
    case 'end':
      return client.command({ kind: 'end' });
    case 'save':
      return onSave();
    case 'remind':
    case 'leave_to_facilitator':
      return undefined;
  }
}

const COMMANDS = { open: 'open', reveal: 'reveal', talk: 'open', resume: 'pause', show_advice: 'focus', end: 'end' } as const;

function commandOf(action: DeskAction) {
  return action.kind in COMMANDS ? COMMANDS[action.kind as keyof typeof COMMANDS] : undefined;
}

/** Names this very action: a question asked about another one is not meant for it. */
function identity(action: DeskAction): string {
  const questions = action.kind === 'reveal' ? action.questions : [];
  return [action.kind, ...questions.map(({ factor, round }) => `${factor}/${round}`)].join(' ');
}

interface ActionButtonProps extends NextStepProps {
  readonly action: DeskAction;
  readonly quiet?: boolean;
}

/** The button, and in its place the question whether it is meant. */
function ActionButton(props: ActionButtonProps) {
  const { action, client, view, quiet } = props;
  const { say } = useWords();
  const [asking, setAsking] = useState<string | undefined>(undefined);
  const label = actionLabel(action, view, say, currentLanguage());
  const ask = confirmText(action, view, say);
  const command = commandOf(action);
  const busy = command !== undefined && client.model.value.working[command] === true;
  const act = () => {
    setAsking(undefined);
    perform(action, props);
  };
  const press = (event: MouseEvent) => {
    // The second click of a double click would already press what comes next.
    if (busy || event.detail > 1) return;
    if (ask === undefined) act();
    else setAsking(identity(action));
  };
  if (ask !== undefined && asking === identity(action)) {
    return (
      <ConfirmPanel
        title={say('desk.confirm.title')}
        text={ask}
        yes={label}
        alert={action.kind === 'end'}
        onYes={act}
        onNo={() => setAsking(undefined)}
      />
    );
  }
  return (
    <button type="button" class={`button ${quiet ? 'button-quiet' : 'button-wide'}`} aria-disabled={busy} onClick={press}>
      {label}
    </button>
  );
}

/** Over days a closing time comes before opening. */
function BeforeOpening({ action, client, view }: { action: DeskAction; client: Client; view: View }) {
  const firstTime = action.kind === 'open' && view.published === undefined;
  if (!firstTime || view.setup.pace !== 'over_days') return null;
  return <ClosingForm client={client} view={view} id="next-closing" />;
}

/** What is worth knowing while this goes on, with the way to it. */
function Asides({ view, onGo }: { readonly view: View; readonly onGo: Go }) {
  const { say } = useWords();
  const slow = needingTime(view);
  const { hidden, first } = hiddenReasons(view);
  const held = view.setup.pace === 'over_days' && view.phase !== 'ended' && first !== undefined;
  return (
    <>
      <p role="status" class="status desk-slow">
        {slow > 0 ? say('desk.people.needs_time', { n: slow }) : null}
      </p>
      {held ? (
        <p class="desk-held">
          {say('desk.reasons.held', { n: hidden })}{' '}
          <button type="button" class="link-button" onClick={() => onGo('questions', `reasons-${first}`)}>
            {say('desk.reasons.read')}
          </button>
        </p>
      ) : null}
    </>
  );
}

/** The one thing to do next and what it will do. */
export function NextStep(props: NextStepProps) {
  const { client, view, result, invite, onGo } = props;
  const { say } = useWords();
  const { role } = client.model.value;
  const action = deskAction(view, { result, role });
  const then = consequence(action, view, say);
  return (
    <section class="card next-step" aria-labelledby="next-title">
      <h2 id="next-title">{say('desk.next')}</h2>
      {stateSentences(view, action, say, currentLanguage()).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Asides view={view} onGo={onGo} />
      <BeforeOpening action={action} client={client} view={view} />
      {action.kind === 'talk' && action.discuss ? (
        <Talk client={client} view={view} discuss={action.discuss}>
          <ActionButton {...props} action={action} />
        </Talk>
      ) : action.kind === 'remind' ? (
        <>
          <Reminder view={view} invite={invite} counts={action.reveal} />
          <ActionButton {...props} action={action.reveal} quiet />
        </>
      ) : action.kind === 'talk' || action.kind === 'leave_to_facilitator' ? null : (
        <ActionButton {...props} action={action} />
      )}
      {action.kind === 'leave_to_facilitator' ? <p>{say('desk.left_to_facilitator')}</p> : null}
      {then === undefined ? null : <p class="hint">{then}</p>}
      <MovesRow client={client} view={view} action={action} onGo={onGo} />
    </section>
  );
}
