import { useState } from 'preact/hooks';

import type { Client } from '../../client/runner.ts';
import { notAnswered, type Unanswered } from '../../state/desk/answered.ts';
import { presenceOf } from '../../state/desk/presence.ts';
import type { View } from '../../state/model/types.ts';
import { aliasWords } from '../../words/alias.ts';
import { useWords } from '../../words/context.tsx';
import type { Go } from './parts.tsx';

/** More than these are read in the list of people. */
const MOST_HELPED = 12;

interface HelpProps {
  readonly client: Client;
  readonly view: View;
  readonly onGo: Go;
}

/** Who needs more time first, then who has not answered. */
function helped(view: View, here: string | undefined): { readonly rows: readonly Unanswered[]; readonly slow: number; readonly left: number } {
  const left = notAnswered(view, here);
  const slow = Object.entries(view.people ?? {}).filter(([, person]) => person.more_time);
  const others = left.filter(([, person]) => !person.more_time);
  return { rows: [...slow, ...others], slow: slow.length, left: left.length };
}

/** Who has not answered and who needs time: never what anybody answered. Nothing while nobody is waited for. */
export function Help({ client, view, onGo }: HelpProps) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  const { here } = client.model.value;
  const { rows, slow, left } = helped(view, here);
  if (rows.length === 0 || view.phase === 'ended') return null;
  return (
    <details class="desk-help" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {say('desk.help')}: <span>{say(view.setup.pace === 'over_days' ? 'desk.help.left.days' : 'desk.help.left', { n: left })}</span>
        {slow > 0 ? <span> · {say('desk.people.needs_time', { n: slow })}</span> : null}
      </summary>
      {/* A list that nobody looks at costs nothing with each answer. */}
      {open ? <HelpList rows={rows} here={here} onGo={onGo} /> : null}
    </details>
  );
}

interface HelpListProps {
  readonly rows: readonly Unanswered[];
  readonly here: string | undefined;
  readonly onGo: Go;
}

function HelpList({ rows, here, onGo }: HelpListProps) {
  const { group, say } = useWords();
  const more = rows.length - MOST_HELPED;
  return (
    <>
      <ul class="desk-list">
        {rows.slice(0, MOST_HELPED).map(([id, person]) => {
          const alias = aliasWords(person.alias, say);
          return (
            <li key={id}>
              <span>
                {alias} <span class="soft">{group(person.group)} · {say(`desk.people.${presenceOf(person, here)}`)}</span>{' '}
                {person.more_time ? <span class="tag tag-wait">{say('desk.people.slow')}</span> : null}
              </span>
              <button
                type="button"
                class="link-button"
                aria-label={say(person.proxy ? 'desk.people.proxy.edit' : 'desk.people.edit', { alias })}
                onClick={() => onGo('people', `edit-${id}`)}
              >
                {say(person.proxy ? 'desk.people.proxy.short' : 'ui.edit')}
              </button>
            </li>
          );
        })}
      </ul>
      {more > 0 ? (
        <button type="button" class="link-button" onClick={() => onGo('people')}>
          {say('desk.help.more', { n: more })}
        </button>
      ) : null}
    </>
  );
}
