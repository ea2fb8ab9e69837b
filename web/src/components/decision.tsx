import type { Decision } from '../../../client-wasm/contract.ts';
import { useWords } from '../words/context.tsx';

/** What the group itself decided, and why where it differs. */
export function DecisionWords({ decision }: { readonly decision: Decision }) {
  const { list, say } = useWords();
  const { approach, name, shared, why } = decision;
  const parts = list(shared.map((part) => say(`result.decision.part.${part}`)));
  return (
    <>
      <p class="lead">{say(`level.${approach}.name`)}</p>
      <p>{shared.length > 0 ? say('result.decision.shared', { parts }) : say('result.decision.shared.none')}</p>
      {name === undefined ? null : <p>{say('result.decision.name', { name })}</p>}
      {why === undefined ? null : <p>{say('result.decision.why', { why })}</p>}
    </>
  );
}

export function DecisionCard({ decision }: { readonly decision: Decision }) {
  const { say } = useWords();
  return (
    <section class="card card-warm decision" aria-labelledby="decision-title">
      <h2 id="decision-title">{say('result.decision.title')}</h2>
      <DecisionWords decision={decision} />
    </section>
  );
}
