import { broken, linesOf } from './lines.ts';
import { stateOf } from './question_state.ts';
import { roundShown } from './rounds.ts';
import type { View } from './types.ts';

/** Reasons of one round, one under the other. */
export interface ReasonColumn {
  readonly round: number;
  readonly texts: readonly string[];
}

/** What the wall shows at a time: two columns, of two rounds where two were given reasons. */
export type ReasonPage = readonly ReasonColumn[];

const COLUMNS = 2;
/** A column's width on the wall, in em of its letters (wall_results.css). */
const COLUMN_EM = 24;

/** How many lines a column has: under the picture, on a page of its own, and while people answer again. */
const UNDER_PICTURE = 5;
const OWN_PAGE = 13;
const WHILE_OPEN = 12;
/** The room between two reasons, in lines. */
const AROUND = 1;
/** At the end of a reason that goes on in the next column, and at the beginning of what follows there. */
const MARK = '…';

/** Beside groups, under a long question and in two languages the picture leaves no room for reasons. */
const MOST_CELLS_BESIDE = 1;
const QUESTION_EM = 46;
const MOST_QUESTION_LINES = 5;

type Reasons = Readonly<Record<string, Readonly<Record<string, { readonly text: string; readonly hidden?: true }>>>>;

/** Those that everybody may read, in an order that stays: the ids are random. */
function textsOf(reasons: Reasons | undefined, factor: string): readonly string[] {
  return Object.entries(reasons?.[factor] ?? {})
    .filter(([, { hidden }]) => !hidden)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { text }]) => text);
}

/** What is read here of the engine's published value. */
interface Published {
  readonly setup?: { readonly factors: readonly { readonly id: string }[] };
  readonly factors?: readonly { readonly cells?: readonly unknown[] }[];
}

function cellsOf(view: View, factor: string): number {
  const published = view.published as unknown as Published | undefined;
  const place = published?.setup?.factors.findIndex(({ id }) => id === factor) ?? -1;
  return published?.factors?.[place]?.cells?.length ?? 0;
}

/** How many lines a column has on that page. Where some are not sent, the last page says so in each language, and
 *  which is the last is not known before. */
function linesOn(page: number, view: View, factor: string): number {
  const told = view.reasons_left?.[factor] === undefined ? 0 : view.setup.languages.length;
  return Math.max(0, linesAt(page, view, factor) - told);
}

function linesAt(page: number, view: View, factor: string): number {
  if (stateOf(view, factor) !== 'revealed') return WHILE_OPEN;
  if (page > 0) return OWN_PAGE;
  const { factors, languages } = view.setup;
  const question = Object.values(factors[factor]?.question ?? {});
  const long = question.some((text) => linesOf(text, QUESTION_EM) > MOST_QUESTION_LINES);
  return languages.length > 1 || long || cellsOf(view, factor) > MOST_CELLS_BESIDE ? 0 : UNDER_PICTURE;
}

interface Waiting {
  readonly text: string;
  readonly lines: number;
}

const waitingFor = (text: string): Waiting => ({ text, lines: linesOf(text, COLUMN_EM) + AROUND });

/** Fills one column with the first that fit; the others go on waiting. One that is longer than a column has one to
 *  itself, and is the first in the next. */
function filled(waiting: readonly Waiting[], lines: number): readonly [texts: readonly string[], rest: readonly Waiting[]] {
  const [longest] = waiting;
  if (longest && lines > UNDER_PICTURE && longest.lines > lines) {
    const [head, rest] = broken(longest.text, COLUMN_EM, lines - AROUND, MARK);
    return [[head], [waitingFor(MARK + rest), ...waiting.slice(1)]];
  }
  let left = lines;
  const rest: Waiting[] = [];
  const texts: string[] = [];
  for (const each of waiting) {
    if (each.lines <= left) {
      texts.push(each.text);
      left -= each.lines;
    } else {
      rest.push(each);
    }
  }
  return [texts, rest];
}

/** The reasons that were given for a question, page by page as the wall shows them and the desk turns them;
 *  no page where there are none. Only the first can be empty, when the picture takes all of it. Of the round
 *  that is shown in the first column and of the one before it in the second, else one round in both. */
export function reasonPages(view: View, factor: string): readonly ReasonPage[] {
  const shown = roundShown(view, factor);
  const latest = textsOf(view.reasons, factor).map(waitingFor);
  const earlier = textsOf(view.earlier_reasons, factor).map(waitingFor);
  const both = latest.length > 0 && earlier.length > 0;
  const columns = both ? [shown, shown - 1] : Array<number>(COLUMNS).fill(earlier.length > 0 ? shown - 1 : shown);
  const waiting = new Map<number, readonly Waiting[]>([[shown, latest], [shown - 1, earlier]]);
  const pages: ReasonPage[] = [];
  while ([...waiting.values()].some((left) => left.length > 0)) {
    const lines = linesOn(pages.length, view, factor);
    pages.push(
      columns.map((of) => {
        const [texts, rest] = filled(waiting.get(of) ?? [], lines);
        waiting.set(of, rest);
        return { round: of, texts };
      }),
    );
  }
  return pages;
}

/** Which of these pages the wall shows, from 1; 0 where there is none. */
export function pageShown(view: View, pages: readonly ReasonPage[]): number {
  return Math.min(Math.max(1, view.page ?? 1), pages.length);
}
