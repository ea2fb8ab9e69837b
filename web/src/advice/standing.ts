import type { Result } from '../state/model/types.ts';
import type { Words } from '../words/words.ts';

/** Where the advice stands among the names that others use for it, and how far a different view on one
 *  question would take it; nothing without a level. */
export function standingOf(result: Result, { say }: Words): readonly string[] {
  const { level, range } = result;
  if (level === null) return [];
  const sentences = [
    `${say('ladder.is', { rung: say(`ladder.${level}`) })}.`,
    `${say('ladder.iap2', { rung: say(`ladder.iap2.${level}`) })}.`,
  ];
  if (!range || range[0] === range[1]) return sentences; // the status has said that it is firm
  const [lo, hi] = range;
  return [...sentences, say('range.text', { lo: say(`level.${lo}.name`), hi: say(`level.${hi}.name`) })];
}
