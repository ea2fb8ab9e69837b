import { Bars, measuresOf } from '../../components/picture.tsx';
import { cellName, roundsOf, unratedWords } from '../../components/strip.tsx';
import { engineFailed } from '../../engine/live_result.ts';
import { cellParts, type Parts } from '../../state/model/parts.ts';
import { pageShown, reasonPages } from '../../state/model/reason_pages.ts';
import type { FactorResult, Result, View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';
import type { Words } from '../../words/words.ts';
import { Both, Largest, textsOf, useBoth } from './both.tsx';
import { WallReasons } from './reasons.tsx';
import { StripTable, type Row } from './table.tsx';
import { heightOf, paragraph, sizeFor, type Place } from '../../state/wall/fit.ts';

/** Where the question stands over its answers, in rem. */
export const QUESTION_PLACE = { width: 51, height: 6, most: 8 } as const;

/** The same over many rows, and over a page of reasons: it has been shown whole before. */
export const QUESTION_SHORT = { width: 51, height: 3.5, most: 4.6 } as const;

/** With a question no higher than this the answers are named in both languages. */
const BOTH_BELOW = 8;
/** What the answers come to has so much room over the rounds, in rem. */
const MEASURES = { width: 24, height: 14 } as const;
/** With more cells than this the rows take the height. */
const MOST_CELLS = 3;

/** Says so where the answers cannot be drawn. */
export function NoEngine() {
  const { say } = useWords();
  return engineFailed.value ? <p>{say('result.no_engine')}</p> : null;
}

/** How many answered, of how many, and who of them gave no rating. */
function Counted({ parts }: { readonly parts: Parts }) {
  const words = useWords();
  const { answered, all } = parts;
  const counted = all > answered ? words.say('measure.answered_of', { n: answered, all }) : words.say('measure.answered', { n: answered });
  return (
    <p class="wall-unrated">
      {[counted, ...unratedWords(parts, words)].map((text) => (
        <span key={text}>{text}</span>
      ))}
    </p>
  );
}

/** The rounds, and the groups as far as they may be shown apart, one person as wide in all of them. */
export function AnswerRows({ view, factor }: { readonly view: View; readonly factor: FactorResult }) {
  const words = useWords();
  const { say } = words;
  const rounds = roundsOf(view, factor);
  const cells = factor.cells ?? [];
  const several = (view.questions?.[factor.id]?.round ?? 1) > 1;
  const all = (n: number) => say('measure.answered', { n });
  const rows: readonly Row[] = [
    ...rounds.map(({ round, parts }) => {
      if (parts === undefined) return { id: `round ${round}`, name: say('count.round', { n: round }), parts };
      const n = parts.yes + parts.partly + parts.no;
      return several
        ? { id: `round ${round}`, name: say('measure.round', { n: round, count: n }), parts }
        : { id: `round ${round}`, name: say('group.everyone'), parts };
    }),
    ...(cells.length > 1
      ? cells.map((cell) => ({
          id: cell.groups.join(),
          name: cellName(cell, words),
          count: all(cell.n),
          parts: cellParts(cell.counts),
        }))
      : []),
  ];
  const [now] = rounds;
  if (!now) return null;
  return (
    <>
      <StripTable rows={rows} label={say('result.picture')} />
      {now.parts ? <Counted parts={now.parts} /> : <Both class="wall-hint" of={(each) => each.say('measure.hidden', { k: view.setup.min_group })} />}
    </>
  );
}

/** What the answers come to; in this language, too, where they have room so. */
function Measured({ factor, other }: { readonly factor: FactorResult; readonly other: Words | undefined }) {
  const words = useWords();
  const lines = measuresOf(factor, words);
  const inOther = other ? measuresOf(factor, other) : [];
  const high = [...lines, ...inOther].reduce((sum, line) => sum + paragraph(line, 1, MEASURES.width), 0);
  const also = high <= MEASURES.height ? inOther : [];
  return (
    <ul class="measures">
      {lines.map((line, place) => (
        <li key={line}>
          {line}
          {also[place] === undefined ? null : <span class="in-other" lang={other?.lang}>{also[place]}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Two groups in a sentence; where more see it differently, their strips show which. */
function WallDiffer({ factor }: { readonly factor: FactorResult }) {
  const words = useWords();
  const cells = factor.cells ?? [];
  const [first, ...more] = (factor.deltas ?? []).filter(({ divergence }) => divergence);
  const [a, b] = [cells[first?.a ?? -1], cells[first?.b ?? -1]];
  if (!a || !b) return null;
  const names = { group_a: cellName(a, words), group_b: cellName(b, words) };
  return <p class="differ is-cut">{more.length > 0 ? words.say('flag.groups_differ.title') : words.say('measure.differ', names)}</p>;
}

/** How much room its question has over a picture: less where many groups are shown. */
function placeOver({ cells }: FactorResult): Place {
  return (cells ?? []).length > MOST_CELLS ? QUESTION_SHORT : QUESTION_PLACE;
}

/** The nine answers beside what they come to. */
function PictureColumns({ view, factor }: { readonly view: View; readonly factor: FactorResult }) {
  const both = useBoth();
  const [now] = roundsOf(view, factor);
  if (!now) return <Both class="wall-hint" of={({ say }) => say('measure.hidden', { k: view.setup.min_group })} />;
  if (!factor.counts || !now.parts) return <AnswerRows view={view} factor={factor} />;
  const question = textsOf(both, (each) => each.question(factor.id));
  const place = placeOver(factor);
  const high = heightOf(question, sizeFor(question, place), place.width);
  const other = high <= BOTH_BELOW ? both[1] : undefined;
  return (
    <div class="wall-reveal-columns">
      <Bars factor={factor.id} counts={factor.counts} all={now.parts.all} {...(other ? { other } : {})} />
      <div>
        <Measured factor={factor} other={(factor.cells ?? []).length > 1 ? undefined : other} />
        <AnswerRows view={view} factor={factor} />
        {(factor.cells ?? []).length > MOST_CELLS ? null : <WallDiffer factor={factor} />}
      </div>
    </div>
  );
}

interface RevealProps {
  readonly view: View;
  readonly result: Result | undefined;
  readonly id: string;
}

/** One question's answers, filling the room; on the later pages of its reasons, these. */
export function RevealScene({ view, result, id }: RevealProps) {
  const words = useWords();
  const { say } = words;
  const factor = result?.factors.find((each) => each.id === id);
  const n = view.setup.order.indexOf(id) + 1;
  const round = view.questions?.[id]?.round ?? 0;
  const place = factor ? placeOver(factor) : QUESTION_PLACE;
  const pages = reasonPages(view, id);
  const first = pageShown(view, pages) <= 1;
  const later = first && pages[0]?.every(({ texts }) => texts.length === 0);
  return (
    <div class="wall-reveal">
      <p class="wall-eyebrow">
        {say('factor.number', { n, all: view.setup.order.length })} · {say('wall.results')}
        {round > 1 ? ` · ${say('count.round', { n: round })}` : ''}
        {later ? ` · ${say('wall.reasons.next')}` : ''}
      </p>
      <Largest of={(each) => each.question(id)} own place={first ? place : QUESTION_SHORT} />
      {factor ? null : <NoEngine />}
      {factor && first ? <PictureColumns view={view} factor={factor} /> : null}
      {factor && !first ? <AnswerRows view={view} factor={{ ...factor, cells: null }} /> : null}
      <WallReasons view={view} id={id} />
    </div>
  );
}
