import { memo } from '../../components/memo.ts';
import type { Person, View } from '../../state/model.ts';
import { stateOf } from '../../state/question_state.ts';
import { useWords } from '../../words/context.tsx';

interface RowProps {
  readonly person: Person;
  readonly open: number;
}

/** Drawn again only when this person changes. */
const PersonRow = memo(function PersonRow({ person, open }: RowProps) {
  const { group, say } = useWords();
  const [adjective, noun] = person.alias;
  const key = { adjective: `alias.adjective.${adjective}`, noun: `alias.noun.${noun}` };
  const word = say as (key: string) => string;
  const done = open > 0 && person.answered >= open;
  return (
    <tr>
      <th scope="row">{say('alias', { adjective: word(key.adjective), noun: word(key.noun) })}</th>
      <td>{group(person.group)}</td>
      <td class="number">
        {open === 0 ? '–' : done ? `✓ ${say('desk.people.done')}` : say('ui.of', { n: person.answered, all: open })}
      </td>
    </tr>
  );
});

/** Who is here, under the names their phones show; never what they answered. */
export function People({ view }: { readonly view: View }) {
  const { say } = useWords();
  const people = Object.entries(view.people ?? {});
  const open = view.setup.order.filter((id) => stateOf(view, id) === 'open').length;
  return (
    <section class="card">
      <h2 id="people-title">{say('desk.people.title')}</h2>
      {people.length === 0 ? (
        <p>{say('desk.people.none')}</p>
      ) : (
        <div class="people-scroll" tabIndex={0} role="group" aria-labelledby="people-title">
          <table class="people">
            <thead>
              <tr>
                <th scope="col">{say('desk.people.alias')}</th>
                <th scope="col">{say('desk.people.group')}</th>
                <th scope="col">{say('desk.people.answered')}</th>
              </tr>
            </thead>
            <tbody>
              {people.map(([id, person]) => (
                <PersonRow key={id} person={person} open={open} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
