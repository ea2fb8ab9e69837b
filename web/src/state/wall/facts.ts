import { linesOf } from '../model/lines.ts';

/** Beside the question and its answers, in lines and em. */
const LINES = 5;
const WIDTH_EM = 45;

interface FactText {
  readonly text: string;
  readonly source?: string;
}

/** The first facts that have room, each whole, and how many are left to the phones. */
export function factsForWall<F extends FactText>(facts: readonly F[]): { readonly shown: readonly F[]; readonly more: number } {
  let left = LINES;
  const shown: F[] = [];
  for (const fact of facts) {
    const lines = linesOf(`${fact.text} ${fact.source ?? ''}`, WIDTH_EM);
    if (lines > left) break;
    shown.push(fact);
    left -= lines;
  }
  return { shown, more: facts.length - shown.length };
}
