import { linesOf } from '../model/lines.ts';

/** A place for words on the wall, in rem of the wall: nothing there is smaller than one. */
export interface Place {
  readonly width: number;
  /** What they take where they can be large. */
  readonly height: number;
  /** What they may take at the most: beyond it they end in "…". */
  readonly most: number;
}

/** The sizes of the largest words, in rem. */
const SIZES: readonly number[] = [3.2, 2.8, 2.5, 2.2, 1.9, 1.6, 1.4, 1.2];
export const SMALLEST = 1.1;
export const LINE_HEIGHT = 1.15;
/** How much wider letters are in bold. */
export const BOLD = 1.15;
/** The same words in the workshop's other language, below: smaller, and never smaller than everything else. */
const OTHER_SHARE = 0.7;

export const otherSize = (size: number): number => Math.max(1, size * OTHER_SHARE);

/** How high these words are at that size; the second is in the workshop's other language. */
export function heightOf([words, other]: readonly string[], size: number, width: number): number {
  const high = (text: string, of: number) => linesOf(text, width / of / BOLD) * of * LINE_HEIGHT;
  return high(words ?? '', size) + (other === undefined ? 0 : high(other, otherSize(size)));
}

/** How much more room two languages have than one. */
export const FOR_TWO = 1.25;

/** The largest size at which these words have room; the smallest where none is small enough. */
export function sizeFor(texts: readonly string[], { width, height }: Place): number {
  const room = texts.length > 1 ? height * FOR_TWO : height;
  return SIZES.find((size) => heightOf(texts, size, width) <= room) ?? SMALLEST;
}

/** How many lines words of this size have at the most, alone or as one of two; as many as they need where they
 *  were not too long for a larger size. */
export function mostLines(most: number, size: number, alone: boolean): number | undefined {
  if (size > SMALLEST) return undefined;
  return Math.max(1, Math.floor((alone ? most : most / 2) / (size * LINE_HEIGHT)));
}

/** A line of running text on the wall, and what is between two paragraphs. */
const TEXT_LINE = 1.2;
const BETWEEN = 0.35;

/** How high a paragraph of that size is, `most` lines at the most. */
export function paragraph(text: string, size: number, width: number, most = Infinity): number {
  return Math.min(most, linesOf(text, width / size)) * size * TEXT_LINE + BETWEEN;
}

/** How many lines of that size have room. */
export function linesIn(room: number, size: number): number {
  return Math.floor((room - BETWEEN) / (size * TEXT_LINE));
}

/** The first of a list that have room, and how many are left over, which takes a line to say. */
export function fitting(
  list: readonly string[],
  room: number,
  height: (text: string) => number,
): { readonly shown: readonly string[]; readonly more: number; readonly used: number } {
  const more = height('');
  let used = 0;
  const shown: string[] = [];
  for (const [index, text] of list.entries()) {
    const last = index === list.length - 1;
    if (used + height(text) + (last ? 0 : more) > room) break;
    used += height(text);
    shown.push(text);
  }
  const left = list.length - shown.length;
  return { shown, more: left, used: used + (left > 0 ? more : 0) };
}
