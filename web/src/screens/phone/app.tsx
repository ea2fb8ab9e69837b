import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';

import { ScreenHeading } from '../../components/heading.tsx';
import { Status } from '../../components/notice.tsx';
import type { Result, View } from '../../state/model.ts';
import { linkSentence } from '../../state/own_sentence.ts';
import type { Phone } from '../../state/phone.ts';
import { WordsProvider } from '../../words/context.tsx';
import { currentLanguage, known, say } from '../../words/say.ts';
import { wordsOf } from '../../words/words.ts';
import { Joining } from './joining.tsx';
import { fetchWhenRevealed, Late } from './late.tsx';
import { QuestionList } from './list.tsx';
import { Lobby } from './lobby.tsx';
import { QuestionPage } from './question.tsx';
import { Stopped } from './stopped.tsx';
import { justSentSentence } from './just_sent.ts';
import { Tabs } from './tabs.tsx';
import { Waiting } from './waiting.tsx';

interface PhoneProps {
  readonly phone: Phone;
  readonly result: ReadonlySignal<Result | undefined>;
}

function Screen({ phone, result: live, view }: PhoneProps & { readonly view: View }) {
  const result = live.value;
  const place = phone.place.value;
  switch (place) {
    case 'joining':
      return <Joining phone={phone} view={view} />;
    case 'lobby':
      return <Lobby view={view} />;
    case 'question': {
      const question = phone.current.value;
      return question ? <QuestionPage phone={phone} question={question} /> : <QuestionList phone={phone} />;
    }
    case 'list':
      return <QuestionList phone={phone} />;
    case 'waiting':
      return <Waiting />;
    case 'results':
    case 'advice':
      return <Late phone={phone} view={view} result={result} of={place} />;
    case 'ended':
      return <ScreenHeading of="ended">{say('phone.ended.title')}</ScreenHeading>;
    case 'ended_before_joining':
      return (
        <>
          <ScreenHeading of="ended">{say('phone.ended.title')}</ScreenHeading>
          <p class="lead">{say('error.ended')}</p>
        </>
      );
    case 'connecting':
    case 'stopped':
      return null;
  }
}

/** Everything below the page's bar, from the workshop's first word on. */
function Workshop({ phone, result, view }: PhoneProps & { readonly view: View }) {
  const language = currentLanguage();
  const words = useMemo(() => wordsOf(view.setup, { say, known, language }), [view.setup, language, say]);
  const { link, back } = phone.client.model.value;
  // A kept answer has said already that the phone is offline.
  const told = phone.current.value?.own === 'kept' || phone.justSent.value?.own === 'kept';
  const connection = told ? undefined : linkSentence(link, back === true);
  const sent = justSentSentence(phone, words);
  const ended = view.phase === 'ended' && phone.place.value !== 'ended_before_joining';
  return (
    <WordsProvider value={words}>
      <Status tone={connection?.tone ?? 'plain'} text={connection && (say as (key: string) => string)(connection.key)} />
      <Status tone={sent?.tone ?? 'plain'} text={sent?.text} />
      {phone.client.lasting.value ? null : <Status tone="wait" text={say('phone.state.storage_refused')} />}
      <Status tone="plain" text={ended ? say('phone.state.ended') : undefined} />
      <Tabs phone={phone} />
      <Screen phone={phone} result={result} view={view} />
    </WordsProvider>
  );
}

/** The whole phone. */
export function PhoneApp({ phone, result }: PhoneProps) {
  const model = phone.client.model.value;
  const view = phone.view.value;
  useEffect(() => () => phone.dispose(), [phone]);
  useEffect(() => fetchWhenRevealed(phone), [phone]);
  if (model.link === 'stopped') {
    return <Stopped code={model.stop} onUseThisTab={() => phone.client.takeOver()} />;
  }
  if (!view) {
    return (
      <>
        <ScreenHeading of="connecting">{say('join.title')}</ScreenHeading>
        <Status tone="plain" text={say('phone.state.joining')} />
      </>
    );
  }
  return <Workshop phone={phone} result={result} view={view} />;
}
