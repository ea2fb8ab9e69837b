// From the form to what the server takes (PROTOCOL.md section 5), which is also what a template holds.
import type { Language } from '../../generated/languages.ts';
import { timeIn } from '../model/local_time.ts';
import type { Fact, Pace, Text } from '../model/types.ts';
import { needsPair, type FactorDraft, type FactorRole, type GroupDraft, type WorkshopDraft } from './draft.ts';
import { asked } from './factor_list.ts';
import { builtIn, type Standard } from './standard.ts';
import { differs, isBlank, trimmed } from './texts.ts';

export interface SentFactor {
  readonly id: string;
  readonly role?: FactorRole;
  readonly question?: Text;
  readonly hint?: Text;
  readonly yes?: Text;
  readonly no?: Text;
  readonly facts?: readonly Fact[];
}

export interface SentGroup {
  readonly id: string;
  readonly label: Text;
  readonly lived_experience?: true;
  readonly holds_decision?: true;
}

export interface SentSetup {
  readonly title: Text;
  readonly question?: Text;
  readonly context?: Text;
  readonly organisation?: string;
  readonly contact?: string;
  readonly languages: readonly string[];
  readonly template: string;
  readonly factors: readonly SentFactor[];
  readonly groups: readonly SentGroup[];
  readonly min_group?: number;
  readonly open: boolean;
  readonly pace: Pace;
  readonly closing_ms?: number;
}

export const BUILT_IN_TEMPLATE = 'coproduction-v1';

type Languages = readonly Language[];

function sentFacts({ facts }: FactorDraft, languages: Languages): readonly Fact[] {
  return facts
    .filter(({ text, source }) => !isBlank(text, languages) || source.trim() !== '')
    .map(({ text, source }) => {
      const from = source.trim();
      return { text: trimmed(text, languages), ...(from === '' ? {} : { source: from }) };
    });
}

/** Yes and no in every language: a reader of another one would else be given a word of the first. */
function pairOf({ yes, no }: FactorDraft): Pick<SentFactor, 'yes' | 'no'> {
  const all = (text: Text) => trimmed(text, Object.keys(text) as Language[]);
  return { yes: all(yes), no: all(no) };
}

function sentFactor(factor: FactorDraft, standard: Standard, languages: Languages): SentFactor {
  const known = builtIn(standard, factor.id);
  const facts = sentFacts(factor, languages);
  const isNew = (part: 'question' | 'hint' | 'yes' | 'no') =>
    known === undefined || differs(factor[part], known[part], languages);
  const hint = trimmed(factor.hint, languages);
  const asksForPair = known === undefined ? languages.some(needsPair) : isNew('yes') || isNew('no');
  return {
    id: factor.id,
    ...(known === undefined && factor.role !== undefined ? { role: factor.role } : {}),
    ...(isNew('question') ? { question: trimmed(factor.question, languages) } : {}),
    // A built-in question's hint is taken away by an empty one.
    ...(isNew('hint') && (known !== undefined || Object.keys(hint).length > 0) ? { hint } : {}),
    ...(asksForPair ? pairOf(factor) : {}),
    ...(facts.length > 0 ? { facts } : {}),
  };
}

/** A built-in group that was not renamed keeps its name in every language. */
function sentGroup(group: GroupDraft, standard: Standard, languages: Languages): SentGroup {
  const known = standard.groups.find(({ id }) => id === group.id);
  const isKnown = known !== undefined && !differs(group.label, known.label, languages);
  return {
    id: group.id,
    label: isKnown ? known.label : trimmed(group.label, languages),
    ...(group.livedExperience ? { lived_experience: true } : {}),
    ...(group.holdsDecision ? { holds_decision: true } : {}),
  };
}

function unlessBlank(name: 'organisation' | 'contact', value: string): Pick<SentSetup, 'organisation' | 'contact'> {
  return value.trim() === '' ? {} : { [name]: value.trim() };
}

/** What was left empty is left out, and what is the server's own default too. */
export function setupOf(draft: WorkshopDraft, standard: Standard): SentSetup {
  const { languages } = draft;
  const minGroup = Number.parseInt(draft.minGroup, 10);
  const closing = draft.pace === 'over_days' ? timeIn(draft.closing) : undefined;
  const asksElse = differs(draft.question, standard.decision, languages) && !isBlank(draft.question, languages);
  return {
    title: trimmed(draft.title, languages),
    ...(asksElse ? { question: trimmed(draft.question, languages) } : {}),
    ...(isBlank(draft.context, languages) ? {} : { context: trimmed(draft.context, languages) }),
    ...unlessBlank('organisation', draft.organisation),
    ...unlessBlank('contact', draft.contact),
    languages,
    template: BUILT_IN_TEMPLATE,
    factors: asked(draft.factors).map((factor) => sentFactor(factor, standard, languages)),
    groups: draft.groups.map((group) => sentGroup(group, standard, languages)),
    ...(Number.isNaN(minGroup) ? {} : { min_group: minGroup }),
    open: draft.open,
    pace: draft.pace,
    ...(closing === undefined ? {} : { closing_ms: closing }),
  };
}
