import { TextField } from '../../components/field.tsx';
import type { Language } from '../../generated/languages.ts';
import type { Text } from '../../state/model/types.ts';
import { inLanguage } from '../../state/new/fields.ts';
import { say } from '../../words/say.ts';
import { languageName } from './sentences.ts';

/** What is wrong, by the id of the field. */
export type Errors = { readonly [field: string]: string };

interface TextsProps {
  /** The beginning of the fields' ids. */
  readonly field: string;
  readonly label: string;
  readonly hint?: string;
  readonly text: Text;
  readonly languages: readonly Language[];
  readonly errors: Errors;
  readonly onText: (text: Text) => void;
  readonly long?: boolean;
  readonly class?: string;
  /** The label says the language even where there is one alone. */
  readonly named?: boolean;
}

/** One text in each language of the workshop. */
export function Texts({ field, label, hint, text, languages, errors, onText, named, ...rest }: TextsProps) {
  return (
    <>
      {languages.map((language, index) => {
        const id = inLanguage(field, language);
        return (
          <TextField
            key={id}
            id={id}
            lang={language}
            label={languages.length > 1 || named ? say('new.text.language', { label, language: languageName(language) }) : label}
            hint={index === 0 ? hint : undefined}
            error={errors[id]}
            value={text[language] ?? ''}
            onValue={(words) => onText({ ...text, [language]: words })}
            {...rest}
          />
        );
      })}
    </>
  );
}
