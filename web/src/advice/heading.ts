import type { Level, Reason, Result } from '../state/model/types.ts';
import type { Words } from '../words/words.ts';

export const LEVELS: readonly Level[] = [4, 3, 2, 1, 0];

function factorsOf(reasons: readonly Reason[] | null, clause: RegExp): readonly string[] {
  const found = (reasons ?? []).filter((reason) => clause.test(reason.clause));
  return [...new Set(found.flatMap((reason) => reason.factors))];
}

function has(reasons: readonly Reason[] | null, clause: RegExp): boolean {
  return (reasons ?? []).some((reason) => clause.test(reason.clause));
}

/** The advice in one line. */
export function headingOf(level: Level, reasons: readonly Reason[] | null, { say, shorts }: Words): string {
  if (level !== 3) return say(`level.${level}.title`);
  const unready = factorsOf(reasons, /^B3/);
  if (unready.length === 0) return say('level.3.title.case_cap');
  const factors = shorts(unready);
  return has(reasons, /^C3/) ? say('level.3.title.both', { factors }) : say('level.3.title', { factors });
}

/** Why the advice is this, in a sentence or two. */
export function whyOf(level: Level, reasons: readonly Reason[] | null, { say, shorts }: Words): readonly string[] {
  const barriers = factorsOf(reasons, /^B/);
  const factors = shorts(barriers);
  const sentences: string[] = [];
  if (level === 4) return [say('level.4.why')];
  if (level === 3) return [say('level.3.why')];
  if (level === 2) {
    if (barriers.length > 0) sentences.push(say('level.2.why', { factors, n: barriers.length }));
    if (has(reasons, /^C2/)) sentences.push(say('level.2.why.case_cap'));
  } else if (level === 1) {
    if (has(reasons, /^B1a/)) sentences.push(say('level.1.why'));
    else if (barriers.length > 0) sentences.push(say('level.1.why.not_power', { factors, n: barriers.length }));
    if (has(reasons, /^C1/)) sentences.push(say('level.1.why.case_cap'));
  } else {
    if (barriers.length > 0) sentences.push(say('level.0.why', { factors }));
    if (has(reasons, /^C0/)) sentences.push(say('level.0.why.case_cap'));
  }
  return sentences;
}

export type RungState = 'chosen' | 'possible' | 'plain' | 'out';

/** How one rung of the five is drawn: the advice, within its range, or ruled out so far. */
export function rungState(level: Level, result: Result): RungState {
  if (result.level === level) return 'chosen';
  if (result.status === 'incomplete') {
    if (result.ceiling !== null && level > result.ceiling) return 'out';
    return 'plain';
  }
  if (result.range && level >= result.range[0] && level <= result.range[1]) return 'possible';
  return 'plain';
}
