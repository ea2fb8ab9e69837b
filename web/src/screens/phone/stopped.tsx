import { ScreenHeading } from '../../components/heading.tsx';
import { stopOf } from '../../state/phone/own_sentence.ts';
import { say } from '../../words/say.ts';

/** The client has stopped: why, and the one thing to do about it. */
export function Stopped({ code, onUseThisTab }: { readonly code: string | undefined; readonly onUseThisTab: () => void }) {
  const { key, remedy } = stopOf(code);
  return (
    <>
      <ScreenHeading of={`stopped-${code}`}>{say('phone.stopped.title')}</ScreenHeading>
      <p class="lead" role="alert">
        {(say as (key: string) => string)(key)}
      </p>
      {remedy === 'use_this_tab' ? (
        <button type="button" class="button" onClick={onUseThisTab}>
          {say('phone.use_this_tab')}
        </button>
      ) : null}
      {remedy === 'reload' ? (
        <button type="button" class="button" onClick={() => location.reload()}>
          {say('phone.reload')}
        </button>
      ) : null}
      {remedy === 'start_again' ? (
        <a class="button" href="/">
          {say('ui.start')}
        </a>
      ) : null}
    </>
  );
}
