import { isVoting } from '../../advice/change.ts';
import { AdviceBody, AdviceHead, headTitle } from '../../components/advice.tsx';
import { engineFailed } from '../../engine/live_result.ts';
import type { Result, View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';

/** The advice as everybody sees it. */
export function AdviceCard({ view, result }: { readonly view: View; readonly result: Result | undefined }) {
  const { say } = useWords();
  return (
    <section class="card desk-advice" aria-labelledby="advice-title">
      <p class="eyebrow" id="advice-title">
        {say(headTitle(view, result))}
      </p>
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
