import { useState } from 'preact/hooks';

import type { Client } from '../../client/runner.ts';
import { useSteady } from '../../components/steady.ts';
import type { View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';

/** So many at the door leave what is next in sight. */
const MOST_AT_DOOR = 3;

/** Who has asked to come in while the door is locked: let in or turned away, one by one. */
export function WaitingList({ client, view }: { readonly client: Client; readonly view: View }) {
  const { group, say } = useWords();
  const [all, setAll] = useState(false);
  const waiting = view.phase === 'ended' ? [] : Object.entries(view.waiting ?? {});
  const shown = all ? waiting : waiting.slice(0, MOST_AT_DOOR);
  // The list moves up under the finger when somebody has gone in; who is shown, not who comes after them, counts.
  const steady = useSteady(shown.map(([participant]) => participant).join());
  return (
    <>
      <p role="status" class="hidden-visually">
        {waiting.length > 0 ? say('desk.waiting', { n: waiting.length }) : null}
      </p>
      {waiting.length === 0 ? null : (
        <section class="card card-warm desk-waiting" aria-labelledby="waiting-title">
          <h2 id="waiting-title">{say('desk.waiting', { n: waiting.length })}</h2>
          <ol class="desk-list">
            {shown.map(([participant, person], index) => {
              const who = say('desk.waiting.who', { n: index + 1, group: group(person.group) });
              return (
                <li key={participant}>
                  <span class="clamped" dir="auto" title={who}>
                    {who}
                  </span>
                  <span class="row">
                    <button
                      type="button"
                      class="button button-small"
                      aria-label={say('desk.admit.name', { who })}
                      aria-disabled={steady.waits}
                      onClick={() => {
                        if (steady.takes()) client.command({ kind: 'admit', participant });
                      }}
                    >
                      {say('desk.admit')}
                    </button>
                    <button
                      type="button"
                      class="button button-quiet button-small"
                      aria-label={say('desk.turn_away.name', { who })}
                      aria-disabled={steady.waits}
                      onClick={() => {
                        if (steady.takes()) client.command({ kind: 'turn_away', participant });
                      }}
                    >
                      {say('desk.turn_away')}
                    </button>
                  </span>
                </li>
              );
            })}
          </ol>
          {shown.length < waiting.length ? (
            <button type="button" class="link-button" onClick={() => setAll(true)}>
              {say('desk.people.all', { n: waiting.length })}
            </button>
          ) : null}
        </section>
      )}
    </>
  );
}
