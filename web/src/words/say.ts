import { signal } from '@preact/signals';

import { format, type Arguments } from '../../../shared/messages/format.ts';
import type { Bundle, MessageKey, Messages, None } from '../generated/keys.ts';
import { languages, type Language } from '../generated/languages.ts';
import { load } from '../generated/load.ts';

/** Fills in a sentence of the catalogue. Arguments are asked for only where the sentence has some. */
export type Say = <K extends MessageKey>(
  key: K,
  ...values: None extends Messages[K] ? [values?: Messages[K]] : [values: Messages[K]]
) => string;

type Texts = { readonly [key: string]: string };

/** What the sentences are said with: one language's texts, as many of them as were loaded. */
interface Voice {
  readonly language: Language;
  readonly texts: Texts;
}

const voice = signal<Voice>({ language: 'en', texts: {} });
const learnt = new Set<Bundle>();
const KEPT_CHOICE = 'quorate.language';

export function isLanguage(tag: string): tag is Language {
  return Object.prototype.hasOwnProperty.call(languages, tag);
}

/** The first of the reader's languages that there is a catalogue for, else English. */
export function preferred(kept: string | null, wishes: readonly string[]): Language {
  const tags = [...(kept === null ? [] : [kept]), ...wishes].map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  return tags.find(isLanguage) ?? 'en';
}

async function textsOf(language: Language, bundles: readonly Bundle[]): Promise<Texts> {
  const loaded = await Promise.all(bundles.map((bundle) => load[language][bundle]()));
  return Object.assign({}, ...loaded.map(({ messages }) => messages)) as Texts;
}

/** Fetches the sentences of these bundles in the present language. */
export async function learn(...bundles: readonly Bundle[]): Promise<void> {
  const { language } = voice.peek();
  const texts = await textsOf(language, bundles);
  bundles.forEach((bundle) => learnt.add(bundle));
  // The person may have changed the language while these were on their way.
  if (voice.peek().language !== language) return useLanguage(voice.peek().language);
  voice.value = { language, texts: { ...voice.peek().texts, ...texts } };
}

/** Changes the language; what is on screen changes when every sentence has arrived. */
export async function useLanguage(language: Language): Promise<void> {
  const texts = await textsOf(language, [...learnt]);
  voice.value = { language, texts };
  document.documentElement.lang = language;
}

function keptChoice(): string | null {
  try {
    return localStorage.getItem(KEPT_CHOICE);
  } catch {
    return null; // storage is refused: the browser's own languages decide
  }
}

/** Starts with the language chosen earlier or the browser's. */
export async function startWords(...bundles: readonly Bundle[]): Promise<void> {
  const language = preferred(keptChoice(), navigator.languages);
  voice.value = { language, texts: {} };
  document.documentElement.lang = language;
  await learn(...bundles);
}

/** The person chose a language: kept for the next visit where the browser allows it. */
export async function chooseLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(KEPT_CHOICE, language);
  } catch {
    // Storage is refused: the choice holds until the page is closed.
  }
  await useLanguage(language);
}

export function currentLanguage(): Language {
  return voice.value.language;
}

/** A `say` over fixed texts; the page's own is `say` below. */
export function sayIn(texts: Texts, language: Language): Say {
  return (key, ...values) => format(texts[key] ?? key, (values[0] ?? {}) as Arguments, languages[language].plurals);
}

export const say: Say = (key, ...values) => sayIn(voice.value.texts, voice.value.language)(key, ...values);

/** Whether there is a sentence of this name: for those that only the built-in questions have. */
export function known(key: string): key is MessageKey {
  return Object.prototype.hasOwnProperty.call(voice.value.texts, key);
}
