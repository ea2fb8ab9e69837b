import { useState } from 'preact/hooks';

import type { Client } from '../../client/runner.ts';
import { CopyField } from '../../components/copy_field.tsx';
import { FieldError } from '../../components/field.tsx';
import {
  drawInvitations,
  invitationCount,
  invitationLinks,
  invitationsByGroup,
  MOST_INVITATIONS,
} from '../../state/desk/invitations.ts';
import type { View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';
import type { Office } from './office.ts';

interface InvitationsProps {
  readonly client: Client;
  readonly view: View;
  readonly office: Office;
}

interface Made {
  readonly group: string;
  readonly secrets: readonly string[];
}

function Tally({ view }: { readonly view: View }) {
  const { group, say } = useWords();
  const rows = invitationsByGroup(view).filter(({ made }) => made > 0);
  if (rows.length === 0) return null;
  return (
    <ul>
      {rows.map(({ group: id, made, used }) => (
        <li key={id}>{say('desk.invitations.used', { group: group(id), used, made })}</li>
      ))}
    </ul>
  );
}

/** One-use invitations for a group. Their secrets are drawn here; the server keeps their hashes. */
export function Invitations({ client, view, office }: InvitationsProps) {
  const { group, say } = useWords();
  const [to, setTo] = useState(view.setup.group_order[0] ?? '');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [fresh, setFresh] = useState<Made | undefined>(undefined);
  const { working, refusal } = client.model.value;
  const invite = office.invite.value;
  const submit = (event: Event) => {
    event.preventDefault();
    const count = invitationCount(typed);
    setWrong(count === undefined);
    if (count === undefined) return document.getElementById('invite-count')?.focus();
    const secrets = drawInvitations(count);
    client.command({ kind: 'invite', group: to, invitations: secrets });
    setFresh({ group: to, secrets });
    setTyped('');
  };
  // Links are given out only once the server has taken them.
  const taken = fresh !== undefined && working.invite !== true && refusal?.kind !== 'invite';
  return (
    <details class="desk-invitations">
      <summary>{say('desk.invitations')}</summary>
      <p>{say('desk.invitations.text')}</p>
      <Tally view={view} />
      <form class={`field invite-form${wrong ? ' has-error' : ''}`} onSubmit={submit} noValidate>
        <div>
          <label for="invite-group">{say('desk.people.group')}</label>
          <select id="invite-group" class="input select" value={to} onChange={(event) => setTo(event.currentTarget.value)}>
            {view.setup.group_order.map((id) => (
              <option key={id} value={id}>
                {group(id)}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label for="invite-count">{say('desk.invitations.count')}</label>
          <input
            id="invite-count"
            class="input input-narrow"
            type="text"
            inputMode="numeric"
            autocomplete="off"
            value={typed}
            aria-invalid={wrong || undefined}
            aria-describedby={wrong ? 'invite-count-error' : undefined}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        <button type="submit" class="button button-quiet">
          {say('desk.invitations.make')}
        </button>
        <FieldError
          id="invite-count"
          error={wrong ? say('desk.invitations.error', { most: MOST_INVITATIONS }) : undefined}
        />
      </form>
      {taken && invite ? (
        <CopyField
          id="invitations"
          label={say('desk.invitations.links', { n: fresh.secrets.length, group: group(fresh.group) })}
          hint={say('links.once')}
          button={say('desk.invitations.copy')}
          long
          value={invitationLinks(invite.link, fresh.secrets)}
        />
      ) : null}
    </details>
  );
}
