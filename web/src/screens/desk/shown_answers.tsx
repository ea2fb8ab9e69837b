import { Bars, Picture, Strip } from '../../components/picture.tsx';
import { previousCounts, shownRound } from '../../state/desk/rounds.ts';
import type { FactorResult, Question, View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';

interface ShownProps {
  readonly view: View;
  readonly question: Question;
  readonly result: FactorResult;
}

/** The answers that everybody sees: of the newest round shown, and of the one before beside it. */
export function ShownAnswers({ view, question, result }: ShownProps) {
  const { say } = useWords();
  const { id, counts } = result;
  const round = shownRound(question);
  if (!counts || round === 0) return null;
  const before = round > 1 ? previousCounts(view, id) : undefined;
  return (
    <>
      {round > 1 || question.state !== 'revealed' ? <p class="desk-round-name">{say('count.round', { n: round })}</p> : null}
      <Strip factor={id} counts={counts} />
      {before ? (
        <>
          <p class="desk-round-name">{say('count.round', { n: round - 1 })}</p>
          <Strip factor={id} counts={before} />
        </>
      ) : null}
      <details>
        <summary>{say('result.all_nine')}</summary>
        <div class="desk-rounds">
          {before ? (
            <section>
              <h4>{say('count.round', { n: round - 1 })}</h4>
              <Bars factor={id} counts={before} />
            </section>
          ) : null}
          <section>
            {before ? <h4>{say('count.round', { n: round })}</h4> : null}
            <Picture result={result} k={view.setup.min_group} />
          </section>
        </div>
      </details>
    </>
  );
}
