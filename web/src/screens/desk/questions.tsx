import { useState } from 'preact/hooks';

import { ConfirmPanel } from '../../components/confirm.tsx';
import { Picture, Strip } from '../../components/picture.tsx';
import type { Client } from '../../client/runner.ts';
import { fewerThanHalf, roundToOpen } from '../../state/desk_action.ts';
import type { FactorResult, Question, Result, View } from '../../state/model.ts';
import { stateOf } from '../../state/question_state.ts';
import { useWords } from '../../words/context.tsx';

interface RowProps {
  readonly client: Client;
  readonly view: View;
  readonly id: string;
  readonly n: number;
  readonly question: Question;
  readonly result: FactorResult | undefined;
  readonly k: number;
}

const TONES: { readonly [state in Question['state']]: string } = {
  waiting: '',
  open: ' tag-wait',
  closed: '',
  revealed: ' tag-good',
};

function Actions({ client, view, id, n, question }: RowProps) {
  const { say } = useWords();
  const [asking, setAsking] = useState(false);
  const { joined, phase } = view;
  if (phase === 'ended') return null;
  const { state, round, answered } = question;
  const here = [{ factor: id, round }];
  const open = [{ factor: id, round: roundToOpen(question) }];
  // The row has said which question and how many; the whole sentence is the button's name all the same.
  const named = (short: string, name: string, press: () => void) => (
    <button type="button" class="button button-quiet button-small" aria-label={name} onClick={press}>
      {short}
    </button>
  );
  const button = (short: string, name: string, kind: 'open' | 'close' | 'reveal', questions: typeof here) =>
    named(short, name, () => client.command({ kind, questions }));
  const revealName = say('desk.reveal_row', { n, answered, joined });
  const reveal = () => {
    setAsking(false);
    client.command({ kind: 'reveal', questions: here });
  };
  if (asking && state === 'open') {
    return (
      <ConfirmPanel
        title={say('desk.confirm.title')}
        text={say('desk.confirm.reveal', { answered, joined })}
        yes={say('desk.short.reveal')}
        onYes={reveal}
        onNo={() => setAsking(false)}
      />
    );
  }
  switch (state) {
    case 'waiting':
      return button(say('desk.short.open'), say('desk.open_one', { n }), 'open', open);
    case 'open':
      return (
        <>
          {named(say('desk.short.reveal'), revealName, fewerThanHalf(answered, joined) ? () => setAsking(true) : reveal)}
          {button(say('desk.short.close'), say('desk.close_one', { n, answered, joined }), 'close', here)}
        </>
      );
    case 'closed':
      return (
        <>
          {button(say('desk.short.reveal'), revealName, 'reveal', here)}
          {button(say('desk.short.reopen'), say('desk.reopen', { n }), 'open', open)}
        </>
      );
    case 'revealed': {
      const again = say('desk.new_round', { n, round: round + 1 });
      return button(again, again, 'open', open);
    }
  }
}

function Row(props: RowProps) {
  const { id, n, question, view, result, k } = props;
  const words = useWords();
  const { say } = words;
  const { round, answered } = question;
  const state = stateOf(view, id);
  return (
    <li class="desk-question">
      <div class="desk-question-head">
        <h3>
          <span class="desk-question-number">{n}</span> {words.question(id)}
        </h3>
        <p class="desk-question-state">
          <span class={`tag${TONES[state]}`}>{say(`desk.question.${state}`)}</span>
          {round > 1 ? <span class="tag">{say('count.round', { n: round })}</span> : null}
          {state === 'waiting' ? null : (
            <span class="number">{say('count.answered_of', { answered, joined: view.joined })}</span>
          )}
        </p>
        <div class="row desk-question-actions">
          <Actions {...props} />
        </div>
      </div>
      {state === 'revealed' && result?.counts ? (
        <>
          <Strip factor={id} counts={result.counts} />
          <details>
            <summary>{say('result.all_nine')}</summary>
            <Picture result={result} k={k} />
          </details>
        </>
      ) : null}
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
  return (
    <section aria-labelledby="questions-title">
      <h2 id="questions-title">{say('desk.questions')}</h2>
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
              k={view.setup.min_group}
            />
          ) : null;
        })}
      </ol>
    </section>
  );
}
