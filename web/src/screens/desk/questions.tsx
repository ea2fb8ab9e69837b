import type { Client } from '../../client/runner.ts';
import { useSteady } from '../../components/steady.ts';
import { stateOf } from '../../state/model/question_state.ts';
import { askedOf } from '../../state/model/rounds.ts';
import type { FactorResult, Question, Result, View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';
import { FactForm } from './fact_form.tsx';
import { tooFewToOpen } from './next_words.ts';
import { focusMatters } from './on_wall.tsx';
import { PartTitle } from './parts.tsx';
import { QuestionActions } from './question_actions.tsx';
import { ReasonQueue } from './reasons.tsx';
import { ShownAnswers } from './shown_answers.tsx';

interface RowProps {
  readonly client: Client;
  readonly view: View;
  readonly id: string;
  readonly n: number;
  readonly question: Question;
  readonly result: FactorResult | undefined;
}

const TONES: { readonly [state in Question['state']]: string } = {
  waiting: '',
  open: ' tag-wait',
  closed: '',
  revealed: ' tag-good',
};

/** Where the question is, in tags and a count. */
function StateLine({ view, id, question }: RowProps) {
  const { say } = useWords();
  const { round, answered } = question;
  const state = stateOf(view, id);
  return (
    <p class="desk-question-state">
      <span class={`tag${TONES[state]}`}>{say(`desk.question.${state}`)}</span>
      {question.skipped ? <span class="tag">{say('desk.question.skipped')}</span> : null}
      {round > 1 ? <span class="tag">{say('count.round', { n: round })}</span> : null}
      {view.focus === id ? <span class="tag">{say('desk.question.on_wall')}</span> : null}
      {state === 'waiting' ? null : (
        <span class="number">{say('count.answered_of', { answered, joined: askedOf(view, id) })}</span>
      )}
    </p>
  );
}

/** What is needed now and then: skip it, talk about it after all, add a fact. */
function More({ client, view, id, n, question }: RowProps) {
  const { say } = useWords();
  const skipped = question.skipped ?? false;
  const steady = useSteady(`${question.state} ${skipped} ${question.settled ?? false}`);
  const quiet = (label: string, press: () => void) => (
    <button
      type="button"
      class="link-button"
      aria-disabled={steady.waits}
      onClick={() => {
        if (steady.takes()) press();
      }}
    >
      {label}
    </button>
  );
  return (
    <details class="desk-question-more">
      <summary id={`more-${id}`}>
        {say('ui.more')}
        <span class="hidden-visually"> {say('factor.number', { n, all: view.setup.order.length })}</span>
      </summary>
      {question.state === 'waiting'
        ? quiet(say(skipped ? 'desk.unskip' : 'desk.skip', { n }), () =>
            client.command({ kind: 'skip', factor: id, skipped: !skipped }),
          )
        : null}
      {question.settled
        ? quiet(say('desk.talk_on', { n }), () =>
            client.command({ kind: 'settle', factor: id, round: question.round, settled: false }),
          )
        : null}
      <FactForm client={client} setup={view.setup} id={id} n={n} />
    </details>
  );
}

/** The wall's picture of this question, one press away. */
function WallSwitch({ client, view, id, n }: Pick<RowProps, 'client' | 'view' | 'id' | 'n'>) {
  const { say } = useWords();
  const focused = view.focus === id;
  const steady = useSteady(String(focused));
  // Where the wall would show it anyway there is nothing to stop.
  if (focused && !focusMatters(view)) return null;
  return (
    <button
      type="button"
      class="button button-quiet button-small"
      aria-label={say(focused ? 'desk.forward' : 'desk.focus', { n })}
      aria-disabled={steady.waits}
      onClick={() => {
        if (steady.takes()) client.command(focused ? { kind: 'focus' } : { kind: 'focus', factor: id });
      }}
    >
      {say(focused ? 'desk.short.forward' : 'desk.short.focus')}
    </button>
  );
}

function Row(props: RowProps) {
  const { client, id, n, question, view, result } = props;
  const words = useWords();
  const over = view.phase === 'ended';
  return (
    <li class="desk-question">
      <div class="desk-question-head">
        <h3>
          <span class="desk-question-number">{n}</span> <span lang={words.lang}>{words.question(id)}</span>
        </h3>
        <StateLine {...props} />
        <div class="row desk-question-actions">
          {over || question.state === 'waiting' ? null : <WallSwitch client={client} view={view} id={id} n={n} />}
          {over ? null : <QuestionActions client={client} view={view} id={id} n={n} question={question} />}
        </div>
      </div>
      {question.enough && !over ? <p class="hint">{words.say('desk.stop_advice')}</p> : null}
      {question.settled && !over ? <p class="hint">{words.say('desk.question.left')}</p> : null}
      {result ? <ShownAnswers view={view} result={result} /> : null}
      <ReasonQueue client={client} view={view} id={id} question={question} />
      {over ? null : <More {...props} />}
    </li>
  );
}

interface QuestionsProps {
  readonly client: Client;
  readonly view: View;
  readonly result: Result | undefined;
}

/** Every question with its state and what can be done with it alone. */
export function DeskQuestions({ client, view, result }: QuestionsProps) {
  const { say } = useWords();
  const few = view.phase === 'ended' ? undefined : tooFewToOpen(view, say);
  return (
    <section aria-labelledby="questions-title">
      <PartTitle part="questions" />
      {few === undefined ? null : <p class="hint">{few}</p>}
      <ol class="desk-questions">
        {view.setup.order.map((id, index) => {
          const question = view.questions?.[id];
          return question ? (
            <Row
              key={id}
              client={client}
              view={view}
              id={id}
              n={index + 1}
              question={question}
              result={result?.factors.find((factor) => factor.id === id)}
            />
          ) : null;
        })}
      </ol>
    </section>
  );
}
