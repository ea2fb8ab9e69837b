import { useState } from 'preact/hooks';

import { ErrorSummary, type Problem } from '../../components/error_summary.tsx';
import { ScreenHeading } from '../../components/heading.tsx';
import { Status } from '../../components/notice.tsx';
import { FIRST_ANSWER, RatingCard } from '../../components/rating.tsx';
import { QuestionSeats } from '../../components/seats.tsx';
import type { Answer } from '../../state/model.ts';
import { ownSentence } from '../../state/own_sentence.ts';
import type { Phone } from '../../state/phone.ts';
import { isDone, previousOpen, type OwnQuestion } from '../../state/progress.ts';
import { useWords } from '../../words/context.tsx';
import { refusalSentence } from '../../words/refusal.ts';
import { known } from '../../words/say.ts';

/** The sentence about this question's answer, filled in. */
function useSentence(phone: Phone, question: OwnQuestion) {
  const { say } = useWords();
  const sentence = ownSentence(question, phone.chosen(question), phone.client.model.value.link);
  if (!sentence) return undefined;
  const { key, tone } = sentence;
  if (key === 'phone.state.not_sent') {
    const reason = refusalSentence({ code: question.code ?? '' }, { say, known });
    return { tone, text: say('phone.state.not_sent', { reason }) };
  }
  return { tone, text: (say as (key: string) => string)(key) };
}

/** The answer of the round before, which stands, and the one tap that gives it again. */
function Previous({ phone, question, previous }: { phone: Phone; question: OwnQuestion; previous: Answer }) {
  const { answer, say } = useWords();
  const keep = () => {
    phone.choose(question, previous);
    phone.submit(question);
  };
  return (
    <div class="previous">
      <p>{say('phone.round.new', { n: question.round - 1 })}</p>
      {question.own === 'unanswered' ? (
        <button type="button" class="button button-quiet" onClick={keep}>
          {say('phone.keep', { label: answer(question.id, previous) })}
        </button>
      ) : null}
    </div>
  );
}

/** One question, one page. */
export function QuestionPage({ phone, question }: { readonly phone: Phone; readonly question: OwnQuestion }) {
  const words = useWords();
  const { say } = words;
  const [missing, setMissing] = useState<string | undefined>(undefined);
  const questions = phone.questions.value;
  const open = questions.filter(({ state }) => state === 'open');
  const isOpen = question.state === 'open';
  const chosen = phone.chosen(question);
  const sentence = useSentence(phone, question);
  const isMissing = missing === question.id && chosen === undefined;
  const text = words.unanswered(question.id);
  const problems: readonly Problem[] = isMissing ? [{ field: FIRST_ANSWER, text }] : [];
  const previous = previousOpen(questions, question.id);
  const submit = (event: Event) => {
    event.preventDefault();
    if (!isOpen || question.own === 'sending') return;
    setMissing(phone.submit(question) ? undefined : question.id);
  };
  return (
    <form onSubmit={submit} class="question" noValidate>
      <ErrorSummary title={say('error.summary')} problems={problems} />
      <p class="eyebrow">{say('factor.number', { n: question.position, all: question.of })}</p>
      <QuestionSeats
        done={questions.map((each) => isDone(each) || each.state === 'revealed')}
        here={question.position - 1}
      />
      <fieldset
        class={`field${isMissing ? ' has-error' : ''}`}
        aria-describedby={isMissing ? 'hint answer-error' : 'hint'}
      >
        <legend class="question-head">
          <ScreenHeading of={`${question.id}/${question.round}`}>{words.question(question.id)}</ScreenHeading>
        </legend>
        <p class="hint" id="hint">
          {words.hint(question.id)}
        </p>
        {isMissing ? (
          <p class="field-error" id="answer-error">
            <span class="hidden-visually">{say('error.prefix', { text: '' })}</span>
            {text}
          </p>
        ) : null}
        {isOpen && question.previous !== undefined ? (
          <Previous phone={phone} question={question} previous={question.previous} />
        ) : null}
        <RatingCard
          factor={question.id}
          chosen={chosen}
          disabled={!isOpen}
          onChoose={(answer) => phone.choose(question, answer)}
        />
      </fieldset>
      {isOpen ? (
        <button class="button button-wide" type="submit" aria-disabled={question.own === 'sending'}>
          {say('phone.submit')}
        </button>
      ) : (
        <button class="button button-wide" type="button" onClick={() => phone.goOn()}>
          {say('ui.continue')}
        </button>
      )}
      <div class="below-submit">
        <Status tone={sentence?.tone ?? 'plain'} text={sentence?.text} />
        <p class="small soft">{say('phone.private')}</p>
      </div>
      {open.length > 1 ? (
        <nav class="row" aria-label={say('phone.title')}>
          {previous ? (
            <button type="button" class="link-button" onClick={() => phone.show(previous.id)}>
              {say('phone.previous')}
            </button>
          ) : null}
          <button type="button" class="link-button" onClick={() => phone.showList()}>
            {say('phone.all')}
          </button>
        </nav>
      ) : null}
    </form>
  );
}
