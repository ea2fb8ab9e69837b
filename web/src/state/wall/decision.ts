import type { Decision } from '../../../../client-wasm/contract.ts';
import { linesOf } from '../model/lines.ts';

/** How many lines there are for a text beside the largest words, and how wide they are, in em. */
const WIDTH_EM = 20;
const NAME_LINES = 2;
const TEXT_LINES = 4;
const MOST_TASKS = 4;

const MORE = '…';

/** As many of its words as have room in so many lines. */
function cut(text: string, lines: number): string {
  if (linesOf(text, WIDTH_EM) <= lines) return text;
  const characters = [...text];
  let [fits, toomany] = [0, characters.length];
  while (toomany - fits > 1) {
    const middle = Math.floor((fits + toomany) / 2);
    if (linesOf(characters.slice(0, middle).join('') + MORE, WIDTH_EM) <= lines) fits = middle;
    else toomany = middle;
  }
  return characters.slice(0, fits).join('').trimEnd() + MORE;
}

/** The decision with what the wall has no room for cut off, visibly; itself where it has room for all. */
export function shortened(decision: Decision): Decision {
  const { name, tasks, views, why } = decision;
  const short: Decision = {
    ...decision,
    ...(views
      ? {
          views: {
            one: cut(views.one, TEXT_LINES),
            other: cut(views.other, TEXT_LINES),
            ...(views.next === undefined ? {} : { next: cut(views.next, TEXT_LINES) }),
          },
        }
      : {}),
    ...(name === undefined ? {} : { name: cut(name, NAME_LINES) }),
    ...(why === undefined ? {} : { why: cut(why, TEXT_LINES) }),
    ...(tasks ? { tasks: tasks.slice(0, MOST_TASKS) } : {}),
  };
  return JSON.stringify(short) === JSON.stringify(decision) ? decision : short;
}
