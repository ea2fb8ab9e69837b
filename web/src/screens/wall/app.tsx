import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';

import type { Invite } from '../../api/workshops.ts';
import type { Client } from '../../client/runner.ts';
import { QrPicture } from '../../components/qr.tsx';
import { TimeLeft } from '../../components/time_left.tsx';
import { clockTime } from '../../state/model/clock_time.ts';
import type { Result, View } from '../../state/model/types.ts';
import { wallScene } from '../../state/wall/scene.ts';
import { WordsProvider } from '../../words/context.tsx';
import { currentLanguage, known, say } from '../../words/say.ts';
import { wordsOf } from '../../words/words.ts';
import { shortAddress } from '../new/links.tsx';
import { Stopped } from '../phone/stopped.tsx';
import { AdviceScene } from './advice.tsx';
import { hear, otherLanguage, OtherProvider, otherWords, textsOf, useBoth } from './both.tsx';
import { QuestionScene } from './question.tsx';
import { RevealScene } from './reveal.tsx';
import { EndedScene, LobbyScene, QuestionsScene, type SceneProps } from './scenes.tsx';

interface WallProps {
  readonly client: Client;
  readonly result: ReadonlySignal<Result | undefined>;
  readonly invite: ReadonlySignal<Invite | undefined>;
}

/** How to join, always in the same corner. */
function Corner({ code, invite, large }: { code: string | undefined; invite: Invite | undefined; large: boolean }) {
  const [words, other] = useBoth();
  const shown = code ?? invite?.code;
  if (shown === undefined) return null;
  const picture = invite?.code === shown ? invite : undefined; // never one that opens nothing any more
  const address = shortAddress(invite?.url ?? location.origin);
  return (
    <aside class={`wall-corner${large ? ' is-large' : ''}`}>
      {picture ? <QrPicture svg={picture.svg} label={say('links.qr', { address, code: shown })} /> : null}
      {textsOf([words, other], (each) => each.say('wall.join', { address })).map((text) => (
        <p key={text} class="wall-join">{text}</p>
      ))}
      <p class="wall-code">{shown}</p>
    </aside>
  );
}

function Scene(props: SceneProps) {
  const scene = wallScene(props.view);
  switch (scene.kind) {
    case 'lobby':
      return <LobbyScene {...props} />;
    case 'question':
      return <QuestionScene {...props} id={scene.id} state={scene.state} />;
    case 'questions':
      return <QuestionsScene {...props} />;
    case 'reveal':
      return <RevealScene {...props} id={scene.id} />;
    case 'advice':
      return <AdviceScene {...props} />;
    case 'ended':
      return <EndedScene {...props} />;
  }
}

/** What holds for everything on the wall: paused, how much time is left. */
function Notices({ client, view }: { readonly client: Client; readonly view: View }) {
  const both = useBoth();
  const paused = textsOf(both, (each) => each.say('wall.paused')).join(' · ');
  return (
    <div class="wall-notices">
      {view.paused ? <p class="wall-paused">{paused}</p> : null}
      <TimeLeft model={client.model.value} other={both[1]} />
    </div>
  );
}

function Wall({ client, result, invite, view }: WallProps & { readonly view: View }) {
  const language = currentLanguage();
  const words = useMemo(() => wordsOf(view.setup, { say, known, language }), [view.setup, language]);
  const other = otherLanguage(view.setup, language);
  const alsoIn = otherWords(view.setup, other);
  useEffect(() => {
    if (other !== undefined) void hear(other);
  }, [other, client.model.value.link]);
  const { link, code } = client.model.value;
  const ended = view.phase === 'ended';
  const heard = client.heard.value;
  const cutOff = link === 'reconnecting' || link === 'offline';
  return (
    <WordsProvider value={words}>
      <OtherProvider value={alsoIn}>
        <div class={`wall-stage${view.phase === 'lobby' ? ' is-lobby' : ''}${ended ? ' is-ended' : ''}`}>
          <div class="wall-scene">
            <Scene view={view} result={result.value} />
          </div>
          {ended ? null : (
            <div class="wall-side">
              <Notices client={client} view={view} />
              <Corner code={code} invite={invite.value} large={view.phase === 'lobby'} />
            </div>
          )}
        </div>
      </OtherProvider>
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
