import type { Client } from '../../client/runner.ts';
import { useSteady } from '../../components/steady.ts';
import { engineFailed } from '../../engine/live_result.ts';
import { deskAction, untilOf, type Desk, type DeskAction } from '../../state/desk/action.ts';
import { commandsOf, commandsOfMove, isOpening } from '../../state/desk/commands.ts';
import { movesOf } from '../../state/desk/moves.ts';
import { hiddenReasons } from '../../state/desk/rounds.ts';
import type { View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';
import { currentLanguage } from '../../words/say.ts';
import { Beside } from './beside.tsx';
import { ClosingForm, timeNow } from './closing.tsx';
import { consequence, stateSentence, tooFewSentence, tooFewToOpen } from './next_words.ts';
import type { Go } from './parts.tsx';
import { ActionButton, CopyStep, identity } from './primary.tsx';
import type { NextStepProps, StepProps } from './step.ts';

/** The one big button, or what there is instead. */
function Primary({ action, ...props }: StepProps) {
  const { say } = useWords();
  switch (action.kind) {
    case 'open_wall':
      return (
        <a
          class="button button-wide"
          href={props.wall}
          target="_blank"
          rel="noopener"
          onClick={(event) => {
            if (!props.steady.takes()) event.preventDefault();
          }}
        >
          {say('desk.open_wall')}
        </a>
      );
    case 'remind':
    case 'invite':
      return <CopyStep {...props} action={action} />;
    case 'left_to_facilitator':
      return <p>{say(props.view.phase === 'ended' ? 'desk.left_to_facilitator.save' : 'desk.left_to_facilitator')}</p>;
    case 'await_advice':
      return null;
    default:
      return <ActionButton {...props} action={action} />;
  }
}

/** The question that is talked about or asked again, in its own words. */
function TopicWords({ action }: { readonly action: DeskAction }) {
  const { lang, question } = useWords();
  if (action.kind !== 'show' && action.kind !== 'ask_again') return null;
  return (
    <p class="next-question clamped" lang={lang} dir="auto" title={question(action.topic.factor)}>
      {question(action.topic.factor)}
    </p>
  );
}

interface BeforeOpeningProps {
  readonly client: Client;
  readonly view: View;
  readonly now_ms: number;
  /** To open is the next step, and not only possible beside it. */
  readonly next: boolean;
}

/** Over days a closing time comes before opening: asked for until there is one to come. */
function BeforeOpening({ client, view, now_ms, next }: BeforeOpeningProps) {
  const { say } = useWords();
  if (view.setup.pace !== 'over_days') return null;
  const isSet = typeof untilOf(view, now_ms) === 'number';
  return (
    <details class="next-closing" open={next && !isSet}>
      <summary>{say('new.field.closing.label')}</summary>
      <ClosingForm client={client} view={view} id="next-closing" />
    </details>
  );
}

/** Reasons that wait for the desk, with the way to them. */
function Held({ view, onGo }: { readonly view: View; readonly onGo: Go }) {
  const { say } = useWords();
  const { hidden, first } = hiddenReasons(view);
  if (view.setup.pace !== 'over_days' || view.phase === 'ended' || first === undefined) return null;
  return (
    <p class="desk-held">
      {say('desk.reasons.held', { n: hidden })}{' '}
      <button type="button" class="link-button" onClick={() => onGo('questions', `reasons-${first}`)}>
        {say('desk.reasons.read')}
      </button>
    </p>
  );
}

/** The one thing to do next and what it will do. What may be long comes after the button. */
export function NextStep(props: NextStepProps) {
  const { client, view, result, wall, onGo, onCheck } = props;
  const { say } = useWords();
  const { role, here } = client.model.value;
  const now_ms = timeNow(client);
  const desk: Desk = { result, role, here, now_ms, engineFailed: engineFailed.value, wall: wall !== undefined };
  const action = deskAction(view, desk);
  const steady = useSteady(identity(action));
  const moves = movesOf(view, action, desk);
  const next = isOpening(commandsOf(action)) || (action.kind === 'invite' && !action.more);
  const opening = next || moves.some((move) => isOpening(commandsOfMove(move)));
  const opens = moves.some(({ kind }) => kind === 'open' || kind === 'ask_all' || kind === 'again');
  // Where more are to be invited, the button has said how many are missing.
  const few = action.kind === 'invite' && action.more ? undefined : tooFewToOpen(view, say);
  const hints = [tooFewSentence(action, view, say), consequence(action, view, say)].filter((hint) => hint !== undefined);
  return (
    <section class="card next-step" aria-labelledby="next-title">
      {/* It may take the focus, and must move nothing when it does. */}
      <h2 id="next-title" class="next-title">
        <span class="hidden-visually">{say('desk.next')}</span>
      </h2>
      <p class="next-state">{stateSentence(action, view, say, currentLanguage())}</p>
      <Primary {...props} action={action} steady={steady} now_ms={now_ms} />
      <TopicWords action={action} />
      {hints.map((hint) => (
        <p key={hint} class="hint">
          {hint}
        </p>
      ))}
      <Beside client={client} view={view} result={result} moves={moves} now_ms={now_ms} onGo={onGo} onCheck={onCheck} />
      {opens && few !== undefined ? <p class="hint">{few}</p> : null}
      {opening ? <BeforeOpening client={client} view={view} now_ms={now_ms} next={next} /> : null}
      <Held view={view} onGo={onGo} />
    </section>
  );
}
