import { useState } from 'preact/hooks';

import type { Client } from '../../client/runner.ts';
import { TextField } from '../../components/field.tsx';
import { clockTime } from '../../state/model/clock_time.ts';
import type { View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';
import { currentLanguage } from '../../words/say.ts';
import { PartTitle } from './parts.tsx';

/** The server's bound is in bytes; so many letters fit in any of our languages. */
const MOST_NOTE = 900;

/** What the facilitators write down for the record. Notes are added, never changed. */
export function Notes({ client, view }: { readonly client: Client; readonly view: View }) {
  const { say } = useWords();
  const [text, setText] = useState('');
  const notes = Object.entries(view.notes ?? {}).sort(([a], [b]) => a.localeCompare(b));
  const add = (event: Event) => {
    event.preventDefault();
    const clean = text.trim();
    if (clean === '') return;
    client.command({ kind: 'note', text: clean });
    setText('');
  };
  return (
    <section aria-labelledby="notes-title">
      <PartTitle part="notes" />
      <ul class="desk-list desk-notes">
        {notes.map(([id, note]) => (
          <li key={id}>
            <span class="soft number">{clockTime(new Date(note.at_ms), currentLanguage())}</span>
            <span>{note.text}</span>
          </li>
        ))}
      </ul>
      {view.phase === 'ended' ? null : (
        <form onSubmit={add}>
          <TextField id="note" label={say('desk.notes.new')} hint={say('desk.notes.hint')} long value={text} maxLength={MOST_NOTE} onValue={setText} />
          <button type="submit" class="button button-quiet button-small" aria-disabled={text.trim() === ''}>
            {say('desk.notes.add')}
          </button>
        </form>
      )}
    </section>
  );
}
