import { charactersLeft, REASON_MOST } from '../../state/model/reason.ts';
import type { Phone } from '../../state/phone/phone.ts';
import type { OwnQuestion } from '../../state/phone/progress.ts';
import { useWords } from '../../words/context.tsx';

/** From here on it is said how much still fits. */
const NEARLY_FULL = 60;

/** Why, in the person's own words: goes with the answer. */
export function ReasonField({ phone, question }: { readonly phone: Phone; readonly question: OwnQuestion }) {
  const { say } = useWords();
  const text = phone.drafts.reason(question);
  const left = charactersLeft(text);
  const onInput = (field: HTMLTextAreaElement) => {
    phone.drafts.write(question, field.value);
    field.value = phone.drafts.reason(question); // what does not fit is not there
  };
  return (
    <div class="field reason-field">
      <label for="reason">{say('phone.reason.label')}</label>
      <p class="hint" id="reason-hint">
        {say('phone.reason.hint')}
      </p>
      <textarea
        id="reason"
        class="input"
        rows={2}
        maxLength={REASON_MOST}
        value={text}
        disabled={question.state !== 'open'}
        aria-describedby="reason-hint"
        onInput={(event) => onInput(event.currentTarget)}
      />
      <p role="status" class="hint">
        {left <= NEARLY_FULL ? say('phone.reason.left', { n: left }) : null}
      </p>
    </div>
  );
}
