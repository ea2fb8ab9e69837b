import { Choices } from '../../components/field.tsx';
import type { Language } from '../../generated/languages.ts';
import { needsPair, type FactorDraft } from '../../state/new/draft.ts';
import { isReworded } from '../../state/new/factor_list.ts';
import { factorField } from '../../state/new/fields.ts';
import { ROLES } from '../../state/new/read_setup.ts';
import { builtIn, type Standard } from '../../state/new/standard.ts';
import { say } from '../../words/say.ts';
import { Facts } from './facts.tsx';
import { languageName } from './sentences.ts';
import { Texts, type Errors } from './texts.tsx';

interface EditorProps {
  readonly factor: FactorDraft;
  readonly standard: Standard;
  readonly languages: readonly [Language, ...Language[]];
  readonly errors: Errors;
  readonly onFactor: (part: Partial<FactorDraft>) => void;
  readonly onStandardWords: () => void;
}

/** With the pair of a standard question as the example. */
function pairHint(standard: Standard, language: Language): string {
  const example = builtIn(standard, 'time');
  return say('new.factors.pair.hint', {
    language: languageName(language),
    yes: example?.yes[language] ?? '',
    no: example?.no[language] ?? '',
  });
}

/** Everything about one question but its place. */
export function FactorEditor({ factor, standard, languages, errors, onFactor, onStandardWords }: EditorProps) {
  const { id } = factor;
  const role = factorField(id, 'role');
  const common = { languages, errors };
  return (
    <div class="question-edit">
      <Texts
        {...common}
        field={factorField(id, 'question')}
        label={say('new.factors.question.label')}
        text={factor.question}
        onText={(question) => onFactor({ question })}
      />
      <Texts
        {...common}
        long
        class="input-low"
        field={factorField(id, 'hint')}
        label={say('new.factors.hint.label')}
        text={factor.hint}
        onText={(hint) => onFactor({ hint })}
      />
      {languages.filter(needsPair).map((language) => (
        <div class="pair" key={language}>
          <p class="hint">{pairHint(standard, language)}</p>
          {(['yes', 'no'] as const).map((part) => (
            <Texts
              key={part}
              named
              errors={errors}
              languages={[language]}
              field={factorField(id, part)}
              label={say(`new.factors.${part}.label`)}
              text={factor[part]}
              onText={(text) => onFactor({ [part]: text })}
            />
          ))}
        </div>
      ))}
      {builtIn(standard, id) ? null : (
        <Choices
          name={role}
          legend={say('new.factors.role.label')}
          error={errors[role]}
          value={factor.role}
          onValue={(chosen) => onFactor({ role: chosen })}
          options={ROLES.map((value) => ({ value, label: say(`factor.role.${value}`) }))}
        />
      )}
      <Facts {...common} factor={factor} onFacts={(facts) => onFactor({ facts })} />
      {isReworded(factor, standard, languages) ? (
        <button type="button" class="link-button" onClick={onStandardWords}>
          {say('new.factors.standard_words')}
        </button>
      ) : null}
    </div>
  );
}
