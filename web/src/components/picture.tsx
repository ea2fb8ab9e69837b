import { Fragment } from 'preact';

import { agreementOf, barsOf, middleOf, peoplesMiddle, shortDecimal } from '../state/model/picture.ts';
import { partsOf } from '../state/model/parts.ts';
import { joinedAt, roundShown } from '../state/model/rounds.ts';
import type { Answer, FactorResult, View } from '../state/model/types.ts';
import { useWords } from '../words/context.tsx';
import type { Words } from '../words/words.ts';
import { GroupStrips } from './strip.tsx';

interface BarsProps {
  readonly factor: string;
  readonly counts: readonly number[];
  /** How many people a whole bar would be. */
  readonly all: number;
  /** This phone's own answer. */
  readonly own?: Answer | undefined;
  /** Names the answers in this language, too. */
  readonly other?: Words;
}

/** Nine bars with words and numbers. */
export function Bars({ factor, counts, all, own, other }: BarsProps) {
  const { answer, say } = useWords();
  return (
    <ul class="picture-rows">
      {barsOf(counts, all).map(({ rating, zone, count, share }) => {
        const label = answer(factor, rating);
        return (
          <Fragment key={rating}>
            {rating === 6 || rating === 3 ? <li class="picture-gap" aria-hidden="true" /> : null}
            <li class={`picture-row zone-${zone}${own === rating ? ' is-own' : ''}`}>
              <span class="hidden-visually">{say('measure.bar', { label, n: count })}</span>
              <span class="picture-words">
                <span aria-hidden="true">
                  {label} <span class="picture-digit">{rating}</span>
                  {other ? <span class="in-other" lang={other.lang}>{other.answer(factor, rating)}</span> : null}
                </span>
                {own === rating ? <span class="tag tag-you">{say('answer.yours')}</span> : null}
              </span>
              <span class="picture-track" aria-hidden="true">
                <span class="picture-bar" style={{ '--share': share }} />
              </span>
              <span class="picture-count" aria-hidden="true">
                {count}
              </span>
            </li>
          </Fragment>
        );
      })}
    </ul>
  );
}

const AGREEMENTS = {
  pull_apart: 'measure.disagreement',
  spread: 'measure.spread',
  most: 'measure.most',
  everyone: 'measure.everyone',
} as const;

function middleWords(result: FactorResult, { answer, say }: Words): readonly string[] {
  const middle = peoplesMiddle(result);
  if (middle === undefined) return [];
  const [low, high] = middleOf(middle);
  const label = answer(result.id, low);
  return [
    high === undefined
      ? say('measure.median', { label })
      : say('measure.median.between', { low: label, high: answer(result.id, high) }),
  ];
}

/** How far people agree and the middle answer, in plain words. Where answers pull apart nobody stands in the
 *  middle: that comes first. */
export function measuresOf(result: FactorResult, words: Words): readonly string[] {
  const { say } = words;
  const agreement = agreementOf(result);
  const agreed = agreement === undefined ? [] : [say(AGREEMENTS[agreement])];
  const middle = middleWords(result, words);
  return [
    ...(agreement === 'pull_apart' ? [...agreed, ...middle] : [...middle, ...agreed]),
    ...(result.unknown ? [say(`unknown.${result.unknown}`)] : []),
    ...(result.stability ? [say(result.stability.stable ? 'measure.stable' : 'measure.moved')] : []),
    ...(result.indicative ? [say('measure.indicative')] : []),
  ];
}

export function Measures({ result }: { readonly result: FactorResult }) {
  const words = useWords();
  return (
    <ul class="measures">
      {measuresOf(result, words).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** The statistics behind the plain words, for those who ask. */
function HowWorkedOut({ result }: { readonly result: FactorResult }) {
  const { say } = useWords();
  const middle = peoplesMiddle(result);
  const gap = result.measures?.mean_gap;
  if (middle === undefined) return null;
  return (
    <details>
      <summary>{say('measure.how')}</summary>
      <p>{say('measure.how.median', { m: middle / 2 })}</p>
      {result.di ? <p>{say(result.disagreement ? 'measure.how.disagreement' : 'measure.how.no_disagreement')}</p> : null}
      {gap ? <p>{say('measure.mean_gap', { gap: shortDecimal(gap, 1) })}</p> : null}
    </details>
  );
}

interface PictureProps {
  readonly view: View;
  readonly result: FactorResult;
  readonly own?: Answer | undefined;
}

/** One question's picture of answers, as far as it may be shown. */
export function Picture({ view, result, own }: PictureProps) {
  const { answer, say } = useWords();
  const k = view.setup.min_group;
  const parts = partsOf(result, joinedAt(view, result.id, roundShown(view, result.id)));
  if (!result.counts || !parts) return <p>{say('measure.hidden', { k })}</p>;
  const pooled = (result.cells ?? []).some(({ groups }) => groups.length > 1);
  return (
    <div class="picture">
      <Bars factor={result.id} counts={result.counts} all={parts.all} own={own} />
      {own === 'dk' || own === 'na' ? <p>{say('answer.yours.is', { label: answer(result.id, own) })}</p> : null}
      <Measures result={result} />
      <HowWorkedOut result={result} />
      <GroupStrips result={result}>
        {pooled ? <p class="small">{say('measure.group_hidden', { k })}</p> : null}
      </GroupStrips>
    </div>
  );
}
