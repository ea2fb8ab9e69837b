import type { ComponentChildren } from 'preact';

import { Icon, type IconName } from './icon.tsx';

export type Tone = 'good' | 'wait' | 'alert' | 'plain';

const ICONS: { readonly [tone in Tone]: IconName } = { good: 'tick', wait: 'wait', alert: 'alert', plain: 'info' };

/** One sentence about a state. */
export function Notice({ tone, children }: { readonly tone: Tone; readonly children: ComponentChildren }) {
  return (
    <div class={`notice notice-${tone}`}>
      <Icon name={ICONS[tone]} />
      <p>{children}</p>
    </div>
  );
}

/** Regions that exist before they have anything to say, so that what comes is read out: alerts at once,
 *  everything else when the reader pauses. */
export function Status({ tone, text }: { readonly tone: Tone; readonly text: string | undefined }) {
  const alert = tone === 'alert';
  return (
    <>
      <div role="status" class="status">
        {text !== undefined && !alert ? <Notice tone={tone}>{text}</Notice> : null}
      </div>
      <div role="alert" class="status">
        {text !== undefined && alert ? <Notice tone={tone}>{text}</Notice> : null}
      </div>
    </>
  );
}
