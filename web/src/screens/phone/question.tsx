import { useMemo, useState } from 'preact/hooks';

import { ErrorSummary, type Problem } from '../../components/error_summary.tsx';
import { Facts } from '../../components/facts.tsx';
import { ScreenHeading } from '../../components/heading.tsx';
import { Status } from '../../components/notice.tsx';
import { FIRST_ANSWER, RatingCard } from '../../components/rating.tsx';
import { QuestionSeats } from '../../components/seats.tsx';
import type { Answer } from '../../state/model/types.ts';
import type { Phone } from '../../state/phone/phone.ts';
import { isDone, previousOpen, progressOf, type OwnQuestion } from '../../state/phone/progress.ts';
import { useWords } from '../../words/context.tsx';
import { Clock } from './clock.tsx';
import { answerSentence } from './just_sent.ts';
import { LateSaidBefore } from './late.tsx';
import { MoreTime } from './more_time.tsx';
import { ReasonField } from './reason.tsx';

/** The answer of the round before, which stands, and the one tap that gives it again. */
function Previous({ phone, question, previous }: { phone: Phone; question: OwnQuestion; previous: Answer }) {
  const { answer, say } = useWords();
  const n = question.round - 1;
  const label = answer(question.id, previous);
  const keep = () => {
    phone.drafts.choose(question, previous);
    phone.submit(question);
  };
  return (
    <div class="previous">
      <p>{say('phone.round.new', { n })}</p>
      <p>
        <strong>{say('phone.round.previous', { n, label })}</strong>
      </p>
      {question.own === 'unanswered' ? (
        <button type="button" class="button button-quiet" onClick={keep}>
          {say('phone.keep', { label })}
        </button>
      ) : null}
    </div>
  );
}

/** Where among all questions this one is; over days also how many are done. */
function Whereabouts({ phone, question }: { readonly phone: Phone; readonly question: OwnQuestion }) {
  const { say } = useWords();
  const questions = phone.questions.value;
  const { done, open } = progressOf(questions);
  const days = phone.setup.value?.pace === 'over_days';
  return (
    <>
      <p class="eyebrow">
        {say('factor.number', { n: question.position, all: question.of })}
        {days ? ` · ${say('count.questions_of', { answered: done, all: open })}` : null}
      </p>
      <QuestionSeats
        done={questions.map((each) => isDone(each) || each.state === 'revealed')}
        here={question.position - 1}
      />
      <Clock phone={phone} />
    </>
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
  const chosen = phone.drafts.chosen(question);
  const sentence = answerSentence(phone, question, phone.drafts.isUnsent(question), say);
  const isMissing = missing === question.id && chosen === undefined;
  const text = words.unanswered(question.id);
  // The summary takes the focus when its problems change, so they stay the same while nothing does.
  const problems = useMemo<readonly Problem[]>(() => (isMissing ? [{ field: FIRST_ANSWER, text }] : []), [isMissing, text]);
  const previous = previousOpen(questions, question.id);
  const described = ['hint', words.facts(question.id).length > 0 ? 'facts' : '', isMissing ? 'answer-error' : ''];
  const submit = (event: Event) => {
    event.preventDefault();
    if (!isOpen || question.own === 'sending') return;
    setMissing(phone.submit(question) ? undefined : question.id);
  };
  return (
    <form onSubmit={submit} class="question" noValidate>
      <ErrorSummary title={say('error.summary')} problems={problems} />
      <Whereabouts phone={phone} question={question} />
      <fieldset class={`field${isMissing ? ' has-error' : ''}`} aria-describedby={described.filter(Boolean).join(' ')}>
        <legend class="question-head">
          <ScreenHeading of={`${question.id}/${question.round}`} lang={words.lang}>{words.question(question.id)}</ScreenHeading>
        </legend>
        <p class="hint" id="hint" lang={words.lang}>
          {words.hint(question.id)}
        </p>
        <Facts factor={question.id} id="facts" />
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
          onChoose={(answer) => phone.drafts.choose(question, answer)}
        />
      </fieldset>
      <ReasonField phone={phone} question={question} />
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
      {isOpen ? <MoreTime phone={phone} question={question} /> : null}
      {question.round > 1 && question.state !== 'revealed' ? <LateSaidBefore phone={phone} id={question.id} /> : null}
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
