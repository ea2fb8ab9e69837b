import type { Decision } from '../../../client-wasm/contract.ts';
import { stepFor } from '../advice/brief.ts';
import { decidedLine } from '../advice/spoken.ts';
import { spokenDay } from '../state/model/day.ts';
import { useWords } from '../words/context.tsx';
import { currentLanguage } from '../words/say.ts';

/** The lowest approach in which power can be shared at all. */
const SHARING = 2;

/** Who sees to each condition, and by when. */
function Tasks({ tasks }: { readonly tasks: NonNullable<Decision['tasks']> }) {
  const words = useWords();
  const { say } = words;
  return (
    <ul class="decision-tasks">
      {tasks.map(({ factor, who, by }) => {
        const task = { task: stepFor(factor, words), who: who ?? say('result.decision.nobody') };
        return (
          <li key={factor}>
            {by === undefined
              ? say('result.decision.task', task)
              : say('result.decision.task.by', { ...task, day: spokenDay(by, currentLanguage()) })}
          </li>
        );
      })}
    </ul>
  );
}

/** What goes with the decision: where power is shared, the name, who does what, and why it differs. */
export function DecisionDetails({ decision }: { readonly decision: Decision }) {
  const { list, say } = useWords();
  const { approach, views, name, review, shared, tasks, why } = decision;
  const parts = list(shared.map((part) => say(`result.decision.part.${part}`)));
  const shares = approach !== undefined && approach >= SHARING;
  return (
    <>
      {views ? (
        <>
          <p>{say('result.decision.one', { view: views.one })}</p>
          <p>{say('result.decision.other', { view: views.other })}</p>
          {views.next === undefined ? null : <p>{say('result.decision.next', { next: views.next })}</p>}
        </>
      ) : null}
      {shares ? <p>{shared.length > 0 ? say('result.decision.shared', { parts }) : say('result.decision.shared.none')}</p> : null}
      {name === undefined ? null : <p>{say('result.decision.name', { name })}</p>}
      {tasks && tasks.length > 0 ? <Tasks tasks={tasks} /> : null}
      {review === undefined ? null : <p>{say('result.decision.review', { day: spokenDay(review, currentLanguage()) })}</p>}
      {why === undefined ? null : <p>{say('result.decision.why', { why })}</p>}
    </>
  );
}

/** What the group itself decided, and why where it differs. */
export function DecisionWords({ decision }: { readonly decision: Decision }) {
  const words = useWords();
  return (
    <>
      <p class="lead">{decidedLine(decision, words)}</p>
      <DecisionDetails decision={decision} />
    </>
  );
}

/** `told`: what was decided has been said in the largest words. */
export function DecisionCard({ decision, told }: { readonly decision: Decision; readonly told?: true }) {
  const { say } = useWords();
  return (
    <section class="card card-warm decision" aria-labelledby="decision-title">
      <h2 id="decision-title">{say('result.decision.title')}</h2>
      {told ? <DecisionDetails decision={decision} /> : <DecisionWords decision={decision} />}
    </section>
  );
}
