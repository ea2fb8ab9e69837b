import { linesOf } from '../model/lines.ts';

/** A place for words on the wall, in rem of the wall: nothing there is smaller than one. */
export interface Place {
  readonly width: number;
  readonly height: number;
}

/** The sizes of the largest words, in rem. */
const SIZES: readonly number[] = [3.2, 2.8, 2.5, 2.2, 1.9, 1.6, 1.4, 1.2, 1.1];
export const LINE_HEIGHT = 1.15;
/** The same words in the workshop's other language, below: smaller, and never smaller than everything else. */
const OTHER_SHARE = 0.7;

export const otherSize = (size: number): number => Math.max(1, size * OTHER_SHARE);

/** How high these words are at that size; the second is in the workshop's other language. */
export function heightOf([words, other]: readonly string[], size: number, width: number): number {
  const high = (text: string, of: number) => linesOf(text, width / of) * of * LINE_HEIGHT;
  return high(words ?? '', size) + (other === undefined ? 0 : high(other, otherSize(size)));
}

/** The largest size at which these words have room; the smallest where none is small enough. */
export function sizeFor(texts: readonly string[], { width, height }: Place): number {
  return SIZES.find((size) => heightOf(texts, size, width) <= height) ?? (SIZES[SIZES.length - 1] as number);
}

/** As many of a list as the room has lines for, and how many are left over. */
export function shownOf(
  list: readonly string[],
  most: number,
): { readonly shown: readonly string[]; readonly more: number } {
  // One more line says how many there are: it may as well be the last of them.
  const shown = list.length <= most ? list : list.slice(0, most - 1);
  return { shown, more: list.length - shown.length };
}
