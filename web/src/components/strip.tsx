import type { ComponentChildren } from 'preact';

import { earlierCounts } from '../state/model/earlier.ts';
import { cellParts, earlierParts, partsOf, type Parts } from '../state/model/parts.ts';
import { joinedAt, roundShown } from '../state/model/rounds.ts';
import type { Cell, FactorResult, View } from '../state/model/types.ts';
import { useWords } from '../words/context.tsx';
import type { Words } from '../words/words.ts';

const ZONES = ['yes', 'partly', 'no'] as const;

/** The part of a strip that still has room for its number, in text of twice the size, too. */
const ROOM_FOR_NUMBER = 0.2;

/** Everybody as one strip: yes, partly, no, and apart from them those who rated nothing. `scale` is how many
 *  people are as wide as there is room, so that one person is as wide in every strip beside it. */
export function StripBar({ parts, scale, numbers }: { readonly parts: Parts; readonly scale: number; readonly numbers?: true }) {
  const all = Math.max(1, scale);
  const drawn = (part: string, count: number, number: boolean) =>
    count > 0 ? (
      <span key={part} class={`strip-part zone-${part}`} style={{ '--share': count / all }}>
        {number && count / all >= ROOM_FOR_NUMBER ? count : null}
      </span>
    ) : null;
  return (
    <div class="strip" aria-hidden="true">
      {ZONES.map((zone) => drawn(zone, parts[zone], numbers === true))}
      {drawn('other', parts.dk + parts.na, false)}
      {drawn('none', parts.none, false)}
    </div>
  );
}

/** Those who gave no rating, each kind with its number; nothing where there are none. */
export function unratedWords(parts: Parts, { say }: Words): readonly string[] {
  if (parts.unrated) return parts.none > 0 ? [say('measure.unrated', { n: parts.none })] : [];
  const { dk, na, none } = parts;
  return [
    ...(dk > 0 ? [say('measure.dk', { n: dk })] : []),
    ...(na > 0 ? [say('measure.na', { n: na })] : []),
    ...(none > 0 ? [say('measure.none', { n: none })] : []),
  ];
}

interface StripProps {
  readonly factor: string;
  readonly parts: Parts;
  readonly scale?: number;
}

/** A strip with its words and numbers under it, which add up to everybody. */
export function Strip({ factor, parts, scale = parts.all }: StripProps) {
  const words = useWords();
  return (
    <div>
      <StripBar parts={parts} scale={scale} numbers />
      <p class="strip-words">
        {ZONES.map((zone) => (
          <span key={zone}>
            {words.band(factor, zone)} <strong class="number">{parts[zone]}</strong>
          </span>
        ))}
        {unratedWords(parts, words).map((text) => (
          <span key={text} class="strip-unrated">
            {text}
          </span>
        ))}
      </p>
    </div>
  );
}

/** One question's rounds, the newest first; nothing where no answers may be shown. Where too few answered the
 *  newest, it has no `parts` and the one before it still stands. */
export function roundsOf(view: View, factor: FactorResult): readonly { readonly round: number; readonly parts: Parts | undefined }[] {
  const round = roundShown(view, factor.id);
  const parts = partsOf(factor, joinedAt(view, factor.id, round));
  const before = round > 1 ? earlierCounts(view, factor.id) : undefined;
  const earlier = before ? [{ round: round - 1, parts: earlierParts(before, joinedAt(view, factor.id, round - 1)) }] : [];
  return parts || before ? [{ round, parts }, ...earlier] : [];
}

/** The rounds stacked, one person as wide in each; how many answered, of how many. */
export function RoundStrips({ view, factor }: { readonly view: View; readonly factor: FactorResult }) {
  const { say } = useWords();
  const rounds = roundsOf(view, factor);
  const scale = Math.max(...rounds.map(({ parts }) => parts?.all ?? 0));
  // Also where the first is asked again: it is not the last word.
  const labelled = (view.questions?.[factor.id]?.round ?? 1) > 1;
  return (
    <div class="rounds">
      {rounds.map(({ round, parts }) => parts === undefined ? (
        <div key={round} class="round">
          <p class="round-name">{say('count.round', { n: round })}</p>
          <p>{say('measure.hidden', { k: view.setup.min_group })}</p>
        </div>
      ) : (
        <div key={round} class={parts.unrated ? 'round is-earlier' : 'round'}>
          <p class="round-name">
            {labelled ? say('measure.round', { n: round, count: parts.yes + parts.partly + parts.no }) : null}
            {labelled && !parts.unrated ? ' · ' : null}
            {parts.unrated ? null : <AnsweredOf parts={parts} />}
          </p>
          <Strip factor={factor.id} parts={parts} scale={scale} />
        </div>
      ))}
    </div>
  );
}

/** "13 of 18 answered"; where it is not known how many were asked, how many answered. */
function AnsweredOf({ parts: { answered, all } }: { readonly parts: Parts }) {
  const { say } = useWords();
  return <span class="soft">{all > answered ? say('measure.answered_of', { n: answered, all }) : say('measure.answered', { n: answered })}</span>;
}

/** What a cell is called: its group, or that smaller groups are shown together. */
export function cellName({ groups }: Cell, { group, say }: Words): string {
  const [only, ...more] = groups;
  return only !== undefined && more.length === 0 ? group(only) : say('measure.pool');
}

/** Who sees it differently: two groups in a sentence, more of them as a list. */
export function Differ({ result }: { readonly result: FactorResult }) {
  const words = useWords();
  const { say } = words;
  const cells = result.cells ?? [];
  const name = (place: number) => {
    const cell = cells[place];
    return cell ? cellName(cell, words) : '';
  };
  const apart = (result.deltas ?? []).filter(({ divergence }) => divergence);
  const pairs = apart.map(({ a, b }) => ({ group_a: name(a), group_b: name(b) }));
  const [first, ...more] = pairs;
  if (!first) return null;
  if (more.length === 0) return <p class="differ">{say('measure.differ', first)}</p>;
  return (
    <div class="differ">
      <p>{say('measure.differ.many')}</p>
      <ul>
        {pairs.map((pair) => (
          <li key={`${pair.group_a} ${pair.group_b}`}>{say('measure.differ.pair', pair)}</li>
        ))}
      </ul>
    </div>
  );
}

/** The groups side by side, as far as they may be shown, one person as wide in each; nothing where they are
 *  one. How many of a group answered and never of how many, which would tell who of them does not know. */
export function GroupStrips({ result, children }: { readonly result: FactorResult; readonly children?: ComponentChildren }) {
  const words = useWords();
  const cells = result.cells ?? [];
  if (cells.length < 2) return null;
  const scale = Math.max(...cells.map(({ n }) => n));
  return (
    <section class="picture-groups">
      <Differ result={result} />
      {cells.map((cell) => (
        <div key={cell.groups.join()} class="group-strip">
          <h3>
            <span class="group-name">{cellName(cell, words)}</span>{' '}
            <span class="soft">{words.say('measure.answered', { n: cell.n })}</span>
          </h3>
          <Strip factor={result.id} parts={cellParts(cell.counts)} scale={scale} />
        </div>
      ))}
      {children}
    </section>
  );
}
