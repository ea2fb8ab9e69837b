import { zonesOf } from '../state/model/picture.ts';
import { joinedAt, roundShown } from '../state/model/rounds.ts';
import { zoneOf } from '../state/model/scale.ts';
import type { FactorResult, Level, Result, View } from '../state/model/types.ts';
import type { Words } from '../words/words.ts';
import { briefly } from './brief.ts';
import { farApart } from './far_apart.ts';
import { headingOf, LEVELS, stepsBeside } from './heading.ts';

/** A sentence, and what it counts, one by one. */
export interface Line {
  readonly text: string;
  readonly list?: readonly string[];
}

/** How far the group has come, in the order in which it is said. */
export interface Told {
  /** Each looks different. */
  readonly kind: 'incomplete' | 'too_few' | 'unknown' | 'split' | 'groups' | 'close_call' | 'firm';
  readonly largest: Line;
  readonly below: readonly Line[];
  /** What to do now. */
  readonly next?: string;
}

/** More questions than this are counted in the largest words, and listed. */
const MOST_NAMED = 2;

/** Two questions side by side: each is a sentence of its own. */
const joined = (questions: readonly string[]): string => questions.join(' · ');

/** Names the questions, or counts them and lists them. */
export function naming(
  ids: readonly string[],
  words: Words,
  named: (q: string) => string,
  counted: (n: number) => string,
): Line {
  const questions = ids.map((id) => briefly(id, words));
  return ids.length > MOST_NAMED ? { text: counted(ids.length), list: questions } : { text: named(joined(questions)) };
}

function isPending(factor: FactorResult): boolean {
  return factor.zone === undefined;
}

/** The factors that hold the ceiling down among those already shown: barriers that are a no, else those
 *  short of a yes, and the reasons to co-produce when all are shown and too weak. */
export function holdingDown(result: Result): readonly string[] {
  const shown = result.factors.filter((factor) => !isPending(factor));
  const barriers = shown.filter((factor) => factor.role !== 'case_for' && factor.zone !== 'yes');
  const noes = barriers.filter((factor) => factor.zone === 'no');
  return (noes.length > 0 ? noes : barriers).map((factor) => factor.id);
}

function incomplete(result: Result, { say, list, shorts }: Words): Told {
  const all = result.factors.length;
  const n = result.factors.filter((factor) => !isPending(factor)).length;
  const { ceiling } = result;
  const above = ceiling === null ? [] : LEVELS.filter((level) => level > ceiling);
  const levels = list(above.map((level) => say(`level.${level}.name`)));
  const because = holdingDown(result);
  const ruledOut = () => {
    if (above.length === 0) return say('status.incomplete.text.none');
    if (because.length === 0) return say('status.incomplete.text.case_cap', { levels });
    return say('status.incomplete.text', { levels, factors: shorts(because) });
  };
  return { kind: 'incomplete', largest: { text: say('status.incomplete.title', { n, all }) }, below: [{ text: ruledOut() }] };
}

/** The critical factors, in the workshop's order, of which this holds. */
function criticalWhere(result: Result, holds: (factor: FactorResult) => boolean): readonly FactorResult[] {
  const critical = result.critical ?? [];
  return result.factors.filter((factor) => critical.includes(factor.id) && holds(factor));
}

function tooFewPeople({ n, k, factors }: Result, { say }: Words): Told {
  // Enough took part, and some could not rate: "2 answered" would not be so.
  const others = n >= k || factors.some(({ dk, na }) => (dk ?? 0) + (na ?? 0) > 0);
  const text = others ? say('status.too_few_people.themselves', { k }) : say('status.too_few_people.text', { n, k });
  const largest = { text: say('status.too_few_people.title') };
  return { kind: 'too_few', largest, below: [{ text }], next: say('status.too_few_people.next') };
}

const WHYS = ['dont_know', 'not_applicable', 'few'] as const;

interface Unknown {
  readonly id: string;
  readonly why: (typeof WHYS)[number];
  /** How many people said that, or nothing. */
  readonly count: number;
}

/** Why too little is known of a question: what most people said, or that they said nothing. */
function unknownOf({ id, n, dk, na }: FactorResult, view: View): Unknown {
  const of = joinedAt(view, id, roundShown(view, id)) ?? 0;
  const none = Math.max(0, of - n - (dk ?? 0) - (na ?? 0));
  const counts = { dont_know: dk ?? 0, not_applicable: na ?? 0, few: none };
  const most = Math.max(...Object.values(counts));
  const why = most > 0 ? WHYS.find((each) => counts[each] === most) : undefined;
  return { id, why: why ?? 'few', count: most };
}

/** The questions of which too little is known for the same reason, what most people said first. */
function together(unknown: readonly Unknown[]): readonly { readonly why: Unknown['why']; readonly ids: readonly string[] }[] {
  const groups = WHYS.map((why) => ({ why, of: unknown.filter((each) => each.why === why) }));
  const sums = groups.map(({ why, of }) => ({ why, ids: of.map(({ id }) => id), sum: of.reduce((all, { count }) => all + count, 0) }));
  return sums.filter(({ ids }) => ids.length > 0).sort((a, b) => b.sum - a.sum);
}

