import { useMemo, useState } from 'preact/hooks';

import type { Client } from '../../client/runner.ts';
import { TextField } from '../../components/field.tsx';
import { memo } from '../../components/memo.ts';
import { found, MOST_ROWS, peopleRows } from '../../state/desk/people.ts';
import { presenceOf, type Presence } from '../../state/desk/presence.ts';
import { stateOf } from '../../state/model/question_state.ts';
import type { Person, View } from '../../state/model/types.ts';
import { aliasWords } from '../../words/alias.ts';
import { useWords } from '../../words/context.tsx';
import { PartTitle } from './parts.tsx';
import { PersonEditor } from './person_editor.tsx';
import { AddProxy } from './proxy.tsx';

interface RowProps {
  readonly id: string;
  readonly person: Person;
  readonly presence: Presence;
  readonly open: number;
  readonly editing: boolean;
  readonly ended: boolean;
  /** Whom their phone was asked about, under the name on that phone. */
  readonly other: string | undefined;
  readonly onEdit: (id: string) => void;
}

/** Drawn again only when this person changes. */
const PersonRow = memo(function PersonRow({ id, person, presence, open, editing, ended, other, onEdit }: RowProps) {
  const { group, say } = useWords();
  const alias = aliasWords(person.alias, say);
  const done = open > 0 && person.answered >= open;
  return (
    <tr>
      <th scope="row">
        {alias}
        {person.more_time ? <span class="tag tag-wait">{say('desk.people.slow')}</span> : null}
        {other === undefined ? null : (
          <p class="small soft">
            {say(person.same_as?.no ? 'desk.people.merge.no' : 'desk.people.merge.waits', { other })}
          </p>
        )}
      </th>
      <td class={`presence presence-${presence}`}>{say(`desk.people.${presence}`)}</td>
      <td>{group(person.group)}</td>
      <td class="number">
        {open === 0 ? '–' : done ? `✓ ${say('desk.people.done')}` : say('ui.of', { n: person.answered, all: open })}
      </td>
      {ended ? null : (
        <td>
          <button
            type="button"
            class="link-button"
            id={`edit-${id}`}
            aria-label={say(person.proxy ? 'desk.people.proxy.edit' : 'desk.people.edit', { alias })}
            aria-expanded={editing}
            onClick={() => onEdit(id)}
          >
            {say(person.proxy ? 'desk.people.proxy.short' : 'ui.edit')}
          </button>
        </td>
      )}
    </tr>
  );
});

interface PeopleProps {
  readonly client: Client;
  readonly view: View;
  readonly here: string | undefined;
}

function Table({ view, here, rows, editing, onEdit }: PeopleProps & {
  readonly rows: readonly (readonly [string, Person])[];
  readonly editing: string | undefined;
  readonly onEdit: (id: string) => void;
}) {
  const { say } = useWords();
  const open = view.setup.order.filter((id) => stateOf(view, id) === 'open').length;
  const ended = view.phase === 'ended';
  const otherOf = ({ same_as }: Person) => {
    const other = same_as && !ended ? view.people?.[same_as.into] : undefined;
    return other && aliasWords(other.alias, say);
  };
  return (
    <table class="people">
      <thead>
        <tr>
          <th scope="col">{say('desk.people.alias')}</th>
          <th scope="col">{say('desk.people.now')}</th>
          <th scope="col">{say('desk.people.group')}</th>
          <th scope="col">{say('desk.people.answered')}</th>
          {ended ? null : (
            <td>
              <span class="hidden-visually">{say('ui.edit')}</span>
            </td>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(([id, person]) => (
          <PersonRow
            key={id}
            id={id}
            person={person}
            presence={presenceOf(person, here)}
            open={open}
            editing={editing === id}
            ended={ended}
            other={otherOf(person)}
            onEdit={onEdit}
          />
        ))}
      </tbody>
    </table>
  );
}

/** Who is here, under the names their phones show; never what they answered. */
export function People(props: PeopleProps) {
  const { client, view, here } = props;
  const words = useWords();
  const { group, say } = words;
  const [typed, setTyped] = useState('');
  const [all, setAll] = useState(false);
  const [editing, setEditing] = useState<string | undefined>(undefined);
  const people = useMemo(() => peopleRows(view), [view.people]);
  const rows = useMemo(
    () => found(people, typed, (person) => `${aliasWords(person.alias, say)} ${group(person.group)}`),
    [people, typed, words],
  );
  const shown = all ? rows : rows.slice(0, MOST_ROWS);
  const person = editing === undefined ? undefined : view.people?.[editing];
  const onEdit = useMemo(() => (id: string) => setEditing((now) => (now === id ? undefined : id)), []);
  const close = () => {
    document.getElementById(`edit-${editing ?? ''}`)?.focus();
    setEditing(undefined);
  };
  return (
    <section aria-labelledby="people-title">
      <PartTitle part="people" />
      {people.length === 0 ? <p>{say(view.phase === 'ended' ? 'desk.people.nobody' : 'desk.people.none')}</p> : (
        <>
          <TextField id="people-search" label={say('desk.people.search')} value={typed} onValue={setTyped} />
          {editing !== undefined && person ? (
            <PersonEditor
              key={editing}
              client={client}
              view={view}
              id={editing}
              person={person}
              isHere={presenceOf(person, here) === 'here'}
              onClose={close}
            />
          ) : null}
          <p role="status" class="status hint">
            {typed.trim() === '' ? null : say('desk.people.found', { n: rows.length })}
          </p>
          <Table {...props} rows={shown} editing={editing} onEdit={onEdit} />
          {shown.length < rows.length ? (
            <button type="button" class="button button-quiet button-small" onClick={() => setAll(true)}>
              {say('desk.people.all', { n: rows.length })}
            </button>
          ) : null}
        </>
      )}
      {view.phase === 'ended' ? null : <AddProxy client={client} view={view} onAdded={setEditing} />}
    </section>
  );
}
