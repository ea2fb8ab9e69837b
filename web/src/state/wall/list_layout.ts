import { linesOf } from '../model/lines.ts';

/** How a list of questions is set on the wall. */
export interface ListLayout {
  readonly columns: 1 | 2;
  readonly size: number; // rem
  /** A question that needs more lines ends in "…". */
  readonly lines: number;
}

/** In rem. */
const WIDTH = 51;
const HEIGHT = 27.5;
const LINE = 1.2;
const AROUND = 0.95;
const NUMBERS = 7.5; // the question's number before it, the count after it
const GAP = 1.5;

/** From roomy to tight; the last always has room. */
const LAYOUTS: readonly ListLayout[] = [
  { columns: 1, size: 1.35, lines: 3 },
  { columns: 1, size: 1.15, lines: 3 },
  { columns: 2, size: 1, lines: 8 },
  { columns: 2, size: 1, lines: 2 },
  { columns: 2, size: 1, lines: 1 },
];

const widthOf = ({ columns }: ListLayout): number => (WIDTH - (columns - 1) * GAP) / columns - NUMBERS;

function heightOf(texts: readonly string[], layout: ListLayout): number {
  const { columns, size, lines } = layout;
  const width = widthOf(layout);
  const heights = texts.map((text) => Math.min(lines, linesOf(text, width / size)) * size * LINE + AROUND);
  const first = Math.ceil(texts.length / columns);
  const sum = (part: readonly number[]) => part.reduce((all, height) => all + height, 0);
  return Math.max(sum(heights.slice(0, first)), sum(heights.slice(first)));
}

const hasRoom = (texts: readonly string[], layout: ListLayout): boolean => heightOf(texts, layout) <= HEIGHT;

/** The roomiest way in which nothing is cut. */
function wholeLayout(texts: readonly string[]): ListLayout | undefined {
  return LAYOUTS.find(
    (layout) => hasRoom(texts, layout) && texts.every((text) => linesOf(text, widthOf(layout) / layout.size) <= layout.lines),
  );
}

/** The roomiest way in which nothing is cut, else the one that cuts least. */
export function listLayout(texts: readonly string[]): ListLayout {
  const room = (layout: ListLayout) => hasRoom(texts, layout);
  return wholeLayout(texts) ?? LAYOUTS.find(room) ?? (LAYOUTS[LAYOUTS.length - 1] as ListLayout);
}

/** These questions in two languages where all of them have room so, else in one. */
export function listTexts(both: readonly (readonly string[])[]): readonly string[] {
  const joined = both.map((texts) => texts.join(' · '));
  return wholeLayout(joined) ? joined : both.map(([text]) => text ?? '');
}
