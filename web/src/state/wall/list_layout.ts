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

function heightOf(texts: readonly string[], { columns, size, lines }: ListLayout): number {
  const width = (WIDTH - (columns - 1) * GAP) / columns - NUMBERS;
  const heights = texts.map((text) => Math.min(lines, linesOf(text, width / size)) * size * LINE + AROUND);
  const first = Math.ceil(texts.length / columns);
  const sum = (part: readonly number[]) => part.reduce((all, height) => all + height, 0);
  return Math.max(sum(heights.slice(0, first)), sum(heights.slice(first)));
}

/** The roomiest way in which nothing is cut, else the one that cuts least. */
export function listLayout(texts: readonly string[]): ListLayout {
  const whole = (layout: ListLayout) => heightOf(texts, layout) <= HEIGHT;
  return LAYOUTS.find(whole) ?? (LAYOUTS[LAYOUTS.length - 1] as ListLayout);
}
