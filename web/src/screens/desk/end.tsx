import { useState } from 'preact/hooks';

import type { Client } from '../../client/runner.ts';
import { ConfirmPanel } from '../../components/confirm.tsx';
import type { View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';
import type { Say } from '../../words/say.ts';

/** Ending cannot be undone, answers that were never shown stay hidden, and no decision is recorded any more. */
export function endQuestion(view: View, unrecorded: boolean, say: Say): string {
  const hidden = Object.values(view.questions ?? {}).filter(
    ({ state, answered }) => (state === 'open' || state === 'closed') && answered > 0,
  ).length;
  const end = hidden > 0 ? say('desk.confirm.end.unrevealed', { n: hidden }) : say('desk.confirm.end');
  return unrecorded ? `${say('desk.confirm.end.unrecorded')} ${end}` : end;
}

/** Ending is possible at any time, and asked about. */
export function End({ client, view, unrecorded }: { readonly client: Client; readonly view: View; readonly unrecorded: boolean }) {
  const { say } = useWords();
  const [asking, setAsking] = useState(false);
  if (view.phase === 'ended' || client.model.value.role !== 'facilitator') return null;
  return (
    <section class="card" aria-labelledby="end-title">
      <h2 id="end-title">{say('desk.end')}</h2>
      {asking ? (
        <ConfirmPanel
          title={say('desk.confirm.title')}
          text={endQuestion(view, unrecorded, say)}
          yes={say('desk.end')}
          alert
          onYes={() => {
            setAsking(false);
            client.command({ kind: 'end' });
          }}
          onNo={() => setAsking(false)}
        />
      ) : (
        <button type="button" class="button button-alert" onClick={() => setAsking(true)}>
          {say('desk.end')}
        </button>
      )}
    </section>
  );
}
