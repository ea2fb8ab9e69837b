import { linesOf } from '../model/lines.ts';

const WIDTH_EM = 45;

interface FactText {
  readonly text: string;
  readonly source?: string;
}

/** The first facts that have room in so many lines, each whole, and how many are left to the phones. */
export function factsForWall<F extends FactText>(
  facts: readonly F[],
  lines: number,
): { readonly shown: readonly F[]; readonly more: number } {
  let left = lines;
  const shown: F[] = [];
  for (const fact of facts) {
    const needed = linesOf(`${fact.text} ${fact.source ?? ''}`, WIDTH_EM);
    if (needed > left) break;
    shown.push(fact);
    left -= needed;
  }
  return { shown, more: facts.length - shown.length };
}
