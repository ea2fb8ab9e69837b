import { useEffect, useState } from 'preact/hooks';

import type { Client } from '../../client/runner.ts';
import { ConfirmPanel } from '../../components/confirm.tsx';
import { useSteady, type Steady } from '../../components/steady.ts';
import { commandsOfMove, opensWithoutEnd } from '../../state/desk/commands.ts';
import { leaveCopy } from '../../state/desk/copy.ts';
import type { AgainstKeeping } from '../../state/desk/decision.ts';
import type { Move } from '../../state/desk/moves.ts';
import { minuteMore, serverTime } from '../../state/model/timer.ts';
import type { Result, View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';
import { currentLanguage } from '../../words/say.ts';
import { moveLabel } from './move_words.ts';
import { revealQuestion } from './next_words.ts';
import type { Go } from './parts.tsx';

interface BesideProps {
  readonly client: Client;
  readonly view: View;
  readonly result: Result | undefined;
  readonly moves: readonly Move[];
  /** The server's clock. */
  readonly now_ms: number;
  readonly onGo: Go;
  /** Opens the decision's form with what stands against keeping it. */
  readonly onCheck: (against: AgainstKeeping) => void;
}

interface StepProps extends Omit<BesideProps, 'moves'> {
  readonly move: Move;
  readonly label: string;
  readonly steady: Steady;
}

/** What is done at this desk alone, or needs its clock. */
function actHere(move: Move, { client, view, onGo, onCheck }: Omit<StepProps, 'move' | 'label' | 'steady'>): void {
  if (move.kind === 'decide' || move.kind === 'change_decision') onGo('decision');
  if (move.kind === 'keep_decision' && move.against) onCheck(move.against);
  if (move.kind === 'add_fact') onGo('questions', `more-${move.factor}`);
  if (move.kind !== 'minute_more') return;
  const now_ms = serverTime(client.model.value.clock, performance.now());
  const ends_ms = view.timer && 'ends_ms' in view.timer ? view.timer.ends_ms : undefined;
  if (now_ms !== undefined) client.command({ kind: 'timer', ends_ms: minuteMore(ends_ms, now_ms) });
}

/** One of the smaller steps; closing early asks first, and so does opening what nothing would close. */
function Step(props: StepProps) {
  const { client, view, move, label, now_ms, steady } = props;
  const { say } = useWords();
  const [asking, setAsking] = useState(false);
  const commands = commandsOfMove(move);
  const endless = opensWithoutEnd(commands, view, now_ms);
  useEffect(() => setAsking(false), [endless]);
  const act = () => {
    setAsking(false);
    commands.forEach((command) => client.command(command));
    actHere(move, props);
  };
  const press = () => {
    if (!steady.takes()) return;
    if (endless || (move.kind === 'close_early' && move.reveal.leaves > 0)) setAsking(true);
    else act();
  };
  if (asking && (endless || move.kind === 'close_early')) {
    return (
      <ConfirmPanel
        title={say('desk.confirm.title')}
        text={move.kind === 'close_early' ? revealQuestion(move.reveal, view, say) : say('desk.confirm.no_end')}
        yes={endless ? say('desk.open_without_end') : label}
        onYes={act}
        onNo={() => setAsking(false)}
      />
    );
  }
  if (move.kind === 'copy_open') {
    return (
      <a class="button button-quiet button-small" href="/new" target="_blank" rel="opener" onClick={() => leaveCopy({ ...view.setup, open: true })}>
        {label}
      </a>
    );
  }
  return (
    <button type="button" class="button button-quiet button-small" aria-disabled={steady.waits} onClick={press}>
      {label}
    </button>
  );
}

/** Names what the step does, whatever its numbers are. */
function identity(move: Move): string {
  const of = 'factor' in move ? move.factor : 'topic' in move ? move.topic.factor : 'question' in move ? move.question.factor : '';
  return `${move.kind} ${of}`;
}

/** The smaller steps beside the next one: none is where another was a moment ago. */
export function Beside({ moves, ...props }: BesideProps) {
  const { say } = useWords();
  const names = moves.map(identity);
  const steady = useSteady(names.join());
  if (moves.length === 0) return null;
  return (
    <div class="row desk-moves">
      {moves.map((move, at) => (
        <Step key={names[at]} {...props} move={move} label={moveLabel(move, props.view, say, currentLanguage())} steady={steady} />
      ))}
    </div>
  );
}
