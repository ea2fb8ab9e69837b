import { LEVELS, rungState, type RungState } from '../advice/heading.ts';
import type { MessageKey } from '../generated/keys.ts';
import type { Result } from '../state/model/types.ts';
import { useWords } from '../words/context.tsx';

const NOTES = {
  chosen: 'result.title',
  possible: 'ladder.possible',
  highest: 'ladder.highest',
  lowest: 'ladder.lowest',
  out: 'ladder.ruled_out',
  plain: undefined,
} as const satisfies { readonly [state in RungState]: MessageKey | undefined };

/** The five kinds of advice, the one that is agreed standing out. */
export function Ladder({ result }: { readonly result: Result }) {
  const { say } = useWords();
  return (
    <ol class="ladder" reversed start={4}>
      {LEVELS.map((level) => {
        const state = rungState(level, result);
        const note = NOTES[state];
        return (
          <li
            key={level}
            class={`rung rung-${state}`}
            style={{ '--level': level }}
            {...(state === 'chosen' ? { 'aria-current': 'true' as const } : {})}
          >
            <span class="rung-digit" aria-hidden="true">
              {level}
            </span>
            <span class="rung-name">{say(`level.${level}.name`)}</span>
            {note === undefined ? null : <span class="rung-note">{say(note)}</span>}
          </li>
        );
      })}
    </ol>
  );
}
