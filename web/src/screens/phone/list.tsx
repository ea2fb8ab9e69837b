import { ScreenHeading } from '../../components/heading.tsx';
import type { Phone } from '../../state/phone/phone.ts';
import { nextToAnswer, progressOf, type OwnQuestion } from '../../state/phone/progress.ts';
import { useWords } from '../../words/context.tsx';
import { Clock } from './clock.tsx';

function StateTag({ question }: { readonly question: OwnQuestion }) {
  const { say } = useWords();
  if (question.state === 'waiting') return <span class="tag">{say('phone.question.waiting')}</span>;
  if (question.own === 'saved' || question.own === 'elsewhere') return <span class="tag tag-good">✓ {say('phone.question.saved')}</span>;
  if (question.own === 'kept' || question.own === 'sending' || question.own === 'refused') {
    return <span class="tag tag-wait">{say('phone.question.unsent')}</span>;
  }
  if (question.state === 'open') return <span class="tag tag-wait">{say('phone.question.open')}</span>;
  return <span class="tag">{say('phone.question.closed')}</span>;
}

function Row({ phone, question }: { readonly phone: Phone; readonly question: OwnQuestion }) {
  const words = useWords();
  const content = (
    <>
      <span>
        <span class={question.state === 'open' ? 'question-words' : ''} lang={words.lang}>
          {question.position}. {words.question(question.id)}
        </span>
        {question.value === undefined ? null : (
          <span class="small soft question-own">
            {words.say('answer.yours.is', { label: words.answer(question.id, question.value) })}
          </span>
        )}
      </span>
      <StateTag question={question} />
    </>
  );
  return (
    <li>
      {question.state === 'open' ? (
        <button type="button" class="question-link" onClick={() => phone.show(question.id)}>
          {content}
        </button>
      ) : (
        <div class="question-link is-still">{content}</div>
      )}
    </li>
  );
}

/** All questions with what this person answered; where one waits when everything is answered. */
export function QuestionList({ phone }: { readonly phone: Phone }) {
  const { say } = useWords();
  const questions = phone.questions.value;
  const { open, done } = progressOf(questions);
  const next = nextToAnswer(questions);
  return (
    <>
      <p class="eyebrow">{say('count.questions_of', { answered: done, all: open })}</p>
      <Clock phone={phone} />
      <ScreenHeading of="list">{say('phone.title')}</ScreenHeading>
      {next ? (
        <button type="button" class="button button-wide" onClick={() => phone.show(next.id)}>
          {say('phone.next')}
        </button>
      ) : (
        <p class="lead">{say('phone.state.waiting_next')}</p>
      )}
      <ul class="question-list">
        {questions.map((question) => (
          <Row key={question.id} phone={phone} question={question} />
        ))}
      </ul>
    </>
  );
}
