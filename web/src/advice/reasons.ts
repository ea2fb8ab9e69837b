import type { MessageKey } from '../generated/keys.ts';
import type { Level, Result } from '../state/model/types.ts';
import type { Words } from '../words/words.ts';

const CLAUSES = ['C0', 'C1', 'C2', 'C3', 'C4', 'B0a', 'B0b', 'B1a', 'B1b', 'B1c', 'B2a', 'B2b', 'B2c', 'B3'] as const;
type Clause = (typeof CLAUSES)[number];

function isClause(clause: string): clause is Clause {
  return (CLAUSES as readonly string[]).includes(clause);
}

/** The clauses of the rule table that made the advice, as sentences. */
export function reasonsOf(result: Result, { say, shorts }: Words): readonly string[] {
  return (result.reasons ?? []).flatMap(({ clause, factors }) => {
    if (clause === 'B4') return [say('reason.B4')];
    return isClause(clause) ? [say(`reason.${clause}`, { factors: shorts(factors) })] : [];
  });
}

/** What has to be in place to reach a higher level: any one of these ways. */
export interface ToReach {
  readonly heading: string;
  readonly ways: readonly (readonly string[])[];
}

type Barrier = 'blocking' | 'limiting' | 'fixable';

function isBarrier(role: string): role is Barrier {
  return role === 'blocking' || role === 'limiting' || role === 'fixable';
}

/** Conditions for the levels above the advice, from 3 upwards. */
export function conditionsOf(result: Result, { say, short }: Words): readonly ToReach[] {
  const { conditions, level } = result;
  if (!conditions || level === null) return [];
  const role = (id: string): Barrier => {
    const found = result.factors.find((factor) => factor.id === id)?.role ?? '';
    return isBarrier(found) ? found : 'fixable';
  };
  const sentence = (id: string): string => {
    const key: MessageKey & `condition.${Barrier}` = `condition.${role(id)}`;
    return say(key, { factor: short(id) });
  };
  const above = ([3, 4] as const).filter((target: Level) => target > level);
  return above.flatMap((target) => {
    const advice = say(`level.${target}.name`);
    const heading = say('condition.to_reach', { advice });
    const sets = conditions[target === 3 ? '3' : '4'];
    if (sets === null) return target === 4 && level === 3 ? purposeOnly(heading, conditions.agree_purpose, say) : [];
    const purpose = conditions.agree_purpose && target === 3 ? [say('condition.agree_purpose')] : [];
    const ways = sets.map((set) => [...purpose, ...set.map(sentence)]).filter((way) => way.length > 0);
    return ways.length > 0 ? [{ heading, ways }] : [];
  });
}

function purposeOnly(heading: string, agreePurpose: boolean, say: Words['say']): readonly ToReach[] {
  return agreePurpose ? [{ heading, ways: [[say('condition.agree_purpose')]] }] : [];
}
