/** Widths in hundredths of an em, of a wide face, rather too much than too little: nothing is measured, so that
 *  desk and wall agree. */
const SMALL = 60; // a letter of Latin, and what stands between letters
const CAPITAL = 80;
const OTHER = 85; // a letter of another alphabet
const WIDE = 130; // a sign of East Asia, an emoji
const EM = 100;

const LATIN_ENDS = 0x250;
const ALPHABETS_END = 0x1100;
/** Letters with marks (Welsh ŵ and ŷ with more of them) and punctuation lie beyond the alphabets. */
const LATIN_AGAIN: readonly (readonly [from: number, to: number])[] = [[0x1e00, 0x2070], [0x20a0, 0x20d0]];

function widthOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  const latin = code < LATIN_ENDS || LATIN_AGAIN.some(([from, to]) => code >= from && code < to);
  if (latin) return /[\p{Lu}mwMW@%&]/u.test(character) ? CAPITAL : SMALL;
  return code < ALPHABETS_END ? OTHER : WIDE;
}

/** How many lines a text takes at most where a line is so many em wide; at least one. */
export function linesOf(text: string, em: number): number {
  const room = em * EM;
  let lines = 1;
  let filled = 0;
  for (const word of text.split(/\s+/)) {
    const width = [...word].reduce((sum, character) => sum + widthOf(character), 0);
    const space = filled > 0 ? SMALL : 0;
    if (filled + space + width <= room) {
      filled += space + width;
      continue;
    }
    if (filled > 0) lines += 1;
    // A word longer than a line is broken wherever a line ends.
    const broken = Math.max(1, Math.ceil(width / room));
    lines += broken - 1;
    filled = width - (broken - 1) * room;
  }
  return lines;
}

/** As many of its words as have room in so many lines with `mark` at their end, and what is left of it. A word that
 *  is longer than that is broken. */
export function broken(text: string, em: number, lines: number, mark: string): readonly [head: string, rest: string] {
  const characters = [...text];
  const first = (count: number) => characters.slice(0, count).join('');
  let [fits, tooMany] = [1, characters.length];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (linesOf(first(middle) + mark, em) <= lines) fits = middle;
    else tooMany = middle;
  }
  const space = first(fits + 1).lastIndexOf(' ');
  const head = space > 0 ? text.slice(0, space) : first(fits);
  return [head + mark, text.slice(head.length).trimStart()];
}
