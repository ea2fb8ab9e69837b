// What people read, from the same catalogue as the pages: a test finds a button by its words.
import { readFileSync } from 'node:fs';

import { format, type Arguments, type Plurals } from '../../shared/messages/format.ts';

export type Language = 'en' | 'cy';
export type Rating = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 'dk' | 'na';

interface Catalogue {
  readonly '@meta': { readonly plurals: Plurals };
  readonly [key: string]: unknown;
}

const read = (language: Language): Catalogue =>
  JSON.parse(
    readFileSync(new URL(`../../shared/messages/${language}.json`, import.meta.url), 'utf8'),
  ) as Catalogue;

const catalogues: Readonly<Record<Language, Catalogue>> = { en: read('en'), cy: read('cy') };

/** A sentence as it is shown. A key that is not in the catalogue is a mistake in the test. */
export function say(key: string, values: Arguments = {}, language: Language = 'en'): string {
  const catalogue = catalogues[language];
  const pattern = catalogue[key] ?? catalogues.en[key];
  if (typeof pattern !== 'string') throw new Error(`the catalogue has no ${key}`);
  return format(pattern, values, catalogue['@meta'].plurals);
}

/** The beginning of a sentence up to its first argument, for finding it whatever the argument is. */
export function opening(key: string): string {
  const pattern = catalogues.en[key];
  if (typeof pattern !== 'string') throw new Error(`the catalogue has no ${key}`);
  return pattern.split('{')[0] ?? '';
}

/** The ten questions, in the order in which they are asked. */
export const factors = [
  'social_complexity',
  'legitimacy',
  'power',
  'senior_buy_in',
  'time',
  'process_resources',
  'legal',
  'specialist_knowledge',
  'innovation',
  'service_resources',
] as const;

export type Factor = (typeof factors)[number];

/** Where a question comes, from 1. */
export const numberOf = (factor: Factor): number => factors.indexOf(factor) + 1;

export const question = (factor: Factor, language: Language = 'en'): string =>
  say(`factor.${factor}.question`, {}, language);

/** The words of an answer to this question. */
export function answerWords(factor: Factor, rating: Rating, language: Language = 'en'): string {
  const pair = {
    yes: say(`factor.${factor}.yes`, {}, language),
    no: say(`factor.${factor}.no`, {}, language),
  };
  return say(`answer.${rating}`, pair, language);
}

/** The accessible name of an answer's radio button. */
export function answerName(factor: Factor, rating: Rating, language: Language = 'en'): string {
  const label = answerWords(factor, rating, language);
  return typeof rating === 'number' ? say('answer.name', { label, n: rating }, language) : label;
}
