import cy from '../../../../shared/messages/cy.json';
import en from '../../../../shared/messages/en.json';
import type { Language } from '../../../src/generated/languages.ts';
import type { Text } from '../../../src/state/model/types.ts';
import { MIN_GROUP, OPEN_MIN_GROUP, type FactorDraft, type WorkshopDraft } from '../../../src/state/new/draft.ts';
import { PACES, ROLES } from '../../../src/state/new/read_setup.ts';
import { freshDraft, standardOf, type Catalogues } from '../../../src/state/new/standard.ts';

export const standard = standardOf({ en, cy } as unknown as Catalogues);
export const NOW = new Date(2026, 4, 2, 9).getTime();

/** What is there when the page opens, with a title. */
export function draft(more: Partial<WorkshopDraft> = {}): WorkshopDraft {
  return { ...freshDraft(standard, 'en'), title: { en: 'Sanctuary' }, ...more };
}

/** Chance that is the same every time. */
function chance(seed: number): () => number {
  let state = seed * 2654435761 + 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const LANGUAGES: readonly (readonly [Language, ...Language[]])[] = [['en'], ['cy'], ['en', 'cy'], ['cy', 'en']];

/** A form that somebody may have filled in; the same seed gives the same one. */
export function anyDraft(seed: number): WorkshopDraft {
  const random = chance(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const maybe = () => random() < 0.3;
  const words = () => pick(['Yes & no', ' trimmed ', '', 'Ŵy "á" {x}', '😀 line', '<b>', '__proto__']);
  const languages = pick(LANGUAGES);
  const text = (): Text => Object.fromEntries(languages.map((tag) => [tag, words()]));
  const facts = () => Array.from({ length: Math.floor(random() * 3) }, () => ({ text: text(), source: words() }));
  const edited = (factor: FactorDraft): FactorDraft => ({
    ...factor,
    ...(maybe() ? { question: text() } : {}),
    ...(maybe() ? { hint: text() } : {}),
    ...(maybe() ? { yes: { ...factor.yes, cy: words() }, no: { ...factor.no, cy: words() } } : {}),
    ...(maybe() ? { facts: facts() } : {}),
    leftOut: factor.id !== 'power' && maybe(),
  });
  const own = (id: string): FactorDraft => ({
    id,
    role: pick([...ROLES, undefined]),
    question: text(),
    hint: text(),
    yes: { en: 'yes', cy: words() },
    no: { en: 'no', cy: words() },
    facts: facts(),
    leftOut: maybe(),
  });
  const shuffled = [...standard.factors.map(edited), own('own_1'), own('own_2')].sort(() => random() - 0.5);
  const open = maybe();
  const range = open ? OPEN_MIN_GROUP : MIN_GROUP;
  return {
    title: text(),
    question: maybe() ? text() : standard.decision,
    context: text(),
    organisation: words(),
    contact: words(),
    languages,
    pace: pick(PACES),
    closing: maybe() ? '2099-05-02T17:00' : '',
    open,
    minGroup: String(range.least + Math.floor(random() * (range.most - range.least + 1))),
    factors: shuffled,
    groups: [
      ...standard.groups.filter(() => !maybe()).map((group) => (maybe() ? { ...group, label: text() } : group)),
      ...(maybe() ? [{ id: 'own_1', label: text(), livedExperience: maybe(), holdsDecision: maybe() }] : []),
    ],
  };
}
