// What the form's fields are called, so that a problem leads to its field wherever it was found.
import type { Language } from '../../generated/languages.ts';

export const FIELDS = {
  organisation: 'organisation',
  contact: 'contact',
  languages: 'languages',
  pace: 'pace',
  closing: 'closing',
  minGroup: 'min-group',
  addFactor: 'add-factor',
  addGroup: 'add-group',
  key: 'create-key',
  create: 'create',
} as const;

/** A field in one of the workshop's languages. */
export const inLanguage = (field: string, language: Language) => `${field}-${language}`;

export const factorField = (id: string, part: 'question' | 'hint' | 'yes' | 'no' | 'role') => `factor-${id}-${part}`;

export const factField = (id: string, index: number, part: 'text' | 'source') => `factor-${id}-fact-${index}-${part}`;

export const groupField = (id: string) => `group-${id}`;

/** The question a field belongs to, whose part of the form has to be open for it. */
export function factorOfField(field: string, ids: readonly string[]): string | undefined {
  return ids.find((id) => field.startsWith(`factor-${id}-`));
}
