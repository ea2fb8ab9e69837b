import type { MessageKey } from '../generated/keys.ts';
import { textIn } from '../state/model/text.ts';
import type { Answer, Setup } from '../state/model/types.ts';
import type { Say } from './say.ts';

/** A workshop's own names and the catalogue's sentences together, in one language. */
export interface Words {
  readonly say: Say;
  /** The language in which the workshop's own texts are shown, which need not be the page's. */
  readonly lang: string;
  /** The question as it is asked. */
  question(factor: string): string;
  hint(factor: string): string;
  facts(factor: string): readonly { readonly text: string; readonly source?: string }[];
  /** What the question is about in a few words, for use inside a sentence. */
  short(factor: string): string;
  /** What the error says when nothing was chosen. */
  unanswered(factor: string): string;
  group(group: string): string;
  answer(factor: string, answer: Answer): string;
  /** "yes", "partly", "no" as the heading of a row, with this question's own words for them. */
  band(factor: string, zone: 'yes' | 'partly' | 'no'): string;
  /** "a, b and c" */
  list(items: readonly string[]): string;
  shorts(factors: readonly string[]): string;
}

export interface Speaker {
  readonly say: Say;
  readonly known: (key: string) => key is MessageKey;
  readonly language: string;
}

export function joined(say: Say, items: readonly string[]): string {
  const last = items[items.length - 1] ?? '';
  if (items.length < 2) return last;
  const front = items.slice(0, -1).reduce((a, b) => say('list.comma', { a, b }));
  return say('list.and', { a: front, b: last });
}

export function wordsOf(setup: Setup, { say, known, language }: Speaker): Words {
  const first = setup.languages[0];
  const factorOf = (id: string) => setup.factors[id];
  const question = (id: string) => textIn(factorOf(id)?.question, language, first);
  const pair = (id: string) => ({
    yes: textIn(factorOf(id)?.yes, language, first) || say('factor.own.yes'),
    no: textIn(factorOf(id)?.no, language, first) || say('factor.own.no'),
  });
  const short = (id: string) => {
    const key = `factor.${id}.short`;
    return known(key) ? (say as (key: MessageKey) => string)(key) : `“${question(id)}”`;
  };
  const unanswered = (id: string) => {
    const key = `factor.${id}.error`;
    return known(key) ? (say as (key: MessageKey) => string)(key) : say('factor.own.error');
  };
  const list = (items: readonly string[]) => joined(say, items);
  return {
    say,
    lang: setup.languages.includes(language) ? language : (first ?? language),
    question,
    short,
    unanswered,
    list,
    hint: (id) => textIn(factorOf(id)?.hint, language, first),
    facts: (id) => (factorOf(id)?.facts ?? []).map((fact) => ({ ...fact, text: textIn(fact.text, language, first) })),
    group: (id) => textIn(setup.groups[id]?.label, language, first),
    answer: (id, answer) => say(`answer.${answer}`, pair(id)),
    band: (id, zone) => say(`answer.row.${zone}`, pair(id)),
    shorts: (factors) => list(factors.map(short)),
  };
}
