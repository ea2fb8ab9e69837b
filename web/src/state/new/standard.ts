import type { Language } from '../../generated/languages.ts';
import { BUILT_IN } from '../model/built_in.ts';
import type { Text } from '../model/types.ts';
import { MIN_GROUP, type FactorDraft, type FactorRole, type GroupDraft, type WorkshopDraft } from './draft.ts';

/** What the engine makes of each built-in question. */
const ROLES: Readonly<Record<(typeof BUILT_IN)[number], FactorRole>> = {
  social_complexity: 'case_for',
  legitimacy: 'case_for',
  power: 'blocking',
  senior_buy_in: 'fixable',
  time: 'limiting',
  process_resources: 'fixable',
  legal: 'limiting',
  specialist_knowledge: 'limiting',
  innovation: 'case_for',
  service_resources: 'case_for',
};

const GROUPS = [
  { id: 'lived', livedExperience: true, holdsDecision: false },
  { id: 'carers', livedExperience: false, holdsDecision: false },
  { id: 'staff', livedExperience: false, holdsDecision: false },
  { id: 'managers', livedExperience: false, holdsDecision: false },
  { id: 'leaders', livedExperience: false, holdsDecision: true },
  { id: 'board', livedExperience: false, holdsDecision: true },
  { id: 'partners', livedExperience: false, holdsDecision: false },
] as const;

/** What a workshop has unless somebody changes it: the words are the catalogue's, in every language. */
export interface Standard {
  readonly decision: Text;
  readonly factors: readonly FactorDraft[];
  readonly groups: readonly GroupDraft[];
  /** For questions that have no pair of their own. */
  readonly yes: Text;
  readonly no: Text;
}

export type Catalogues = { readonly [tag in Language]: { readonly [key: string]: string } };

export function standardOf(catalogues: Catalogues): Standard {
  const text = (key: string): Text =>
    Object.fromEntries(
      Object.entries(catalogues).flatMap(([tag, texts]) => (texts[key] === undefined ? [] : [[tag, texts[key]]])),
    );
  return {
    decision: text('new.field.question.default'),
    factors: BUILT_IN.map((id) => ({
      id,
      role: ROLES[id],
      question: text(`factor.${id}.question`),
      hint: text(`factor.${id}.hint`),
      yes: text(`factor.${id}.yes`),
      no: text(`factor.${id}.no`),
      facts: [],
      leftOut: false,
    })),
    groups: GROUPS.map((group) => ({ ...group, label: text(`group.preset.${group.id}`) })),
    yes: text('factor.own.yes'),
    no: text('factor.own.no'),
  };
}

/** What a title is enough for. */
export function freshDraft(standard: Standard, language: Language): WorkshopDraft {
  return {
    title: {},
    question: standard.decision,
    context: {},
    organisation: '',
    contact: '',
    languages: [language],
    pace: 'together',
    closing: '',
    open: false,
    minGroup: String(MIN_GROUP.usual),
    factors: standard.factors,
    groups: standard.groups,
  };
}

/** The built-in question of this name; the facilitator's own have none. */
export function builtIn(standard: Standard, id: string): FactorDraft | undefined {
  return standard.factors.find((factor) => factor.id === id);
}
