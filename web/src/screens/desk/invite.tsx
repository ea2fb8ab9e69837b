import type { Invite } from '../../api/workshops.ts';
import { CopyField } from '../../components/copy_field.tsx';
import { QrPicture } from '../../components/qr.tsx';
import { shortAddress } from '../../state/links/capability.ts';
import { useWords } from '../../words/context.tsx';

/** How people get in. */
export function InviteCard({ title, invite }: { readonly title: string; readonly invite: Invite }) {
  const { say } = useWords();
  const { code, url, link, svg } = invite;
  const address = shortAddress(url);
  return (
    <section class="card" aria-labelledby="invite-title">
      <h2 id="invite-title">{say('links.code')}</h2>
      <div class="invite-small">
        <div>
          <p class="code-big">{code}</p>
          <p>{say('links.address', { address, code })}</p>
        </div>
        <QrPicture svg={svg} label={say('links.qr', { address, code })} />
      </div>
      <CopyField
        id="message"
        label={say('links.message.label')}
        button={say('links.message.copy')}
        long
        value={say('links.message', { title, url: link, address, code })}
      />
    </section>
  );
}