function tooFew(result: Result, view: View, words: Words): Told {
  const { say } = words;
  const unknown = criticalWhere(result, (factor) => Boolean(factor.unknown));
  if (result.n < result.k) return tooFewPeople(result, words);
  const [most, ...others] = together(unknown.map((factor) => unknownOf(factor, view)));
  if (!most) return tooFewPeople(result, words);
  const line = ({ why, ids }: typeof most) =>
    naming(ids, words, (q) => say(`status.unknown.${why}.title`, { q }), (n) => say(`status.unknown.${why}.many`, { n }));
  return { kind: 'unknown', largest: line(most), below: [{ text: say(`status.unknown.${most.why}.next`) }, ...others.map(line)] };
}

/** "If yes: … If no: …" is so only where nothing else moves the advice, and both are within the answers. */
function hangsOn({ id, l2, u2 }: FactorResult, { critical }: Result): boolean {
  const alone = critical?.length === 1 && critical[0] === id;
  return alone && zoneOf((l2 ?? 0) / 2) === 'no' && zoneOf((u2 ?? 0) / 2) === 'yes';
}

function splitOn(split: readonly FactorResult[], [lo, hi]: readonly [Level, Level], result: Result, words: Words): Told {
  const { say, band, lang } = words;
  const largest = naming(
    split.map(({ id }) => id),
    words,
    (q) => say('status.not_agreed.title', { q }),
    (n) => say('status.not_agreed.many', { n }),
  );
  const names = { lo: say(`level.${lo}.name`), hi: say(`level.${hi}.name`) };
  const next = say('status.not_agreed.next');
  const range = { text: say('status.not_agreed.range', names) };
  const [only, ...more] = split;
  if (!only?.counts || more.length > 0) return { kind: 'split', largest, below: [range], next };
  const [yes, partly, no] = zonesOf(only.counts).map(({ count }) => count);
  const word = (zone: 'yes' | 'no') => {
    const [first = '', ...rest] = band(only.id, zone);
    return first.toLocaleLowerCase(lang) + rest.join('');
  };
  const pair = { yes_word: word('yes'), no_word: word('no') };
  const counts = { text: say('status.not_agreed.counts', { yes: yes ?? 0, partly: partly ?? 0, no: no ?? 0, ...pair }) };
  const hangs = hangsOn(only, result) ? { text: say('status.not_agreed.if', { ...pair, ...names }) } : range;
  return { kind: 'split', largest, below: [counts, hangs], next };
}

/** A name for each group that has a level of its own, in the workshop's order. */
export function groupLevels(result: Result, { say, group }: Words): readonly string[] {
  return result.groups.flatMap(({ id, level }) =>
    level === null ? [] : [say('result.groups.advice', { group: group(id), advice: say(`level.${level}.name`) })],
  );
}

function groupsApart(result: Result, words: Words): Told {
  const { say, group } = words;
  const { level } = result;
  const apart = farApart(result);
  const all = level === null ? [] : [{ text: say('status.not_agreed.groups.all', { advice: say(`level.${level}.name`) }) }];
  const b = apart?.b.id;
  const names = apart && { group_a: group(apart.a.id), group_b: b === undefined ? say('group.everyone') : group(b) };
  return {
    kind: 'groups',
    largest: { text: say('status.not_agreed.groups.title') },
    below: [...all, ...groupLevels(result, words).map((text) => ({ text }))],
    ...(names ? { next: say('status.not_agreed.groups.next', names) } : {}),
  };
}

function notAgreed(result: Result, words: Words): Told {
  const split = criticalWhere(result, (factor) => factor.disagreement === true);
  return split.length > 0 && result.range ? splitOn(split, result.range, result, words) : groupsApart(result, words);
}

/** The advice itself, with what has to be done first where the heading only counts it. */
export function adviceLine(level: Level, result: Result, words: Words): Line {
  const text = headingOf(level, result.reasons, words);
  const list = stepsBeside(level, result.reasons, words);
  return list.length > 0 ? { text, list } : { text };
}

function closeCall(level: Level, result: Result, words: Words): Told {
  const { say } = words;
  const largest = adviceLine(level, result, words);
  const critical = criticalWhere(result, () => true).map(({ id }) => id);
  const next = say('status.close_call.next');
  if (critical.length > 0) {
    const close = naming(critical, words, (q) => say('status.close_call.text', { q }), (n) => say('status.close_call.many', { n }));
    return { kind: 'close_call', largest, below: [close], next };
  }
  const unknown = result.factors.filter((factor) => factor.unknown).map(({ id }) => id);
  const notKnown = naming(
    unknown,
    words,
    (q) => say('status.close_call.unknown', { q }),
    (n) => say('status.close_call.unknown.many', { n }),
  );
  return { kind: 'close_call', largest, below: [notKnown, { text: say('status.close_call.alone', { n: unknown.length }) }], next };
}

function firm(level: Level, result: Result, words: Words): Told {
  const { say } = words;
  const split = result.factors.filter(({ disagreement }) => disagreement === true).map(({ id }) => id);
  const still = naming(split, words, (q) => say('status.firm.split', { q }), (n) => say('status.firm.split.many', { n }));
  return {
    kind: 'firm',
    largest: adviceLine(level, result, words),
    below: [{ text: say('status.firm.text') }, ...(split.length > 0 ? [still] : [])],
    next: say('status.firm.next'),
  };
}

/** The status speaks first: an advice is named by it only where a group has one. */
export function statusOf(result: Result, view: View, words: Words): Told {
  const { level, status } = result;
  if (status === 'not_agreed') return notAgreed(result, words);
  if (level !== null && status === 'close_call') return closeCall(level, result, words);
  if (level !== null && status === 'firm') return firm(level, result, words);
  return status === 'incomplete' ? incomplete(result, words) : tooFew(result, view, words);
}
