import type { Decision } from '../../../../client-wasm/contract.ts';
import { DecisionDetails } from '../../components/decision.tsx';
import { shortened } from '../../state/wall/decision.ts';
import { useWords } from '../../words/context.tsx';
import { Both } from './both.tsx';

/** What goes with the decision, as far as the wall has room; where it has not, that is said. */
export function WallDecision({ decision }: { readonly decision: Decision }) {
  const { say } = useWords();
  const shown = shortened(decision);
  return (
    <section class="decision" aria-label={say('result.decision.title')}>
      <DecisionDetails decision={shown} />
      {shown === decision ? null : <Both class="wall-hint" of={(words) => words.say('wall.decision.rest')} />}
    </section>
  );
}
