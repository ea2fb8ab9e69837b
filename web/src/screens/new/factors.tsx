import { useEffect, useRef, useState } from 'preact/hooks';

import { FieldError } from '../../components/field.tsx';
import type { Language } from '../../generated/languages.ts';
import { MOST_FACTORS } from '../../state/new/draft.ts';
import { asked, changed, hasRoom, moved, standardWords, withOwn, type Factors } from '../../state/new/factor_list.ts';
import { factorField, FIELDS, inLanguage } from '../../state/new/fields.ts';
import type { Standard } from '../../state/new/standard.ts';
import { say } from '../../words/say.ts';
import { FactorEditor } from './factor_editor.tsx';
import { FactorRow, questionWords } from './factor_row.tsx';
import type { Errors } from './texts.tsx';

interface FactorsProps {
  readonly factors: Factors;
  readonly standard: Standard;
  readonly languages: readonly [Language, ...Language[]];
  readonly errors: Errors;
  /** The questions whose words can be seen. */
  readonly opened: ReadonlySet<string>;
  readonly onOpened: (opened: ReadonlySet<string>) => void;
  readonly onFactors: (factors: Factors) => void;
}

/** The questions: their order, their words, which are left out, and the facilitator's own. */
export function QuestionList({ factors, standard, languages, errors, opened, onOpened, onFactors }: FactorsProps) {
  const [told, setTold] = useState('');
  const toFocus = useRef<string>();
  // A row that has moved in the page has lost the focus: it goes back to the button that was pressed.
  useEffect(() => {
    if (toFocus.current !== undefined) document.getElementById(toFocus.current)?.focus();
    toFocus.current = undefined;
  }, [factors]);
  const numbers = new Map(asked(factors).map(({ id }, index) => [id, index + 1]));
  const open = (id: string, isOpen: boolean) => {
    const ids = new Set(opened);
    if (isOpen) ids.add(id);
    else ids.delete(id);
    onOpened(ids);
  };
  const move = (id: string, step: -1 | 1) => {
    const list = moved(factors, id, step);
    const numbered = asked(list);
    const at = numbered.findIndex((factor) => factor.id === id);
    const factor = numbered[at];
    toFocus.current = `factor-${id}-${step < 0 ? 'up' : 'down'}`;
    onFactors(list);
    if (factor) setTold(say('new.factors.place', { n: at + 1, all: numbered.length, question: questionWords(factor, languages) }));
  };
  const add = () => {
    const list = withOwn(factors, standard);
    const own = list[list.length - 1];
    if (!own) return;
    toFocus.current = inLanguage(factorField(own.id, 'question'), languages[0]);
    open(own.id, true);
    onFactors(list);
  };
  const addError = errors[FIELDS.addFactor];
  return (
    <section class="part" aria-labelledby="factors-title">
      <h2 id="factors-title">{say('new.factors.title')}</h2>
      <p class="hint">{say('new.factors.hint')}</p>
      <p class="hint">{say('new.factors.ten')}</p>
      <ol class="question-list">
        {factors.map((factor, index) => {
          const words = questionWords(factor, languages);
          return (
            <li key={factor.id}>
              <FactorRow
                factor={factor}
                number={numbers.get(factor.id)}
                standard={standard}
                languages={languages}
                isFirst={index === 0}
                isLast={index === factors.length - 1}
                isOpen={opened.has(factor.id)}
                hasRoom={hasRoom(factors)}
                onMove={(step) => move(factor.id, step)}
                onOpen={(isOpen) => open(factor.id, isOpen)}
                onLeaveOut={(leftOut) => {
                  onFactors(changed(factors, factor.id, { leftOut }));
                  setTold(say(leftOut ? 'new.factors.was_left_out' : 'new.factors.was_put_back', { question: words }));
                }}
              />
              {opened.has(factor.id) && !factor.leftOut ? (
                <FactorEditor
                  factor={factor}
                  standard={standard}
                  languages={languages}
                  errors={errors}
                  onFactor={(part) => onFactors(changed(factors, factor.id, part))}
                  onStandardWords={() => onFactors(standardWords(factors, factor.id, standard))}
                />
              ) : null}
            </li>
          );
        })}
      </ol>
      <p role="status" class="hidden-visually">
        {told}
      </p>
      <FieldError id={FIELDS.addFactor} error={addError} />
      <button
        type="button"
        id={FIELDS.addFactor}
        class="button button-quiet"
        aria-disabled={!hasRoom(factors)}
        aria-describedby={addError === undefined ? undefined : `${FIELDS.addFactor}-error`}
        onClick={() => (hasRoom(factors) ? add() : undefined)}
      >
        {say('new.factors.add')}
      </button>
      {hasRoom(factors) ? null : <p class="hint">{say('new.factors.full', { n: MOST_FACTORS })}</p>}
    </section>
  );
}
