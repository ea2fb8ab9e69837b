import type { ReadonlySignal } from '@preact/signals';
import { useMemo, useState } from 'preact/hooks';

import { isAgreed, reachOf } from '../../advice/standing.ts';
import { statusOf } from '../../advice/status.ts';
import { Listed, SpokenLines, SpokenMark } from '../../components/spoken.tsx';
import type { Engine } from '../../engine/engine.ts';
import { engineFailed } from '../../engine/live_result.ts';
import { movable, publishedIf, supposing, type Supposed } from '../../state/desk/what_if.ts';
import { middleOf, peoplesMiddle } from '../../state/model/picture.ts';
import { answerFrom, RATINGS } from '../../state/model/scale.ts';
import type { Result, View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';
import { PartTitle } from './parts.tsx';

interface WhatIfProps {
  readonly view: View;
  readonly result: Result | undefined;
  readonly engine: ReadonlySignal<Engine | undefined>;
}

interface OutcomeProps {
  readonly title: string;
  readonly view: View;
  readonly result: Result;
  readonly class: string;
}

/** The status, and the level that is agreed or that the middle answers alone would make, side by side with another
 *  one's. */
function Outcome({ title, view, result, class: name }: OutcomeProps) {
  const words = useWords();
  const { kind, largest, below } = statusOf(result, view, words);
  // Where groups do not agree, what all together come to is said below already.
  const middle = kind === 'groups' || isAgreed(result) ? undefined : reachOf(result, words);
  return (
    <div class={`card what-if-outcome ${name}`}>
      <h3>{title}</h3>
      <p class="what-if-level">
        <SpokenMark kind={kind} /> {largest.text}
      </p>
      {largest.list ? <Listed list={largest.list} /> : null}
      <SpokenLines lines={below} />
      {middle === undefined ? null : <p class="soft">{middle}</p>}
    </div>
  );
}

interface AnswersProps {
  readonly view: View;
  readonly result: Result;
  readonly supposed: Supposed;
  readonly onSuppose: (next: Supposed) => void;
}

/** Each question with what its middle answer is, and another one to try. */
function Answers({ view, result, supposed, onSuppose }: AnswersProps) {
  const { answer, lang, question, say } = useWords();
  const known = movable(result);
  const middle = (factor: string): string => {
    const found = result.factors.find(({ id }) => id === factor);
    const m2 = found && peoplesMiddle(found);
    if (m2 === undefined) return '';
    const [low, high] = middleOf(m2);
    const lowest = answer(factor, low);
    return high === undefined ? lowest : say('desk.what_if.between', { low: lowest, high: answer(factor, high) });
  };
  return (
    <div class="what-if">
      {view.setup.order.filter((factor) => known.includes(factor)).map((factor) => (
        <div key={factor} class={`what-if-row${supposed[factor] === undefined ? '' : ' is-moved'}`}>
          <label for={`what-if-${factor}`} lang={lang} dir="auto">{question(factor)}</label>
          <select
            id={`what-if-${factor}`}
            class="input select"
            value={supposed[factor] ?? ''}
            onChange={(event) => {
              const value = answerFrom(event.currentTarget.value);
              onSuppose(supposing(supposed, factor, typeof value === 'number' ? value : undefined));
            }}
          >
            <option value="">{say('desk.what_if.as_answered', { answer: middle(factor) })}</option>
            {RATINGS.map((rating) => (
              <option key={rating} value={rating}>
                {say('answer.name', { label: answer(factor, rating), n: rating })}
              </option>
            ))}
          </select>
          {supposed[factor] === undefined ? null : (
            <p class="hint small">{say('desk.what_if.as_answered', { answer: middle(factor) })}</p>
          )}
        </div>
      ))}
    </div>
  );
}

/** Other answers, and the advice and status that would follow beside those of now: computed here, sent nowhere. */
export function WhatIf({ view, result, engine }: WhatIfProps) {
  const { say } = useWords();
  const [supposed, setSupposed] = useState<Supposed>({});
  const { published } = view;
  const moved = Object.keys(supposed).length > 0;
  const tried = useMemo(
    () => (moved && published ? engine.value?.evaluate(publishedIf(published, supposed)) : undefined),
    [engine.value, published, supposed],
  );
  return (
    <section aria-labelledby="what_if-title">
      <PartTitle part="what_if" />
      <p>{say('desk.what_if.text')}</p>
      {result ? (
        <>
          <div role="status" class="what-if-result">
            <Outcome title={say('desk.what_if.now')} view={view} result={result} class="" />
            {tried ? <Outcome title={say('desk.what_if.tried')} view={view} result={tried} class="card-warm" /> : null}
          </div>
          <Answers view={view} result={result} supposed={supposed} onSuppose={setSupposed} />
          <button type="button" class="button button-quiet button-small" aria-disabled={!moved} onClick={() => setSupposed({})}>
            {say('desk.what_if.reset')}
          </button>
        </>
      ) : (
        <p>{say(engineFailed.value ? 'result.no_engine' : 'desk.advice.none')}</p>
      )}
    </section>
  );
}
