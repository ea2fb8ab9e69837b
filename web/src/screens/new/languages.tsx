import { Choices } from '../../components/field.tsx';
import { languages as known, type Language } from '../../generated/languages.ts';
import { FIELDS } from '../../state/new/fields.ts';
import { say } from '../../words/say.ts';
import type { Part } from './part.ts';
import { languageName } from './sentences.ts';

const TAGS = Object.keys(known) as Language[];
/** One language, or two. */
const CHOICES: readonly (readonly [Language, ...Language[]])[] = [
  ...TAGS.map((tag): readonly [Language] => [tag]),
  ...TAGS.flatMap((one, index) => TAGS.slice(index + 1).map((other): readonly [Language, Language] => [one, other])),
];

const valueOf = (languages: readonly Language[]) => [...languages].sort().join('+');

function nameOf([a, b]: readonly [Language, ...Language[]]): string {
  return b === undefined ? languageName(a) : say('new.language.two', { a: languageName(a), b: languageName(b) });
}

/** The languages that the workshop's own texts are written in. */
export function LanguageChoice({ draft, errors, onPart }: Part) {
  const [first] = draft.languages;
  const choose = (value: string) => {
    const chosen = CHOICES.find((languages) => valueOf(languages) === value);
    // What was written so far stays the first: it stands in where the other is missing.
    if (chosen) onPart({ languages: chosen[1] === first ? [first, chosen[0]] : chosen });
  };
  return (
    <section class="part">
      <Choices
        name={FIELDS.languages}
        legend={say('new.field.languages.label')}
        hint={say('new.field.languages.hint')}
        error={errors[FIELDS.languages]}
        value={valueOf(draft.languages)}
        onValue={choose}
        options={CHOICES.map((languages) => ({ value: valueOf(languages), label: nameOf(languages) }))}
      />
    </section>
  );
}
