import type { Language } from '../../generated/languages.ts';
import { timeIn } from '../model/local_time.ts';
import type { Text } from '../model/types.ts';
import {
  MIN_GROUP,
  MOST_FACTORS,
  needsPair,
  OPEN_MIN_GROUP,
  type FactorDraft,
  type GroupDraft,
  type Range,
  type WorkshopDraft,
} from './draft.ts';
import { asked } from './factor_list.ts';
import { factField, factorField, FIELDS, groupField, inLanguage } from './fields.ts';
import { builtIn, type Standard } from './standard.ts';
import { differs, isBlank, lengthOf, LIMITS, wordsIn } from './texts.ts';

/** A sentence of the catalogue that needs nothing filled in. */
type Plain =
  | 'new.field.title.error'
  | 'new.field.closing.error'
  | 'new.groups.error'
  | 'new.groups.error.same'
  | 'new.factors.question.error'
  | 'new.factors.role.error'
  | 'new.factors.fact.error'
  | 'new.factors.pair.error'
  | 'new.factors.case_for.error';

export type DraftError = { readonly field: string } & (
  | { readonly key: Plain }
  | { readonly key: 'new.text.missing'; readonly language: Language }
  | { readonly key: 'new.text.too_long' | 'new.factors.most.error'; readonly n: number }
  | ({ readonly key: 'new.field.min_group.error' } & Range)
);

type Languages = readonly Language[];

function tooLong(field: string, words: string, n: number): readonly DraftError[] {
  return lengthOf(words) > n ? [{ field, key: 'new.text.too_long', n }] : [];
}

/** `empty` is said when nothing was written in any language; without it, that is no problem. */
function inText(field: string, text: Text, languages: Languages, most: number, empty?: Plain): readonly DraftError[] {
  const blank = isBlank(text, languages);
  const [first] = languages;
  if (blank && first !== undefined) return empty === undefined ? [] : [{ field: inLanguage(field, first), key: empty }];
  return languages.flatMap((language): readonly DraftError[] => {
    const words = wordsIn(text, language);
    const id = inLanguage(field, language);
    return words === '' ? [{ field: id, key: 'new.text.missing', language }] : tooLong(id, words, most);
  });
}

function inPair(factor: FactorDraft, languages: Languages): readonly DraftError[] {
  return (['yes', 'no'] as const).flatMap((part) =>
    languages.filter(needsPair).flatMap((language): readonly DraftError[] => {
      const words = wordsIn(factor[part], language);
      const field = inLanguage(factorField(factor.id, part), language);
      return words === '' ? [{ field, key: 'new.factors.pair.error' }] : tooLong(field, words, LIMITS.answer);
    }),
  );
}

function inFacts({ id, facts }: FactorDraft, languages: Languages): readonly DraftError[] {
  return facts.flatMap(({ text, source }, index) => {
    const sourced = source.trim() !== '';
    return [
      ...inText(factField(id, index, 'text'), text, languages, LIMITS.line, sourced ? 'new.factors.fact.error' : undefined),
      ...tooLong(factField(id, index, 'source'), source, LIMITS.line),
    ];
  });
}

function inFactor(factor: FactorDraft, standard: Standard, languages: Languages): readonly DraftError[] {
  const known = builtIn(standard, factor.id);
  const own = (part: 'question' | 'hint') => known === undefined || differs(factor[part], known[part], languages);
  const question = factorField(factor.id, 'question');
  return [
    ...(own('question') ? inText(question, factor.question, languages, LIMITS.line, 'new.factors.question.error') : []),
    ...(own('hint') ? inText(factorField(factor.id, 'hint'), factor.hint, languages, LIMITS.line) : []),
    ...inPair(factor, languages),
    ...(factor.role === undefined ? [{ field: factorField(factor.id, 'role'), key: 'new.factors.role.error' } as const] : []),
    ...inFacts(factor, languages),
  ];
}

function inFactors({ factors, languages }: WorkshopDraft, standard: Standard): readonly DraftError[] {
  const list = asked(factors);
  const field = FIELDS.addFactor;
  return [
    ...list.flatMap((factor) => inFactor(factor, standard, languages)),
    ...(list.length > MOST_FACTORS ? [{ field, key: 'new.factors.most.error', n: MOST_FACTORS } as const] : []),
    ...(list.some(({ role }) => role === 'case_for') ? [] : [{ field, key: 'new.factors.case_for.error' } as const]),
  ];
}

function inGroups(groups: readonly GroupDraft[], languages: Languages): readonly DraftError[] {
  const seen = new Set<string>();
  return groups.flatMap(({ id, label }): readonly DraftError[] => {
    const found = inText(groupField(id), label, languages, LIMITS.line, 'new.groups.error');
    const same = languages.flatMap((language): readonly DraftError[] => {
      const name = wordsIn(label, language).toLocaleLowerCase();
      if (name === '') return [];
      const key = `${language} ${name}`;
      if (seen.has(key)) return [{ field: inLanguage(groupField(id), language), key: 'new.groups.error.same' }];
      seen.add(key);
      return [];
    });
    return [...found, ...same];
  });
}

function inMinGroup({ minGroup, open }: WorkshopDraft): readonly DraftError[] {
  const { least, most } = open ? OPEN_MIN_GROUP : MIN_GROUP;
  const fits = /^\s*\d+\s*$/.test(minGroup) && Number(minGroup) >= least && Number(minGroup) <= most;
  return fits ? [] : [{ field: FIELDS.minGroup, key: 'new.field.min_group.error', least, most }];
}

function inClosing({ pace, closing }: WorkshopDraft, nowMs: number): readonly DraftError[] {
  if (pace !== 'over_days') return [];
  const at = timeIn(closing);
  return at !== undefined && at > nowMs ? [] : [{ field: FIELDS.closing, key: 'new.field.closing.error' }];
}

/** What has to be put right before this can be made, in the order of the form. */
export function errorsIn(draft: WorkshopDraft, standard: Standard, nowMs: number): readonly DraftError[] {
  const { languages } = draft;
  return [
    ...inText('title', draft.title, languages, LIMITS.line, 'new.field.title.error'),
    ...inText('question', draft.question, languages, LIMITS.line),
    ...inText('context', draft.context, languages, LIMITS.text),
    ...tooLong(FIELDS.organisation, draft.organisation, LIMITS.line),
    ...tooLong(FIELDS.contact, draft.contact, LIMITS.line),
    ...inFactors(draft, standard),
    ...inGroups(draft.groups, languages),
    ...inClosing(draft, nowMs),
    ...inMinGroup(draft),
  ];
}
