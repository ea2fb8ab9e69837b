// The wall speaks both languages of a bilingual workshop: the page's, and below it the other one.
import { signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

import type { MessageKey } from '../../generated/keys.ts';
import type { Language } from '../../generated/languages.ts';
import { load } from '../../generated/load.ts';
import { LINE_HEIGHT, mostLines, otherSize, sizeFor, type Place } from '../../state/wall/fit.ts';
import type { Setup } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';
import { isLanguage, sayIn } from '../../words/say.ts';
import { wordsOf, type Speaker, type Words } from '../../words/words.ts';

const BUNDLES = ['wall', 'results', 'factors'] as const;

const speakers = signal<{ readonly [language: string]: Speaker }>({});
const asked = new Set<Language>();

/** Fetches that language's sentences, once; a line that breaks meanwhile is tried again at the next change. */
export async function hear(language: Language): Promise<void> {
  if (asked.has(language)) return;
  asked.add(language);
  try {
    const loaded = await Promise.all(BUNDLES.map((bundle) => load[language][bundle]()));
    const texts = Object.assign({}, ...loaded.map(({ messages }) => messages)) as { readonly [key: string]: string };
    const known = (key: string): key is MessageKey => Object.prototype.hasOwnProperty.call(texts, key);
    speakers.value = { ...speakers.value, [language]: { say: sayIn(texts, language), known, language } };
  } catch (fault) {
    asked.delete(language);
    console.error(fault);
  }
}

/** The workshop's other language, as far as there is a catalogue for it. */
export function otherLanguage({ languages: own }: Setup, language: string): Language | undefined {
  return own.length > 1 ? own.filter(isLanguage).find((each) => each !== language) : undefined;
}

/** The workshop's words in that language, once they have arrived. */
export function otherWords(setup: Setup, language: Language | undefined): Words | undefined {
  const speaker = language === undefined ? undefined : speakers.value[language];
  return speaker && wordsOf(setup, speaker);
}

const OtherContext = createContext<Words | undefined>(undefined);
export const OtherProvider = OtherContext.Provider;

/** The page's words, and the other language's where the workshop has one. */
export function useBoth(): readonly [words: Words, other: Words | undefined] {
  return [useWords(), useContext(OtherContext)];
}

/** A text in both languages; once where they say the same. */
export function textsOf([words, other]: readonly [Words, Words | undefined], of: (words: Words) => string): readonly string[] {
  const text = of(words);
  const second = other && of(other);
  return second === undefined || second === text || second === '' ? [text] : [text, second];
}

interface BothProps {
  readonly of: (words: Words) => string;
  readonly class?: string;
  /** The workshop's own words, which need not be in the page's language. */
  readonly own?: true;
}

/** A sentence in both languages, one under the other. */
export function Both({ of, class: name, own }: BothProps) {
  const both = useBoth();
  const [text, second] = textsOf(both, of);
  return (
    <>
      <p class={name} lang={own && both[0].lang}>{text}</p>
      {second === undefined ? null : <p class={`${name ?? ''} in-other`} lang={both[1]?.lang}>{second}</p>}
    </>
  );
}

/** The largest words, as large as there is room for. */
export function Largest({ of, own, place, as: Tag = 'h1' }: Omit<BothProps, 'class'> & { readonly place: Place; readonly as?: 'h1' | 'p' }) {
  const both = useBoth();
  const texts = textsOf(both, of);
  const [text, second] = texts;
  const size = sizeFor(texts, place);
  const other = otherSize(size);
  const lines = mostLines(place.most, size, second === undefined);
  return (
    <div class="wall-largest" style={{ '--line': LINE_HEIGHT }}>
      <Tag lang={own && both[0].lang} dir="auto" style={{ '--size': size, '--lines': lines }}>{text}</Tag>
      {second === undefined ? null : (
        <p class="in-other" lang={both[1]?.lang} dir="auto" style={{ '--size': other, '--lines': lines }}>{second}</p>
      )}
    </div>
  );
}
