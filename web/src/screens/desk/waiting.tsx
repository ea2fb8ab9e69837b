import type { Client } from '../../client/runner.ts';
import type { View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';

/** Who has asked to come in while the door is locked: let in or turned away, one by one. */
export function WaitingList({ client, view }: { readonly client: Client; readonly view: View }) {
  const { group, say } = useWords();
  const waiting = view.phase === 'ended' ? [] : Object.entries(view.waiting ?? {});
  return (
    <>
      <p role="status" class="hidden-visually">
        {waiting.length > 0 ? say('desk.waiting', { n: waiting.length }) : null}
      </p>
      {waiting.length === 0 ? null : (
        <section class="card card-warm desk-waiting" aria-labelledby="waiting-title">
          <h2 id="waiting-title">{say('desk.waiting', { n: waiting.length })}</h2>
          <ol class="desk-list">
            {waiting.map(([participant, person], index) => {
              const who = say('desk.waiting.who', { n: index + 1, group: group(person.group) });
              return (
                <li key={participant}>
                  <span>{who}</span>
                  <span class="row">
                    <button
                      type="button"
                      class="button button-small"
                      aria-label={say('desk.admit.name', { who })}
                      onClick={() => client.command({ kind: 'admit', participant })}
                    >
                      {say('desk.admit')}
                    </button>
                    <button
                      type="button"
                      class="button button-quiet button-small"
                      aria-label={say('desk.turn_away.name', { who })}
                      onClick={() => client.command({ kind: 'turn_away', participant })}
                    >
                      {say('desk.turn_away')}
                    </button>
                  </span>
                </li>
              );
            })}
          </ol>
        </section>
      )}
    </>
  );
}
