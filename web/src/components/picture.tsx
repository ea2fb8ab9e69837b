import { Fragment } from 'preact';

import { agreementOf, barsOf, middleOf, peoplesMiddle, shortDecimal, zonesOf } from '../state/model/picture.ts';
import type { Answer, FactorResult } from '../state/model/types.ts';
import { useWords } from '../words/context.tsx';

/** Nine bars with words and numbers; `own` marks this phone's own answer. */
export function Bars({ factor, counts, own }: { factor: string; counts: readonly number[]; own?: Answer | undefined }) {
  const { answer, say } = useWords();
  return (
    <ul class="picture-rows">
      {barsOf(counts).map(({ rating, zone, count, share }) => {
        const label = answer(factor, rating);
        return (
          <Fragment key={rating}>
            {rating === 6 || rating === 3 ? <li class="picture-gap" aria-hidden="true" /> : null}
            <li class={`picture-row zone-${zone}${own === rating ? ' is-own' : ''}`}>
              <span class="hidden-visually">{say('measure.bar', { label, n: count })}</span>
              <span class="picture-words">
                <span aria-hidden="true">
                  {label} <span class="picture-digit">{rating}</span>
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

/** The three zones as one strip, with their words and numbers under it. */
export function Strip({ factor, counts }: { readonly factor: string; readonly counts: readonly number[] }) {
  const { band } = useWords();
  const zones = zonesOf(counts);
  return (
    <div>
      <div class="strip" aria-hidden="true">
        {zones.map(({ zone, count }) =>
          count > 0 ? (
            <span key={zone} class={`strip-part zone-${zone}`} style={{ '--count': count }}>
              {count}
            </span>
          ) : null,
        )}
      </div>
      <p class="strip-words">
        {zones.map(({ zone, count }) => (
          <span key={zone}>
            {band(factor, zone)} <strong class="number">{count}</strong>
          </span>
        ))}
      </p>
    </div>
  );
}

/** The middle answer and how far people agree, in words with the statistic named. */
export function Measures({ result }: { readonly result: FactorResult }) {
  const { answer, say } = useWords();
  const middle = peoplesMiddle(result);
  const agreement = agreementOf(result);
  const lines: string[] = [];
  if (middle !== undefined) {
    const m = middle / 2;
    const [low, high] = middleOf(middle);
    lines.push(
      high === undefined
        ? say('measure.median', { label: answer(result.id, low), m })
        : say('measure.median.between', { low: answer(result.id, low), high: answer(result.id, high), m }),
    );
  }
  if (agreement === 'pull_apart') lines.push(say('measure.disagreement'));
  else if (agreement !== undefined) lines.push(say('measure.no_disagreement'));
  const gap = result.measures?.mean_gap;
  if (gap) lines.push(say('measure.mean_gap', { gap: shortDecimal(gap, 1) }));
  if (result.unknown) lines.push(say(`unknown.${result.unknown}`));
  if (result.stability) lines.push(say(result.stability.stable ? 'measure.stable' : 'measure.moved'));
  if (result.indicative) lines.push(say('measure.indicative'));
  if (result.dk) lines.push(say('measure.dk', { n: result.dk }));
  if (result.na) lines.push(say('measure.na', { n: result.na }));
  return (
    <ul class="measures">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** The groups side by side, as far as they may be shown; nothing where they are one. */
function Groups({ result, k }: { readonly result: FactorResult; readonly k: number }) {
  const words = useWords();
  const { group, list, say } = words;
  const cells = result.cells ?? [];
  if (cells.length < 2) return null;
  const nameOf = (groups: readonly string[]) => list(groups.map(group));
  const apart = (result.deltas ?? []).filter(({ divergence }) => divergence);
  return (
    <section class="picture-groups">
      {cells.map(({ groups, counts }) => (
        <div key={groups.join()}>
          <h3>{nameOf(groups)}</h3>
          <Strip factor={result.id} counts={counts} />
        </div>
      ))}
      <ul class="measures">
        {apart.map(({ a, b }) => (
          <li key={`${a} ${b}`}>
            {say('measure.differ', { group_a: nameOf(cells[a]?.groups ?? []), group_b: nameOf(cells[b]?.groups ?? []) })}
          </li>
        ))}
        {cells.some(({ groups }) => groups.length > 1) ? <li>{say('measure.group_hidden', { k })}</li> : null}
      </ul>
    </section>
  );
}

/** One question's picture of answers, as far as it may be shown. */
export function Picture({ result, k, own }: { result: FactorResult; k: number; own?: Answer | undefined }) {
  const { answer, say } = useWords();
  if (!result.counts) return <p>{say('measure.hidden', { k })}</p>;
  return (
    <div class="picture">
      <Bars factor={result.id} counts={result.counts} own={own} />
      {own === 'dk' || own === 'na' ? <p>{say('answer.yours.is', { label: answer(result.id, own) })}</p> : null}
      <Measures result={result} />
      <Groups result={result} k={k} />
    </div>
  );
}
