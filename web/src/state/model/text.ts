import type { Text } from './types.ts';

/** The wording in the language asked for, else in the workshop's first, else in whichever there is. */
export function textIn(text: Text | undefined, language: string, first?: string): string {
  if (!text) return '';
  return text[language] ?? (first === undefined ? undefined : text[first]) ?? Object.values(text)[0] ?? '';
}
