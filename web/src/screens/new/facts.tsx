import { TextField } from '../../components/field.tsx';
import type { Language } from '../../generated/languages.ts';
import { MOST_FACTS, type FactDraft, type FactorDraft } from '../../state/new/draft.ts';
import { factField, inLanguage } from '../../state/new/fields.ts';
import { say } from '../../words/say.ts';
import { Texts, type Errors } from './texts.tsx';

interface FactsProps {
  readonly factor: FactorDraft;
  readonly languages: readonly [Language, ...Language[]];
  readonly errors: Errors;
  readonly onFacts: (facts: readonly FactDraft[]) => void;
}

/** What people should know before they answer, each with where it comes from. */
export function Facts({ factor: { id, facts }, languages, errors, onFacts }: FactsProps) {
  const change = (at: number, part: Partial<FactDraft>) =>
    onFacts(facts.map((fact, index) => (index === at ? { ...fact, ...part } : fact)));
  const add = `factor-${id}-fact-add`;
  const focusSoon = (field: string) => requestAnimationFrame(() => document.getElementById(field)?.focus());
  return (
    <div class="facts-edited">
      {facts.map((fact, index) => (
        <fieldset key={index} class="fact-edited">
          <legend class="field-label">{say('new.factors.fact.number', { n: index + 1 })}</legend>
          <Texts
            field={factField(id, index, 'text')}
            label={say('new.factors.fact.label')}
            text={fact.text}
            languages={languages}
            errors={errors}
            onText={(text) => change(index, { text })}
          />
          <TextField
            id={factField(id, index, 'source')}
            label={say('new.factors.fact.source.label')}
            error={errors[factField(id, index, 'source')]}
            value={fact.source}
            onValue={(source) => change(index, { source })}
          />
          <button
            type="button"
            class="button button-quiet button-small"
            onClick={() => {
              onFacts(facts.filter((_, at) => at !== index));
              focusSoon(add);
            }}
          >
            {say('new.factors.fact.remove')}
          </button>
        </fieldset>
      ))}
      {facts.length < MOST_FACTS ? (
        <button
          type="button"
          id={add}
          class="button button-quiet button-small"
          onClick={() => {
            onFacts([...facts, { text: {}, source: '' }]);
            focusSoon(inLanguage(factField(id, facts.length, 'text'), languages[0]));
          }}
        >
          {say('new.factors.fact.add')}
        </button>
      ) : null}
    </div>
  );
}
