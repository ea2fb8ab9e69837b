import { LEVELS, rungState } from '../advice/heading.ts';
import type { Result } from '../state/model/types.ts';
import { useWords } from '../words/context.tsx';

/** The five kinds of advice, the one that is advised standing out. */
export function Ladder({ result }: { readonly result: Result }) {
  const { say } = useWords();
  return (
    <ol class="ladder" reversed start={4}>
      {LEVELS.map((level) => {
        const state = rungState(level, result);
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
            {state === 'chosen' ? <span class="rung-note">{say('level.best_fit')}</span> : null}
            {state === 'possible' ? <span class="rung-note">{say('ladder.possible')}</span> : null}
            {state === 'out' ? <span class="rung-note">{say('ladder.ruled_out')}</span> : null}
          </li>
        );
      })}
    </ol>
  );
}
