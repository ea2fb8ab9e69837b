import type { ReadonlySignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';

import type { Invite } from '../../api.ts';
import { QrPicture } from '../../components/qr.tsx';
import type { Client } from '../../client/runner.ts';
import type { Result, View } from '../../state/model.ts';
import { clockTime, newlyRevealed, wallScene } from '../../state/wall.ts';
import { WordsProvider } from '../../words/context.tsx';
import { currentLanguage, known, say } from '../../words/say.ts';
import { wordsOf } from '../../words/words.ts';
import { shortAddress } from '../new/links.tsx';
import { Stopped } from '../phone/stopped.tsx';
import { AdviceScene, LobbyScene, QuestionScene, QuestionsScene, RevealScene } from './scenes.tsx';

interface WallProps {
  readonly client: Client;
  readonly result: ReadonlySignal<Result | undefined>;
  readonly invite: ReadonlySignal<Invite | undefined>;
}

/** How to join, always in the same corner. */
function Corner({ code, invite, large }: { code: string | undefined; invite: Invite | undefined; large: boolean }) {
  const shown = code ?? invite?.code;
  if (shown === undefined) return null;
  const address = shortAddress(invite?.url ?? location.origin);
  return (
    <aside class={`wall-corner${large ? ' is-large' : ''}`}>
      {invite ? <QrPicture svg={invite.svg} label={say('links.qr', { address, code: shown })} /> : null}
      <p class="wall-join">{say('wall.join', { address })}</p>
      <p class="wall-code">{shown}</p>
    </aside>
  );
}

function Scene({ view, result }: { readonly view: View; readonly result: Result | undefined }) {
  const before = useRef<View | undefined>(undefined);
  const latest = useRef<string | undefined>(undefined);
  if (before.current !== view) {
    const fresh = before.current ? newlyRevealed(before.current, view) : [];
    latest.current = fresh[fresh.length - 1] ?? latest.current;
    before.current = view;
  }
  const scene = wallScene(view, latest.current);
  switch (scene.kind) {
    case 'lobby':
      return <LobbyScene view={view} result={result} />;
    case 'question':
      return <QuestionScene view={view} result={result} id={scene.id} closed={scene.closed} />;
    case 'questions':
      return <QuestionsScene view={view} result={result} />;
    case 'reveal':
      return <RevealScene view={view} result={result} id={scene.id} />;
    case 'advice':
      return <AdviceScene view={view} result={result} />;
  }
}

function Wall({ client, result, invite, view }: WallProps & { readonly view: View }) {
  const language = currentLanguage();
  const words = useMemo(() => wordsOf(view.setup, { say, known, language }), [view.setup, language]);
  const { link, code } = client.model.value;
  const heard = client.heard.value;
  const cutOff = link === 'reconnecting' || link === 'offline';
  return (
    <WordsProvider value={words}>
      <div class={`wall-stage${view.phase === 'lobby' ? ' is-lobby' : ''}`}>
        <Scene view={view} result={result.value} />
        <Corner code={code} invite={invite.value} large={view.phase === 'lobby'} />
      </div>
      <p role="status" class="wall-updated">
        {cutOff && heard ? say('wall.last_updated', { time: clockTime(heard, language) }) : null}
      </p>
    </WordsProvider>
  );
}

/** The projector's screen: no controls on it. */
export function WallApp(props: WallProps) {
  const { link, stop, view } = props.client.model.value;
  if (link === 'stopped') return <Stopped code={stop} onUseThisTab={() => props.client.takeOver()} />;
  if (!view) return <p role="status">{say('ui.loading')}</p>;
  return <Wall {...props} view={view} />;
}
