import { Bars, Picture } from '../../components/picture.tsx';
import { RoundStrips, roundsOf } from '../../components/strip.tsx';
import { earlierCounts } from '../../state/model/earlier.ts';
import type { FactorResult, View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';

/** The answers that everybody sees: of the newest round shown, and of the one before beside it. */
export function ShownAnswers({ view, result }: { readonly view: View; readonly result: FactorResult }) {
  const { say } = useWords();
  const { id } = result;
  const [shown, before] = roundsOf(view, result);
  if (!shown) return null;
  const scale = Math.max(shown.parts?.all ?? 0, before?.parts?.all ?? 0);
  return (
    <>
      <RoundStrips view={view} factor={result} />
      <details>
        <summary>{say('result.all_nine')}</summary>
        <div class="desk-rounds">
          {before ? (
            <section>
              <h4>{say('count.round', { n: before.round })}</h4>
              <Bars factor={id} counts={earlierCounts(view, id) ?? []} all={scale} />
            </section>
          ) : null}
          <section>
            {before ? <h4>{say('count.round', { n: shown.round })}</h4> : null}
            <Picture view={view} result={result} />
          </section>
        </div>
      </details>
    </>
  );
}
