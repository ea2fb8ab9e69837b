import { useEffect, useState } from 'preact/hooks';

import type { Client } from '../../client/runner.ts';
import { ConfirmPanel } from '../../components/confirm.tsx';
import { useSteady } from '../../components/steady.ts';
import { roundToOpen } from '../../state/desk/action.ts';
import { notAnswered } from '../../state/desk/answered.ts';
import { opensWithoutEnd } from '../../state/desk/commands.ts';
import { askedOf } from '../../state/model/rounds.ts';
import type { Question, View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';
import { timeNow } from './closing.tsx';

interface ActionsProps {
  readonly client: Client;
  readonly view: View;
  readonly id: string;
  readonly n: number;
  readonly question: Question;
}

/** What can be done with this question alone: open, close, show, open again, ask again. */
export function QuestionActions({ client, view, id, n, question }: ActionsProps) {
  const { say } = useWords();
  const [asking, setAsking] = useState<string | undefined>(undefined);
  const joined = askedOf(view, id);
  const { state, round, answered } = question;
  const meaning = `${state} ${round}`;
  const steady = useSteady(meaning);
  useEffect(() => setAsking(undefined), [meaning]);
  // Of several open questions the desk is told how many each person has answered, and not which.
  const leaves = answered < joined ? notAnswered(view, client.model.value.here).length : 0;
  const here = [{ factor: id, round }];
  const open = [{ factor: id, round: roundToOpen(question) }];
  // The row has said which question and how many; the whole sentence is the button's name all the same.
  const named = (short: string, name: string, press: () => void) => (
    <button
      type="button"
      class="button button-quiet button-small"
      aria-label={name}
      aria-disabled={steady.waits}
      onClick={() => {
        if (steady.takes()) press();
      }}
    >
      {short}
    </button>
  );
  const revealName = say('desk.reveal_row', { n, answered, joined });
  const act = (kind: 'open' | 'close' | 'reveal') => {
    setAsking(undefined);
    client.command({ kind, questions: kind === 'open' ? open : here });
  };
  const endless = opensWithoutEnd([{ kind: 'open', questions: open }], view, timeNow(client));
  const opening = (short: string, name: string) => named(short, name, endless ? () => setAsking(`open ${meaning}`) : () => act('open'));
  // Both leave out who has not answered. The question is of this round alone.
  const ask = (kind: 'close' | 'reveal') => (leaves > 0 ? () => setAsking(`${kind} ${meaning}`) : () => act(kind));
  const asked = (['close', 'reveal'] as const).find((kind) => state === 'open' && asking === `${kind} ${meaning}`);
  if (endless && asking === `open ${meaning}`) {
    return (
      <ConfirmPanel
        title={say('desk.confirm.title')}
        text={say('desk.confirm.no_end')}
        yes={say('desk.open_without_end')}
        onYes={() => act('open')}
        onNo={() => setAsking(undefined)}
      />
    );
  }
  if (asked) {
    const then = say(asked === 'close' ? 'desk.confirm.close.then' : 'desk.confirm.reveal.then');
    return (
      <ConfirmPanel
        title={say('desk.confirm.title')}
        text={`${say('count.answered_of', { answered, joined })}. ${then}`}
        yes={say(`desk.short.${asked}`)}
        onYes={() => act(asked)}
        onNo={() => setAsking(undefined)}
      />
    );
  }
  switch (state) {
    case 'waiting':
      return opening(say('desk.short.open'), say('desk.open_one', { n }));
    case 'open':
      return (
        <>
          {named(say('desk.short.reveal'), revealName, ask('reveal'))}
          {named(say('desk.short.close'), say('desk.close_one', { n, answered, joined }), ask('close'))}
        </>
      );
    case 'closed':
      return (
        <>
          {named(say('desk.short.reveal'), revealName, () => act('reveal'))}
          {opening(say('desk.short.reopen'), say('desk.reopen', { n }))}
        </>
      );
    case 'revealed':
      return opening(say('desk.short.again'), say('desk.new_round', { n, round: round + 1 }));
  }
}
