import { useEffect, useState } from 'preact/hooks';

import type { Client } from '../../client/runner.ts';
import { randomHex } from '../../client/storage.ts';
import { TextField } from '../../components/field.tsx';
import { RatingCard } from '../../components/rating.tsx';
import { nextProxyQuestion, proxyQuestions } from '../../state/desk/people.ts';
import { cleaned, fitted } from '../../state/model/reason.ts';
import type { Answer, Person, View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';
import { SelectForm } from './select_form.tsx';

const ID_BYTES = 16;

interface AddProps {
  readonly client: Client;
  readonly view: View;
  readonly onAdded: (id: string) => void;
}

/** Somebody without a phone joins: the desk answers for them, and the record says so. */
export function AddProxy({ client, view, onAdded }: AddProps) {
  const { group, say } = useWords();
  const add = (wanted: string) => {
    const participant = randomHex(ID_BYTES);
    client.command({ kind: 'proxy_join', participant, group: wanted });
    onAdded(participant);
  };
  const groups = view.setup.group_order;
  return (
    <section class="desk-add-proxy" aria-labelledby="proxy-title">
      <h3 id="proxy-title">{say('desk.people.proxy')}</h3>
      <SelectForm
        id="proxy-group"
        label={say('desk.proxy.group')}
        hint={say('desk.proxy.hint')}
        value={groups[groups.length - 1] ?? ''}
        options={groups.map((value) => ({ value, label: group(value) }))}
        button={say('desk.proxy.add')}
        onSubmit={add}
      />
    </section>
  );
}

interface AnswersProps {
  readonly client: Client;
  readonly view: View;
  readonly id: string;
  readonly person: Person;
  readonly alias: string;
}

/** Their answers, question by question. What was given is not shown
 *  again: no answer is on any screen before its reveal. */
export function ProxyAnswers({ client, view, id, person, alias }: AnswersProps) {
  const { lang, question, say } = useWords();
  const questions = proxyQuestions(view, person);
  const [factor, setFactor] = useState<string | undefined>(nextProxyQuestion(questions)?.factor ?? questions[0]?.factor);
  const [chosen, setChosen] = useState<Answer | undefined>(undefined);
  const [reason, setReason] = useState('');
  const current = questions.find((each) => each.factor === factor);
  const first = questions[0]?.factor;
  // Nothing was open when this was drawn: the first question that comes is the one to answer.
  useEffect(() => {
    if (factor === undefined && first !== undefined) setFactor(first);
  }, [first]);
  const go = (to: string | undefined) => {
    setFactor(to);
    setChosen(undefined);
    setReason('');
  };
  const save = (event: Event) => {
    event.preventDefault();
    if (!current || chosen === undefined) return;
    const why = cleaned(reason);
    client.command({
      kind: 'proxy_answer',
      participant: id,
      factor: current.factor,
      round: current.round,
      value: chosen,
      nonce: randomHex(ID_BYTES),
      ...(why === '' ? {} : { reason: why }),
    });
    go(nextProxyQuestion(questions, current.factor)?.factor ?? current.factor);
  };
  const done = questions.filter((each) => each.done).length;
  return (
    <div class="proxy-answers">
      <p role="status">
        {questions.length === 0 ? say('desk.proxy.none') : say('desk.proxy.done', { n: done, all: questions.length })}
      </p>
      {questions.length === 0 ? null : (
        <div class="field">
          <label for="proxy-question">{say('desk.proxy.question', { alias })}</label>
          <select id="proxy-question" class="input" value={factor} onChange={(event) => go(event.currentTarget.value)}>
            {questions.map((each) => (
              <option key={each.factor} value={each.factor}>
                {each.done ? '✓ ' : null}
                {each.n}. {question(each.factor)}
              </option>
            ))}
          </select>
        </div>
      )}
      {current ? (
        <form onSubmit={save}>
          <fieldset>
            <legend class="hidden-visually" lang={lang}>{question(current.factor)}</legend>
            <RatingCard factor={current.factor} chosen={chosen} onChoose={setChosen} />
          </fieldset>
          <TextField
            id="proxy-reason"
            label={say('phone.reason.label')}
            hint={say('phone.reason.hint')}
            value={reason}
            onValue={(value) => setReason(fitted(value))}
          />
          <button type="submit" class="button button-small" aria-disabled={chosen === undefined}>
            {say(current.done ? 'desk.proxy.change' : 'desk.proxy.save', { n: current.n })}
          </button>
        </form>
      ) : null}
    </div>
  );
}
