import { CopyField } from '../../components/copy_field.tsx';
import { ScreenHeading } from '../../components/heading.tsx';
import { Notice } from '../../components/notice.tsx';
import { inGroups } from '../../state/links/recovery.ts';
import { say } from '../../words/say.ts';
import type { HandedOver } from './office.ts';

/** Where the facilitator's link went. It is shown this once, and the old one is dead already. */
export function HandedOverScreen({ link, recovery, where }: HandedOver & { readonly where: string | undefined }) {
  return (
    <div class="desk-handed">
      <ScreenHeading of="handed-over">{say('desk.handed.title')}</ScreenHeading>
      <Notice tone="wait">{say('desk.handed.text')}</Notice>
      <section class="card" aria-label={say('links.title')}>
        <CopyField id="facilitator" label={say('links.facilitator')} hint={say('links.facilitator.hint')} value={link} />
        <CopyField id="recovery" label={say('links.recovery')} hint={say('links.recovery.hint')} value={inGroups(recovery)} isCode />
        {where === undefined ? null : <p class="hint">{where}</p>}
      </section>
      <p class="row links-open">
        <a class="button" href={`/desk${new URL(link).hash}`}>
          {say('desk.handed.open')}
        </a>
      </p>
    </div>
  );
}
