import cy from '../../shared/messages/cy.json';
import en from '../../shared/messages/en.json';
import { setup } from '../src/fixtures/workshop.ts';
import type { Language } from '../src/generated/languages.ts';
import type { MessageKey } from '../src/generated/keys.ts';
import { sayIn } from '../src/words/say.ts';
import { wordsOf, type Words } from '../src/words/words.ts';

const catalogues = { en, cy } as unknown as Record<Language, { readonly [key: string]: string }>;

/** The fixture workshop's words over the whole catalogue. */
export function wordsIn(language: Language): Words {
  const texts = catalogues[language];
  return wordsOf(setup, { say: sayIn(texts, language), known: (key): key is MessageKey => key in texts, language });
}
