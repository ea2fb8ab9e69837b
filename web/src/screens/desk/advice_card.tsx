import { AdviceBody, AdviceHead } from '../../components/advice.tsx';
import { engineFailed } from '../../engine/live_result.ts';
import type { Result } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';

/** The advice as everybody sees it. */
export function AdviceCard({ result, voting }: { readonly result: Result | undefined; readonly voting: boolean }) {
  const { say } = useWords();
  // "The advice so far" is the heading itself then.
  const soFar = result?.status === 'incomplete';
  return (
    <section class="card desk-advice" aria-labelledby="advice-title">
      <p class={`eyebrow${soFar ? ' hidden-visually' : ''}`} id="advice-title">
        {say(result && result.level !== null ? 'result.title' : 'result.so_far')}
      </p>
      {result ? (
        <>
          <AdviceHead result={result} heading={(text) => <h2>{text}</h2>} />
          <AdviceBody result={result} voting={voting} />
        </>
      ) : (
        <p role="status">{say(engineFailed.value ? 'result.no_engine' : 'desk.advice.none')}</p>
      )}
    </section>
  );
}
