import type { Language } from '../../generated/languages.ts';
import { textIn } from '../../state/model/text.ts';
import type { FactorDraft } from '../../state/new/draft.ts';
import { isReworded, mayBeLeftOut } from '../../state/new/factor_list.ts';
import { builtIn, type Standard } from '../../state/new/standard.ts';
import { say } from '../../words/say.ts';

interface RowProps {
  readonly factor: FactorDraft;
  /** Its number among those asked; none for one that is left out. */
  readonly number: number | undefined;
  readonly standard: Standard;
  readonly languages: readonly [Language, ...Language[]];
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isOpen: boolean;
  /** Whether one more question may be asked. */
  readonly hasRoom: boolean;
  readonly onMove: (step: -1 | 1) => void;
  readonly onOpen: (open: boolean) => void;
  readonly onLeaveOut: (leftOut: boolean) => void;
}

export function questionWords(factor: FactorDraft, [first]: readonly [Language, ...Language[]]): string {
  return (factor.question[first] ?? '').trim() || textIn(factor.question, first).trim() || say('new.factors.untitled');
}

function marks(factor: FactorDraft, standard: Standard, languages: readonly Language[]): readonly string[] {
  return [
    ...(factor.leftOut ? [say('new.factors.left_out')] : []),
    ...(builtIn(standard, factor.id) ? [] : [say('new.factors.own')]),
    ...(isReworded(factor, standard, languages) ? [say('new.factors.reworded')] : []),
    ...(factor.facts.length > 0 ? [say('new.factors.facts', { n: factor.facts.length })] : []),
  ];
}

/** A question in the list, and what can be done with it. The buttons stay where they are, so that the
 *  focus stays on them while the question moves. */
export function FactorRow(props: RowProps) {
  const { factor, number, standard, languages, isOpen, onMove, onOpen, onLeaveOut } = props;
  const question = questionWords(factor, languages);
  const named = (action: string) => say('new.factors.name', { action, question });
  const shown = marks(factor, standard, languages);
  const move = (step: -1 | 1, action: string, disabled: boolean) => (
    <button
      type="button"
      class="button button-quiet button-small"
      id={`factor-${factor.id}-${step < 0 ? 'up' : 'down'}`}
      aria-label={named(action)}
      aria-disabled={disabled}
      onClick={() => (disabled ? undefined : onMove(step))}
    >
      {action}
    </button>
  );
  const leaveOut = say(factor.leftOut ? 'new.factors.put_back' : 'new.factors.leave_out');
  const stuck = factor.leftOut && !props.hasRoom;
  return (
    <div class={`question-row${factor.leftOut ? ' is-left-out' : ''}`}>
      <p class="question-words">
        <span class="question-number number" aria-hidden="true">
          {number ?? '–'}
        </span>
        <span lang={languages[0]}>{question}</span>
      </p>
      {shown.length > 0 ? (
        <ul class="question-marks">
          {shown.map((mark) => (
            <li key={mark}>{mark}</li>
          ))}
        </ul>
      ) : null}
      <div class="question-actions">
        {move(-1, say('new.factors.up'), props.isFirst)}
        {move(1, say('new.factors.down'), props.isLast)}
        {factor.leftOut ? null : (
          <button
            type="button"
            class="button button-quiet button-small"
            aria-label={named(say('ui.edit'))}
            aria-expanded={isOpen}
            onClick={() => onOpen(!isOpen)}
          >
            {say('ui.edit')}
          </button>
        )}
        {mayBeLeftOut(factor.id) ? (
          <button
            type="button"
            class="button button-quiet button-small"
            aria-label={named(leaveOut)}
            aria-disabled={stuck}
            onClick={() => (stuck ? undefined : onLeaveOut(!factor.leftOut))}
          >
            {leaveOut}
          </button>
        ) : null}
      </div>
      {mayBeLeftOut(factor.id) ? null : <p class="hint small">{say('new.factors.power_stays')}</p>}
    </div>
  );
}
