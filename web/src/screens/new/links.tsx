import type { Created, Invite } from '../../api.ts';
import { CopyField } from '../../components/copy_field.tsx';
import { ScreenHeading } from '../../components/heading.tsx';
import { Notice } from '../../components/notice.tsx';
import { QrPicture } from '../../components/qr.tsx';
import { linkTo } from '../../state/session.ts';
import { say } from '../../words/say.ts';

interface LinksProps {
  readonly title: string;
  readonly created: Created;
  /** The address to type and its picture; nothing while the server has not answered. */
  readonly invite: Invite | undefined;
  readonly origin: string;
}

/** The address as people type it: without the scheme, which browsers add. */
export function shortAddress(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

/** Everything a new workshop is reached by, each kept apart. Shown this once. */
export function Links({ title, created, invite, origin }: LinksProps) {
  const { workshop, code } = created;
  const url = invite?.url ?? origin;
  const address = shortAddress(url);
  // Copied links go to other computers, where this one's "localhost" is nobody.
  const link = (page: 'desk' | 'wall', token: string, coFacilitator = false, base = url.replace(/\/$/, '')) =>
    linkTo(page, { workshop, token, coFacilitator }, base);
  return (
    <>
      <ScreenHeading of="links">{say('new.created.title')}</ScreenHeading>
      <Notice tone="wait">{say('links.once')}</Notice>
      <section class="card invite" aria-labelledby="invite-title">
        <div>
          <h2 id="invite-title">{say('links.code')}</h2>
          <p class="code-big">{code}</p>
          <p>{say('links.address', { address, code })}</p>
        </div>
        {invite ? <QrPicture svg={invite.svg} label={say('links.qr', { address, code })} /> : null}
        <div class="invite-message">
          <CopyField
            id="message"
            label={say('links.message.label')}
            button={say('links.message.copy')}
            long
            value={say('links.message', { title, url: `${url.replace(/\/$/, '')}/#${code}`, address, code })}
          />
        </div>
      </section>
      <section class="card" aria-labelledby="links-title">
        <h2 id="links-title">{say('links.title')}</h2>
        <CopyField id="facilitator" label={say('links.facilitator')} hint={say('links.facilitator.hint')} value={link('desk', created.facilitator)} />
        <CopyField
          id="cofacilitator"
          label={say('links.cofacilitator')}
          hint={say('links.cofacilitator.hint')}
          value={link('desk', created.cofacilitator, true)}
        />
        <CopyField id="wall" label={say('links.wall')} hint={say('links.wall.hint')} value={link('wall', created.wall)} />
      </section>
      <p class="row links-open">
        <a class="button" href={link('desk', created.facilitator, false, origin)}>
          {say('links.open_desk')}
        </a>
        <a class="button button-quiet" href={link('wall', created.wall, false, origin)} target="_blank" rel="noopener">
          {say('links.open_wall')}
        </a>
      </p>
    </>
  );
}
