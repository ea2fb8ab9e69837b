import { useEffect, useRef, useState } from 'preact/hooks';

import type { Client } from '../../client/runner.ts';
import { ConfirmPanel } from '../../components/confirm.tsx';
import { peopleRows } from '../../state/desk/people.ts';
import type { Person, View } from '../../state/model/types.ts';
import { aliasWords } from '../../words/alias.ts';
import { useWords } from '../../words/context.tsx';
import { ProxyAnswers } from './proxy.tsx';
import { SelectForm } from './select_form.tsx';

interface EditorProps {
  readonly client: Client;
  readonly view: View;
  readonly id: string;
  readonly person: Person;
  /** Their phone is connected: it has a say in whose it is. */
  readonly isHere: boolean;
  readonly onClose: () => void;
}

type Asked = { readonly kind: 'remove' } | { readonly kind: 'merge'; readonly into: string };

/** What a facilitator may put right about one person: the group, a second phone of theirs, a ghost.
 *  Answers that are shown stay as they are. */
export function PersonEditor({ client, view, id, person, isHere, onClose }: EditorProps) {
  const { group, say } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  useEffect(() => heading.current?.focus(), []);
  const alias = aliasWords(person.alias, say);
  const others = peopleRows(view).filter(([other]) => other !== id);
  const nameOf = (other: string) => {
    const found = view.people?.[other];
    return found ? aliasWords(found.alias, say) : '';
  };
  const act = (question: Asked) => {
    if (question.kind === 'remove') client.command({ kind: 'remove', participant: id });
    else client.command({ kind: 'merge', participant: id, into: question.into });
    onClose();
  };
  return (
    <section
      class="card card-warm person-editor"
      aria-labelledby="editor-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && asked === undefined) onClose();
      }}
    >
      <h3 id="editor-title" tabIndex={-1} ref={heading}>
        {alias}
      </h3>
      {person.proxy ? <ProxyAnswers client={client} view={view} id={id} person={person} alias={alias} /> : null}
      {asked === undefined ? (
        <>
          <SelectForm
            id="regroup"
            label={say('desk.people.correct_group', { alias })}
            hint={say('desk.people.correct_group.hint')}
            value={person.group}
            options={view.setup.group_order.map((value) => ({ value, label: group(value) }))}
            button={say('desk.people.correct_group.short')}
            onSubmit={(wanted) => client.command({ kind: 'regroup', participant: id, group: wanted })}
          />
          {others.length === 0 ? null : (
            <SelectForm
              id="merge"
              label={say('desk.people.merge', { alias })}
              hint={say('desk.people.merge.hint')}
              value={others[0]?.[0] ?? ''}
              options={others.map(([value]) => ({ value, label: nameOf(value) }))}
              button={say('desk.people.merge.short')}
              onSubmit={(into) => setAsked({ kind: 'merge', into })}
            />
          )}
          <div class="row">
            <button type="button" class="button button-alert button-small" onClick={() => setAsked({ kind: 'remove' })}>
              {say('desk.people.remove', { alias })}
            </button>
            <button type="button" class="button button-quiet button-small" onClick={onClose}>
              {say('ui.close')}
            </button>
          </div>
        </>
      ) : (
        <ConfirmPanel
          title={say('desk.confirm.title')}
          text={
            asked.kind === 'remove'
              ? say('desk.confirm.remove', { alias })
              : say(isHere ? 'desk.confirm.merge.asks' : 'desk.confirm.merge', { alias, other: nameOf(asked.into) })
          }
          yes={asked.kind === 'remove' ? say('desk.people.remove', { alias }) : say('desk.people.merge.short')}
          alert
          onYes={() => act(asked)}
          onNo={() => setAsked(undefined)}
        />
      )}
    </section>
  );
}
