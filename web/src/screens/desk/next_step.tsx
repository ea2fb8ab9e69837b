import { useState } from 'preact/hooks';

import { ConfirmPanel } from '../../components/confirm.tsx';
import { Notice } from '../../components/notice.tsx';
import type { Client } from '../../client/runner.ts';
import { deskAction, type DeskAction } from '../../state/desk_action.ts';
import type { View } from '../../state/model.ts';
import { useWords } from '../../words/context.tsx';
import { refusalSentence } from '../../words/refusal.ts';
import { known, type Say } from '../../words/say.ts';

interface NextStepProps {
  readonly client: Client;
  readonly view: View;
  readonly onSave: () => void;
}

function positionOf(view: View, factor: string | undefined): number {
  return view.setup.order.indexOf(factor ?? '') + 1;
}

function isAll(action: DeskAction & { readonly questions: readonly unknown[] }, view: View): boolean {
  return action.questions.length === view.setup.order.length;
}

/** What the button says: the action with its consequence. */
export function actionLabel(action: DeskAction, view: View, say: Say): string {
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
    case 'end':
      return say('desk.end');
    case 'save':
      return say('desk.save_transcript');
  }
}

function stateSentence(view: View, action: DeskAction, say: Say): string {
  if (view.phase === 'ended') return say('desk.state.ended');
  const open = Object.values(view.questions ?? {}).filter(({ state }) => state === 'open').length;
  if (open > 0) return say('desk.state.open', { n: open });
  return action.kind === 'end' || view.published !== undefined ? say('desk.state.revealed') : say('desk.state.lobby');
}

function confirmText(action: DeskAction, say: Say): string {
  if (action.kind === 'reveal') {
    return say('desk.confirm.reveal', { answered: action.answered, joined: action.joined });
  }
  return say('desk.confirm.end');
}

/** The one thing to do next, what it will do, and what went wrong with the last one. */
export function NextStep({ client, view, onSave }: NextStepProps) {
  const { say } = useWords();
  const [asking, setAsking] = useState<DeskAction['kind'] | undefined>(undefined);
  const { working, refusal } = client.model.value;
  const action = deskAction(view);
  const busy = action.kind !== 'save' && working[action.kind] === true;
  const act = () => {
    setAsking(undefined);
    if (action.kind === 'save') onSave();
    else if (action.kind === 'end') client.command({ kind: 'end' });
    else client.command({ kind: action.kind, questions: action.questions });
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
      {asking === action.kind ? (
        <ConfirmPanel
          title={say('desk.confirm.title')}
          text={confirmText(action, say)}
          yes={actionLabel(action, view, say)}
          alert={action.kind === 'end'}
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
