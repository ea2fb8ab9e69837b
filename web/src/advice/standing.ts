import type { Result } from '../state/model/types.ts';
import type { Words } from '../words/words.ts';

/** The advice is one that the group agrees on, as far as its answers show. */
export function isAgreed({ level, status }: Result): boolean {
  return level !== null && (status === 'firm' || status === 'close_call');
}

/** What the advice is called by others; nothing without one that is agreed. */
export function standingOf(result: Result, { say }: Words): readonly string[] {
  const { level } = result;
  if (level === null || !isAgreed(result)) return [];
  return [
    `${say('ladder.is', { rung: say(`ladder.${level}`) })}.`,
    `${say('ladder.iap2', { rung: say(`ladder.iap2.${level}`) })}.`,
  ];
}

/** How far a different view on one question would take an advice that is close; of one that is not agreed
 *  what the middle answers alone would make. */
export function reachOf(result: Result, { say }: Words): string | undefined {
  const { level, range, status } = result;
  if (level === null) return undefined;
  if (!isAgreed(result)) return say('result.middle', { advice: say(`level.${level}.name`) });
  if (status === 'firm' || !range || range[0] === range[1]) return undefined; // the status has said so
  const [lo, hi] = range;
  return say('range.text', { lo: say(`level.${lo}.name`), hi: say(`level.${hi}.name`) });
}
