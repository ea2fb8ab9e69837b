// What can be done with the list of questions. Every question has one place, whether it is asked or left out.
import type { Language } from '../../generated/languages.ts';
import type { Text } from '../model/types.ts';
import { ALWAYS_ASKED, freeId, MOST_FACTORS, needsPair, type FactorDraft } from './draft.ts';
import { builtIn, type Standard } from './standard.ts';
import { differs } from './texts.ts';

export type Factors = readonly FactorDraft[];

export function asked(factors: Factors): Factors {
  return factors.filter(({ leftOut }) => !leftOut);
}

export function changed(factors: Factors, id: string, part: Partial<FactorDraft>): Factors {
  return factors.map((factor) => (factor.id === id ? { ...factor, ...part } : factor));
}

/** One place up (-1) or down (1); the ends stay where they are. */
export function moved(factors: Factors, id: string, step: -1 | 1): Factors {
  const from = factors.findIndex((factor) => factor.id === id);
  const there = factors[from + step];
  const here = factors[from];
  if (!here || !there) return factors;
  const list = [...factors];
  list[from] = there;
  list[from + step] = here;
  return list;
}

export function mayBeLeftOut(id: string): boolean {
  return id !== ALWAYS_ASKED;
}

/** Whether there is room for one more question. */
export function hasRoom(factors: Factors): boolean {
  return asked(factors).length < MOST_FACTORS;
}

/** The word for yes or no in the languages that have one for every question. */
function oneForAll(text: Text): Text {
  return Object.fromEntries(Object.entries(text).filter(([language]) => !needsPair(language as Language)));
}

/** The list with an empty question of the facilitator's own at its end. */
export function withOwn(factors: Factors, standard: Standard): Factors {
  const own: FactorDraft = {
    id: freeId(factors),
    role: undefined,
    question: {},
    hint: {},
    yes: oneForAll(standard.yes),
    no: oneForAll(standard.no),
    facts: [],
    leftOut: false,
  };
  return [...factors, own];
}

/** Whether a built-in question no longer has its own words. */
export function isReworded(factor: FactorDraft, standard: Standard, languages: readonly Language[]): boolean {
  const known = builtIn(standard, factor.id);
  if (!known) return false;
  return (['question', 'hint', 'yes', 'no'] as const).some((part) => differs(factor[part], known[part], languages));
}

/** A built-in question with its own words again; facts and place stay. */
export function standardWords(factors: Factors, id: string, standard: Standard): Factors {
  const known = builtIn(standard, id);
  if (!known) return factors;
  const { question, hint, yes, no } = known;
  return changed(factors, id, { question, hint, yes, no });
}
