import { isVoting } from '../../advice/change.ts';
import { isAgreed } from '../../advice/standing.ts';
import { AdviceBody, AdviceHead } from '../../components/advice.tsx';
import { engineFailed } from '../../engine/live_result.ts';
import type { Result, View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';

/** The advice as everybody sees it. */
export function AdviceCard({ view, result }: { readonly view: View; readonly result: Result | undefined }) {
  const { say } = useWords();
  const name = say(result && isAgreed(result) ? 'result.title' : 'result.so_far');
  return (
    <section class="card desk-advice" aria-label={name}>
      <p class="eyebrow">{view.decision ? say('result.decision.title') : name}</p>
      {result ? (
        <>
          <AdviceHead result={result} view={view} heading={(text) => <h2>{text}</h2>} />
          <AdviceBody result={result} voting={isVoting(view)} />
        </>
      ) : (
        <p role="status">{say(engineFailed.value ? 'result.no_engine' : 'desk.advice.none')}</p>
      )}
    </section>
  );
}
