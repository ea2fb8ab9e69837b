import { useState } from 'preact/hooks';

import type { Created, Invite } from '../../api/workshops.ts';
import { CopyField } from '../../components/copy_field.tsx';
import { ScreenHeading } from '../../components/heading.tsx';
import { KeepThese, type Kept } from '../../components/keep.tsx';
import { QrPicture } from '../../components/qr.tsx';
import { linkTo } from '../../state/links/capability.ts';
import { inGroups } from '../../state/links/recovery.ts';
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

/** Without these nobody can run the workshop. */
const VITAL = ['facilitator', 'recovery'] as const;
type KeptName = (typeof VITAL)[number] | 'cofacilitator' | 'wall';

/** Everything a new workshop is reached by, each kept apart. Shown this once. */
export function Links({ title, created, invite, origin }: LinksProps) {
  const [copied, setCopied] = useState<ReadonlySet<KeptName>>(new Set());
  const [isOpened, setOpened] = useState(false);
  const { workshop, code } = created;
  const url = (invite?.url ?? origin).replace(/\/$/, '');
  const address = shortAddress(url);
  // Copied links go to other computers, where this one's "localhost" is nobody.
  // A desk's link carries the wall's, so that whoever runs the workshop can open the wall.
  const desk = (token: string, coFacilitator: boolean, base = url) =>
    linkTo('desk', { workshop, token, coFacilitator, wall: created.wall }, base);
  const wall = (base = url) => linkTo('wall', { workshop, token: created.wall, coFacilitator: false }, base);
  const recoverAt = say('links.recovery.where', { code, address: `${address}/recover` });
  const kept: { readonly [name in KeptName]: Kept } = {
    facilitator: { label: say('links.facilitator'), hint: say('links.facilitator.hint'), value: desk(created.facilitator, false) },
    recovery: {
      label: say('links.recovery'),
      hint: `${say('links.recovery.hint')} ${recoverAt}`,
      value: inGroups(created.recovery),
    },
    cofacilitator: {
      label: say('links.cofacilitator'),
      hint: say('links.cofacilitator.hint'),
      value: desk(created.cofacilitator, true),
    },
    wall: { label: say('links.wall'), hint: say('links.wall.hint'), value: wall() },
  };
  return (
    <>
      <ScreenHeading of="links">{say('new.created.title')}</ScreenHeading>
      <p class="lead">{title}</p>
      <KeepThese
        heading={`${title} (${say('links.code')}: ${code})`}
        file={`workshop-${code}-links.txt`}
        all={Object.values(kept)}
        isKept={isOpened || VITAL.every((name) => copied.has(name))}
      />
      <section class="card" aria-labelledby="links-title">
        <h2 id="links-title">{say('links.keep.title')}</h2>
        {(Object.keys(kept) as KeptName[]).map((name) => (
          <CopyField key={name} id={name} isCode={name === 'recovery'} {...kept[name]} onCopied={() => setCopied(new Set([...copied, name]))} />
        ))}
      </section>
      <section class="card invite" aria-labelledby="invite-title">
        <h2 id="invite-title" class="invite-title">
          {say('links.share')}
        </h2>
        <div>
          <p class="eyebrow">{say('links.code')}</p>
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
            value={say('links.message', { title, url: invite?.link ?? `${url}/#${code}`, address, code })}
          />
        </div>
      </section>
      <section class="links-open no-print" aria-labelledby="open-title">
        <h2 id="open-title">{say('links.go_on')}</h2>
        <p class="row">
          {/* The desk's address is the facilitator's link, and a desk can draw the others anew. */}
          <a class="button" href={desk(created.facilitator, false, origin)} onClick={() => setOpened(true)}>
            {say('links.open_desk')}
          </a>
          <a class="button button-quiet" href={wall(origin)} target="_blank" rel="noopener">
            {say('links.open_wall')}
          </a>
        </p>
      </section>
    </>
  );
}
