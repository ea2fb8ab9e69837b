import type { Invite } from '../../api/workshops.ts';
import { CopyField } from '../../components/copy_field.tsx';
import { QrPicture } from '../../components/qr.tsx';
import { shortAddress } from '../../state/links/capability.ts';
import type { View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';
import { useVoices } from './voices.ts';
import { messageOf } from './messages.ts';

/** How people get in. */
export function InviteCard({ view, invite }: { readonly view: View; readonly invite: Invite }) {
  const { say } = useWords();
  const voices = useVoices(view.setup.languages, 'desk');
  const { code, url, svg } = invite;
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
        value={messageOf(view, invite, voices)}
      />
    </section>
  );
}
