// What the form says of its own problems, and what its languages are called.
import { languages, type Language } from '../../generated/languages.ts';
import { VERSION, type TemplateProblem } from '../../state/new/template.ts';
import type { DraftError } from '../../state/new/errors.ts';
import type { MessageKey } from '../../generated/keys.ts';
import { known, say } from '../../words/say.ts';

/** In the reader's language where the catalogue has it, else as the language calls itself. */
export function languageName(language: Language): string {
  const key = `new.language.${language}`;
  return known(key) ? (say as (key: MessageKey) => string)(key) : languages[language].name;
}

export function errorSentence(error: DraftError): string {
  switch (error.key) {
    case 'new.text.missing':
      return say(error.key, { language: languageName(error.language) });
    case 'new.text.too_long':
    case 'new.factors.most.error':
      return say(error.key, { n: error.n });
    case 'new.field.min_group.error':
      return say(error.key, { least: error.least, most: error.most });
    default:
      return say(error.key);
  }
}

export function templateSentence(problem: TemplateProblem): string {
  switch (problem.key) {
    case 'new.template.error.too_large':
      return say(problem.key, { n: problem.n });
    case 'new.template.error.version':
      return say(problem.key, { version: problem.version, known: String(VERSION) });
    case 'new.template.error.field':
      return say(problem.key, { field: problem.field });
    default:
      return say(problem.key);
  }
}
