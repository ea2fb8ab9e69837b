import type { ComponentChildren } from 'preact';

import { Notice } from '../../components/notice.tsx';
import { say } from '../../words/say.ts';
import type { Part } from './lazy.ts';

interface AwaitedProps {
  readonly part: Part<unknown>;
  readonly children: ComponentChildren;
}

/** In place of a part that has not arrived: what is awaited, or that it did not come. Browsers remember that
 *  a script did not come, so only loading the page again is sure to help. */
export function Awaited({ part, children }: AwaitedProps) {
  const failed = part.failed();
  return (
    <>
      <div role="status">
        <Notice tone={failed ? 'wait' : 'plain'}>{failed ? say('phone.not_loaded') : children}</Notice>
      </div>
      {failed ? (
        <button type="button" class="button" onClick={() => location.reload()}>
          {say('phone.load_again')}
        </button>
      ) : null}
    </>
  );
}
