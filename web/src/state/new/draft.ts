import type { Language } from '../../generated/languages.ts';
import { paired } from '../../generated/paired.ts';
import type { Factor, Pace, Text } from '../model/types.ts';

export type FactorRole = Factor['role'];

export interface FactDraft {
  readonly text: Text;
  readonly source: string;
}

/** A question as it is edited: its words whole, in every language there is something for. */
export interface FactorDraft {
  readonly id: string;
  /** Nothing chosen yet: only for a question of the facilitator's own. */
  readonly role: FactorRole | undefined;
  readonly question: Text;
  readonly hint: Text;
  readonly yes: Text;
  readonly no: Text;
  readonly facts: readonly FactDraft[];
  /** It keeps its place and its words, and is not asked. */
  readonly leftOut: boolean;
}

export interface GroupDraft {
  readonly id: string;
  readonly label: Text;
  readonly livedExperience: boolean;
  readonly holdsDecision: boolean;
}

export interface WorkshopDraft {
  readonly title: Text;
  /** The decision that the group has to make. */
  readonly question: Text;
  readonly context: Text;
  readonly organisation: string;
  readonly contact: string;
  /** The one that stands in for missing words first. */
  readonly languages: readonly [Language, ...Language[]];
  readonly pace: Pace;
  /** As the browser's field has it: local time, "2026-05-02T17:00". Only for the pace over days. */
  readonly closing: string;
  readonly open: boolean;
  /** As it was typed. */
  readonly minGroup: string;
  readonly factors: readonly FactorDraft[];
  readonly groups: readonly GroupDraft[];
}

/** The engine's bounds: at most 12 groups, one of them being "Prefer not to say". */
export const MOST_GROUPS = 11;
export const MOST_FACTORS = 24;
export const MOST_FACTS = 8;

export interface Range {
  readonly least: number;
  readonly most: number;
}

/** What the smallest group shown may be, and what it is unless somebody chooses. */
export const MIN_GROUP = { least: 5, most: 20, usual: 5 } as const;
export const OPEN_MIN_GROUP = { least: 2, most: 4, usual: 4 } as const;

/** Without shared power it is not co-production: this question is always asked. */
export const ALWAYS_ASKED = 'power';

/** Where yes and no depend on the question: each question has a pair of its own. */
export function needsPair(language: Language): boolean {
  return paired.includes(language);
}

/** The page's language was changed: the workshop goes along as long as its title has not been written. */
export function inLanguage(draft: WorkshopDraft, from: Language, to: Language): WorkshopDraft {
  const untouched = draft.languages.length === 1 && draft.languages[0] === from && (draft.title[from] ?? '').trim() === '';
  return untouched ? { ...draft, languages: [to] } : draft;
}

/** The open mode has bounds of its own, so its number starts anew. */
export function withOpen(draft: WorkshopDraft, open: boolean): WorkshopDraft {
  return { ...draft, open, minGroup: String((open ? OPEN_MIN_GROUP : MIN_GROUP).usual) };
}

/** The first of own_1, own_2, … that is not taken. */
export function freeId(taken: readonly { readonly id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  let number = 1;
  while (ids.has(`own_${number}`)) number += 1;
  return `own_${number}`;
}
