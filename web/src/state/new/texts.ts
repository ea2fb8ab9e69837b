import type { Language } from '../../generated/languages.ts';
import type { Text } from '../model/types.ts';

/** How long texts may be, in characters; the server's limits are twice as many bytes. */
export const LIMITS = { line: 200, text: 4000, answer: 20 } as const;

const BYTES_OF_A_CHARACTER = 2;
const encoder = new TextEncoder();

/** The length that is compared with a limit: scripts of three bytes a character have room for fewer. */
export function lengthOf(text: string): number {
  return Math.max(text.length, Math.ceil(encoder.encode(text).length / BYTES_OF_A_CHARACTER));
}

export function wordsIn(text: Text, language: Language): string {
  return (text[language] ?? '').trim();
}

export function isBlank(text: Text, languages: readonly Language[]): boolean {
  return languages.every((language) => wordsIn(text, language) === '');
}

/** What is sent of a text: trimmed, in these languages, without empty words. */
export function trimmed(text: Text, languages: readonly Language[]): Text {
  return Object.fromEntries(
    languages.map((language) => [language, wordsIn(text, language)] as const).filter(([, words]) => words !== ''),
  );
}

/** Whether somebody has changed a text, as far as this workshop shows it. */
export function differs(text: Text, from: Text, languages: readonly Language[]): boolean {
  return languages.some((language) => wordsIn(text, language) !== wordsIn(from, language));
}
