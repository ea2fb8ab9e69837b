import { useState } from 'preact/hooks';

import type { ApiError } from '../../api/asked.ts';
import { ConfirmPanel } from '../../components/confirm.tsx';
import { CopyField } from '../../components/copy_field.tsx';
import { Status } from '../../components/notice.tsx';
import { useWords } from '../../words/context.tsx';
import { refusalSentence } from '../../words/refusal.ts';
import { known } from '../../words/say.ts';
import type { LinkRole, Office } from './office.ts';

interface Ask {
  readonly label: string;
  readonly text: string;
  readonly run: () => Promise<ApiError | undefined>;
}

/** A button for what cannot be undone: it asks first, and says what went wrong. */
function AskedButton({ label, text, run }: Ask) {
  const { say } = useWords();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | undefined>(undefined);
  const act = async () => {
    setAsking(false);
    setBusy(true);
    setError(await run());
    setBusy(false);
  };
  return (
    <>
      {asking ? (
        <ConfirmPanel
          title={say('desk.confirm.title')}
          text={text}
          yes={label}
          alert
          onYes={() => void act()}
          onNo={() => setAsking(false)}
        />
      ) : (
        <button
          type="button"
          class="button button-quiet button-small"
          aria-disabled={busy}
          onClick={() => {
            if (!busy) setAsking(true);
          }}
        >
          {label}
        </button>
      )}
      <Status
        tone="alert"
        text={error ? say('desk.not_done', { reason: refusalSentence(error, { say, known }) }) : undefined}
      />
    </>
  );
}

/** A new join code, when the old one has got to people who should not have it. */
export function CodeCard({ office }: { readonly office: Office }) {
  const { say } = useWords();
  const code = office.invite.value?.code;
  return (
    <div class="desk-link">
      <h3>{say('links.code')}</h3>
      <p role="status">{code === undefined ? null : say('desk.code.now', { code })}</p>
      <AskedButton label={say('desk.code.change')} text={say('desk.confirm.code')} run={() => office.changeCode()} />
    </div>
  );
}

function OneLink({ office, role }: { readonly office: Office; readonly role: Exclude<LinkRole, 'facilitator'> }) {
  const { say } = useWords();
  const [link, setLink] = useState<string | undefined>(undefined);
  const run = async () => {
    const response = await office.newLink(role);
    if (!response.ok) return response.error;
    setLink(office.linkFor(role, response.value.token));
    return undefined;
  };
  return (
    <div class="desk-link">
      {link === undefined ? null : (
        <CopyField id={`link-${role}`} label={say(`links.${role}`)} hint={say('links.once')} value={link} />
      )}
      <AskedButton label={say(`desk.links.${role}`)} text={say(`desk.confirm.links.${role}`)} run={run} />
    </div>
  );
}

/** New links in place of old ones, and handing over. Only the facilitator's to do. */
export function LinksCard({ office }: { readonly office: Office }) {
  const { say } = useWords();
  const handOver = async () => {
    const response = await office.newLink('facilitator');
    return response.ok ? undefined : response.error;
  };
  return (
    <div class="desk-links">
      <h3>{say('links.title')}</h3>
      <OneLink office={office} role="wall" />
      <OneLink office={office} role="cofacilitator" />
      <div class="desk-link">
        <h3>{say('desk.hand_over')}</h3>
        <p>{say('desk.hand_over.text')}</p>
        <AskedButton label={say('desk.hand_over.button')} text={say('desk.confirm.hand_over')} run={handOver} />
      </div>
    </div>
  );
}
