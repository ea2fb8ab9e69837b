import type { Level, Reason, Result } from '../state/model/types.ts';
import type { Words } from '../words/words.ts';
import { stepFor } from './brief.ts';

export const LEVELS: readonly Level[] = [4, 3, 2, 1, 0];

function factorsOf(reasons: readonly Reason[] | null, clause: RegExp): readonly string[] {
  const found = (reasons ?? []).filter((reason) => clause.test(reason.clause));
  return [...new Set(found.flatMap((reason) => reason.factors))];
}

function has(reasons: readonly Reason[] | null, clause: RegExp): boolean {
  return (reasons ?? []).some((reason) => clause.test(reason.clause));
}

/** More than this many things to do first are counted, and listed by who asks for `stepsOf`. */
const MOST_IN_HEADING = 2;

/** What has to be done before co-producing, one by one; nothing unless that is the advice. */
export function stepsOf(level: Level, reasons: readonly Reason[] | null, words: Words): readonly string[] {
  if (level !== 3) return [];
  const unready = factorsOf(reasons, /^B3/).map((id) => stepFor(id, words));
  const purpose = unready.length === 0 || has(reasons, /^C3/);
  return purpose ? [words.say('level.3.do.purpose'), ...unready] : unready;
}

/** The steps that the heading only counts. */
export function stepsBeside(level: Level, reasons: readonly Reason[] | null, words: Words): readonly string[] {
  const steps = stepsOf(level, reasons, words);
  return steps.length > MOST_IN_HEADING ? steps : [];
}

/** The advice in one line. */
export function headingOf(level: Level, reasons: readonly Reason[] | null, words: Words): string {
  const { say } = words;
  if (level !== 3) return say(`level.${level}.title`);
  const steps = stepsOf(level, reasons, words);
  const [first, second] = steps;
  if (steps.length > MOST_IN_HEADING) return say('level.3.title.many', { n: steps.length });
  if (second !== undefined) return say('level.3.title.two', { a: first ?? '', b: second });
  return say('level.3.title', { do: first ?? '' });
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

export type RungState = 'chosen' | 'possible' | 'highest' | 'lowest' | 'plain' | 'out';

/** The lowest and the highest that is still in question while nothing is agreed or known. */
function endsOf({ level, range, groups, status }: Result): readonly [lo: Level, hi: Level] | undefined {
  if (!range) return undefined;
  // Groups that do not agree reach further than a different view on one question.
  const own = status === 'not_agreed' ? groups.flatMap((group) => group.level ?? []) : [];
  const all = [...range, ...own, ...(level === null ? [] : [level])];
  const [lo, hi] = [Math.min(...all) as Level, Math.max(...all) as Level];
  return lo === hi ? undefined : [lo, hi];
}

/** How one rung of the five is drawn: the advice and what else is possible; where nothing is agreed or too
 *  little is known, the ends alone; and what is ruled out so far. */
export function rungState(level: Level, result: Result): RungState {
  const { ceiling, range, status } = result;
  if (status === 'incomplete') return ceiling !== null && level > ceiling ? 'out' : 'plain';
  if (status === 'firm' || status === 'close_call') {
    if (level === result.level) return 'chosen';
    return range && level >= range[0] && level <= range[1] ? 'possible' : 'plain';
  }
  const ends = endsOf(result);
  if (level === ends?.[0]) return 'lowest';
  return level === ends?.[1] ? 'highest' : 'plain';
}
