import type { Client } from '../../client/runner.ts';
import type { DeskAction } from '../../state/desk/action.ts';
import { movesOf } from '../../state/desk/moves.ts';
import type { View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';
import { positionOf } from './next_words.ts';
import type { Go } from './parts.tsx';

interface MovesProps {
  readonly client: Client;
  readonly view: View;
  readonly action: DeskAction;
  readonly onGo: Go;
}

/** Nothing is left to open, so that the wall has the advice to show. */
function allShown(view: View): boolean {
  return view.setup.order.every((factor) => view.questions?.[factor]?.state === 'revealed');
}

/** The smaller steps beside the next one: back, skip, ask again. */
export function MovesRow({ client, view, action, onGo }: MovesProps) {
  const { say } = useWords();
  const { again, back, decide, forward, skip } = movesOf(view, action);
  const buttons = [
    ...(back === undefined
      ? []
      : [{ label: say('desk.back', { n: positionOf(view, back) }), press: () => client.command({ kind: 'focus', factor: back }) }]),
    ...(forward === undefined
      ? []
      : [{ label: allShown(view) ? say('desk.show_advice') : say('desk.forward', { n: positionOf(view, forward) }), press: () => client.command({ kind: 'focus' }) }]),
    ...(again
      ? [
          {
            label: say('desk.new_round', { n: positionOf(view, again.factor), round: again.round }),
            press: () => client.command({ kind: 'open', questions: [{ factor: again.factor, round: again.round }] }),
          },
        ]
      : []),
    ...(skip === undefined
      ? []
      : [
          {
            label: say('desk.skip', { n: positionOf(view, skip) }),
            press: () => client.command({ kind: 'skip', factor: skip, skipped: true }),
          },
        ]),
    ...(decide ? [{ label: say('desk.decide.now'), press: () => onGo('decision') }] : []),
  ];
  if (buttons.length === 0) return null;
  return (
    <>
      <div class="row desk-moves">
        {buttons.map(({ label, press }) => (
          <button key={label} type="button" class="button button-quiet button-small" onClick={press}>
            {label}
          </button>
        ))}
      </div>
      {again?.enough ? <p class="hint">{say('desk.stop_advice')}</p> : null}
    </>
  );
}
