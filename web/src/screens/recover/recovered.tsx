import { useState } from 'preact/hooks';

import type { Recovered } from '../../api/workshops.ts';
import { CopyField } from '../../components/copy_field.tsx';
import { ScreenHeading } from '../../components/heading.tsx';
import { KeepThese, type Kept } from '../../components/keep.tsx';
import { linkTo } from '../../state/links/capability.ts';
import { inGroups } from '../../state/links/recovery.ts';
import { say } from '../../words/say.ts';
import { shortAddress } from '../new/links.tsx';

interface RecoveredProps {
  readonly code: string;
  readonly recovered: Recovered;
  /** The address that other computers reach this server by. */
  readonly url: string;
  readonly origin: string;
}

/** The new link and the new code, shown once. */
export function RecoveredLinks({ code, recovered, url, origin }: RecoveredProps) {
  const [copied, setCopied] = useState<ReadonlySet<number>>(new Set());
  const [isOpened, setOpened] = useState(false);
  const { workshop, facilitator, recovery } = recovered;
  const link = (base: string) => linkTo('desk', { workshop, token: facilitator, coFacilitator: false }, base);
  const where = say('links.recovery.where', { code, address: `${shortAddress(url)}/recover` });
  const kept: readonly Kept[] = [
    { label: say('links.facilitator'), hint: say('links.facilitator.hint'), value: link(url) },
    { label: say('links.recovery'), hint: `${say('links.recovery.hint')} ${where}`, value: inGroups(recovery) },
  ];
  return (
    <>
      <ScreenHeading of="recovered">{say('recover.done.title')}</ScreenHeading>
      <p class="lead">{say('recover.done')}</p>
      <KeepThese
        heading={`${say('links.code')}: ${code}`}
        file={`workshop-${code}-links.txt`}
        all={kept}
        isKept={isOpened || copied.size === kept.length}
      />
      <section class="card" aria-labelledby="links-title">
        <h2 id="links-title">{say('links.keep.title')}</h2>
        {kept.map((one, index) => (
          <CopyField key={one.label} id={`kept-${index}`} isCode={one.label === say('links.recovery')} {...one} onCopied={() => setCopied(new Set([...copied, index]))} />
        ))}
      </section>
      <section class="links-open no-print" aria-labelledby="open-title">
        <h2 id="open-title">{say('links.go_on')}</h2>
        <p class="row">
          <a class="button" href={link(origin)} onClick={() => setOpened(true)}>
            {say('links.open_desk')}
          </a>
        </p>
      </section>
    </>
  );
}
