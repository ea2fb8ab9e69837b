import { useState } from 'preact/hooks';

import { ConfirmPanel } from '../../components/confirm.tsx';
import { Notice } from '../../components/notice.tsx';
import type { Client } from '../../client/runner.ts';
import { deskAction, type DeskAction } from '../../state/desk_action.ts';
import type { Result, View } from '../../state/model.ts';
import { useWords } from '../../words/context.tsx';
import { refusalSentence } from '../../words/refusal.ts';
import { known, type Say } from '../../words/say.ts';

interface NextStepProps {
  readonly client: Client;
  readonly view: View;
  readonly result: Result | undefined;
  readonly onSave: () => void;
}

function positionOf(view: View, factor: string | undefined): number {
  return view.setup.order.indexOf(factor ?? '') + 1;
}

function isAll(action: DeskAction & { readonly questions: readonly unknown[] }, view: View): boolean {
  return action.questions.length === view.setup.order.length;
}

/** What the button says: the action with its consequence. */
export function actionLabel(action: Exclude<DeskAction, { kind: 'talk' }>, view: View, say: Say): string {
  switch (action.kind) {
    case 'open': {
      const n = action.questions.length;
      if (n === 1) return say('desk.open_one', { n: positionOf(view, action.questions[0]?.factor) });
      return isAll(action, view) ? say('desk.open_all', { n }) : say('desk.open_rest', { n });
    }
    case 'reveal': {
      const counts = { answered: action.answered, joined: action.joined };
      if (action.closed) return say('desk.reveal_closed', counts);
      return action.questions.length === 1 ? say('desk.reveal_one', counts) : say('desk.reveal_all', counts);
    }
    case 'save':
      return say('desk.save_transcript');
  }
}

function stateSentence(view: View, action: DeskAction, say: Say): string {
  if (view.phase === 'ended') return say('desk.state.ended');
  const open = Object.values(view.questions ?? {}).filter(({ state }) => state === 'open').length;
  if (open > 0) return say('desk.state.open', { n: open });
  return action.kind === 'talk' || view.published !== undefined ? say('desk.state.revealed') : say('desk.state.lobby');
}

function confirmText(action: DeskAction, say: Say): string {
  return action.kind === 'reveal' ? say('desk.confirm.reveal', { answered: action.answered, joined: action.joined }) : '';
}

/** The engine ranks every question; an hour has room to talk about these many. */
const MOST_TO_DISCUSS = 3;

/** Everything is shown: what talking about could change the advice, and asking it again. */
function Talk({ client, view, result }: { client: Client; view: View; result: Result | undefined }) {
  const { question, say } = useWords();
  const next = result?.discuss_next;
  if (!next) return null; // not known yet, or too few have answered to say
  if (next.length === 0) return <p>{say('discuss.none')}</p>;
  return (
    <>
      <h3>{say('discuss.title')}</h3>
      <p>{say('discuss.text')}</p>
      <ol class="discuss">
        {next.slice(0, MOST_TO_DISCUSS).map((factor) => {
          const round = (view.questions?.[factor]?.round ?? 0) + 1;
          return (
            <li key={factor}>
              <p>{question(factor)}</p>
              <button
                type="button"
                class="button button-quiet button-small"
                onClick={() => client.command({ kind: 'open', questions: [{ factor, round }] })}
              >
                {say('desk.new_round', { n: positionOf(view, factor), round })}
              </button>
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** The one thing to do next, what it will do, and what went wrong with the last one. */
export function NextStep({ client, view, result, onSave }: NextStepProps) {
  const { say } = useWords();
  const [asking, setAsking] = useState<DeskAction['kind'] | undefined>(undefined);
  const { working, refusal } = client.model.value;
  const action = deskAction(view);
  const busy = action.kind !== 'save' && action.kind !== 'talk' && working[action.kind] === true;
  const act = () => {
    setAsking(undefined);
    if (action.kind === 'save') onSave();
    else if (action.kind !== 'talk') client.command({ kind: action.kind, questions: action.questions });
  };
  const press = () => {
    if (busy) return;
    if (action.confirm) setAsking(action.kind);
    else act();
  };
  return (
    <section class="card next-step" aria-labelledby="next-title">
      <h2 id="next-title">{say('desk.next')}</h2>
      <p>{stateSentence(view, action, say)}</p>
      {action.kind === 'talk' ? (
        <Talk client={client} view={view} result={result} />
      ) : asking === action.kind ? (
        <ConfirmPanel
          title={say('desk.confirm.title')}
          text={confirmText(action, say)}
          yes={actionLabel(action, view, say)}
          onYes={act}
          onNo={() => setAsking(undefined)}
        />
      ) : (
        <button type="button" class="button button-wide" aria-disabled={busy} onClick={press}>
          {actionLabel(action, view, say)}
        </button>
      )}
      {action.kind === 'save' ? <p class="hint">{say('desk.save_transcript.hint')}</p> : null}
      <div role="alert" class="status">
        {refusal ? (
          <Notice tone="alert">
            {say('desk.not_done', { reason: refusalSentence(refusal, { say, known }) })}{' '}
            <button type="button" class="link-button" onClick={() => client.dismiss()}>
              {say('ui.close')}
            </button>
          </Notice>
        ) : null}
      </div>
    </section>
  );
}
