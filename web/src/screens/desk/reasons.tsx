import type { Client } from '../../client/runner.ts';
import { reasonsFor, shownRound } from '../../state/desk/rounds.ts';
import type { Question, View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';

interface ReasonsProps {
  readonly client: Client;
  readonly view: View;
  readonly id: string;
  readonly question: Question;
}

/** The reasons people gave, without authors: each can be shown to everybody or kept from them. */
export function ReasonQueue({ client, view, id, question }: ReasonsProps) {
  const { say } = useWords();
  const reasons = reasonsFor(view, id);
  const left = view.reasons_left?.[id] ?? 0;
  if (reasons.length === 0 && left === 0) return null;
  const round = shownRound(question);
  const hidden = reasons.filter((reason) => reason.hidden).length;
  return (
    <details class="desk-reasons" id={`reasons-${id}`} tabIndex={-1} open={hidden > 0 && view.setup.pace === 'over_days'}>
      <summary>
        {say('desk.reasons', { n: reasons.length })}
        {hidden > 0 ? <> · {say('desk.reasons.hidden', { n: hidden })}</> : null}
      </summary>
      <ul class="desk-list">
        {reasons.map((reason) => (
          <li key={reason.id}>
            <span class={reason.hidden ? 'soft' : undefined}>
              {reason.hidden ? <span class="tag">{say('desk.reason.hidden')}</span> : null} {reason.text}
            </span>
            {view.phase === 'ended' ? null : (
              <button
                type="button"
                class="button button-quiet button-small"
                aria-label={say(reason.hidden ? 'desk.reason.show' : 'desk.reason.hide', { text: reason.text })}
                onClick={() =>
                  client.command({ kind: 'show_reason', factor: id, round, reason: reason.id, shown: reason.hidden ?? false })
                }
              >
                {say(reason.hidden ? 'ui.show' : 'ui.hide')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {left > 0 ? <p class="hint">{say('result.reasons.left', { n: left })}</p> : null}
    </details>
  );
}
