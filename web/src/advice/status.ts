import type { FactorResult, Level, Result } from '../state/model/types.ts';
import type { Words } from '../words/words.ts';
import { LEVELS } from './heading.ts';

/** How sure the advice is: a short title and what it means. */
export interface Told {
  readonly title: string;
  readonly text: string;
}

/** Two groups, or one group and everybody (no `b`), whose own levels are far apart. */
export interface Apart {
  readonly a: { readonly id: string; readonly level: Level };
  readonly b: { readonly id: string | undefined; readonly level: Level };
}

const FAR_APART = 2; // levels

/** The pair of views that differ most, when they differ by two levels or more. */
export function farApart(result: Result): Apart | undefined {
  const groups = result.groups.flatMap(({ id, level }) => (level === null ? [] : [{ id, level }]));
  const all: { readonly id: string | undefined; readonly level: Level }[] = [...groups];
  if (result.level !== null) all.push({ id: undefined, level: result.level });
  let widest: Apart | undefined;
  for (const a of groups) {
    for (const b of all) {
      const gap = Math.abs(a.level - b.level);
      const known = widest ? Math.abs(widest.a.level - widest.b.level) : FAR_APART - 1;
      if (gap > known) widest = { a, b };
    }
  }
  return widest;
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
  const title = say('status.incomplete.title', { n, all });
  const { ceiling } = result;
  const above = ceiling === null ? [] : LEVELS.filter((level) => level > ceiling);
  if (above.length === 0) return { title, text: say('status.incomplete.text.none') };
  const levels = list(above.map((level) => say(`level.${level}.name`)));
  const because = holdingDown(result);
  const text =
    because.length > 0
      ? say('status.incomplete.text', { levels, factors: shorts(because) })
      : say('status.incomplete.text.case_cap', { levels });
  return { title, text };
}

function criticalWhere(result: Result, holds: (factor: FactorResult) => boolean): readonly string[] {
  const critical = result.critical ?? [];
  return result.factors.filter((factor) => critical.includes(factor.id) && holds(factor)).map(({ id }) => id);
}

function tooFew(result: Result, { say, list, question }: Words): Told {
  const unknown = criticalWhere(result, (factor) => Boolean(factor.unknown));
  if (result.n < result.k || unknown.length === 0) {
    const k = result.k;
    return { title: say('status.too_few_people.title'), text: say('status.too_few_people.text', { k }) };
  }
  const factor = list(unknown.map(question));
  const text = say('status.too_few_knowledge.text', { factor });
  return { title: say('status.too_few_knowledge.title'), text };
}

function notAgreed(result: Result, { say, shorts, group }: Words): Told {
  const title = say('status.not_agreed.title');
  const split = criticalWhere(result, (factor) => factor.disagreement === true);
  if (split.length > 0 && result.range) {
    const [lo, hi] = result.range;
    const names = { lo: say(`level.${lo}.name`), hi: say(`level.${hi}.name`) };
    return { title, text: say('status.not_agreed.text', { factor: shorts(split), ...names }) };
  }
  const apart = farApart(result);
  const groupA = apart ? group(apart.a.id) : '';
  const groupB = apart?.b.id === undefined ? say('group.everyone') : group(apart.b.id);
  return { title, text: say('status.not_agreed.groups.text', { group_a: groupA, group_b: groupB }) };
}

function closeCall(result: Result, { say, shorts }: Words): Told {
  const title = say('status.close_call.title');
  const critical = result.critical ?? [];
  if (critical.length > 0) return { title, text: say('status.close_call.text', { factor: shorts(critical) }) };
  const unknown = result.factors.filter((factor) => factor.unknown).map(({ id }) => id);
  return { title, text: say('status.close_call.unknown.text', { factor: shorts(unknown) }) };
}

export function statusOf(result: Result, words: Words): Told {
  switch (result.status) {
    case 'incomplete':
      return incomplete(result, words);
    case 'too_few':
      return tooFew(result, words);
    case 'not_agreed':
      return notAgreed(result, words);
    case 'close_call':
      return closeCall(result, words);
    case 'firm':
      return { title: words.say('status.firm.title'), text: words.say('status.firm.text') };
  }
}
