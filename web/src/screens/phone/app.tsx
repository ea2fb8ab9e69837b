import type { ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

import { FIRST_SEAT } from '../../client/storage.ts';
import { ScreenHeading } from '../../components/heading.tsx';
import { Status } from '../../components/notice.tsx';
import type { Result, View } from '../../state/model/types.ts';
import { linkSentence } from '../../state/phone/own_sentence.ts';
import type { Phone } from '../../state/phone/phone.ts';
import type { OwnQuestion } from '../../state/phone/progress.ts';
import type { Sharing } from '../../state/phone/shared.ts';
import { WordsProvider } from '../../words/context.tsx';
import { currentLanguage, known, say } from '../../words/say.ts';
import { wordsOf } from '../../words/words.ts';
import { Awaited } from './awaited.tsx';
import { PhoneFoot } from './foot.tsx';
import { Joining } from './joining.tsx';
import { justSentSentence } from './just_sent.ts';
import { Late, LateDecision, useLateParts } from './late.tsx';
import { part, usePart } from './lazy.ts';
import { QuestionList } from './list.tsx';
import { Lobby } from './lobby.tsx';
import { QuestionPage } from './question.tsx';
import { Stopped } from './stopped.tsx';
import { Tabs } from './tabs.tsx';
import { Waiting } from './waiting.tsx';

interface ScreenProps {
  readonly phone: Phone;
  readonly result: ReadonlySignal<Result | undefined>;
  readonly view: View;
}

const aside = part(() => import('./aside.tsx'), 'phone_aside');

/** A door that is not simply open is fetched when somebody stands before one. */
function AtTheDoor({ phone, view }: Omit<ScreenProps, 'result'>) {
  const plain = view.door === 'open' && phone.arrival.value.invitation === undefined && phone.place.value === 'joining';
  const fetched = usePart(aside, !plain && phone.client.model.value.link === 'online');
  if (plain) return <Joining phone={phone} view={view} />;
  if (fetched) return <fetched.Door phone={phone} view={view} />;
  return <Connecting phone={phone} />;
}

/** Few are ever asked whether they joined twice. */
function AskedWho({ phone }: { readonly phone: Phone }) {
  const { link, me } = phone.client.model.value;
  const fetched = usePart(aside, me?.same_as !== undefined && link === 'online');
  return fetched ? <fetched.SamePerson phone={phone} /> : null;
}

function Ended({ view }: { readonly view: View }) {
  return (
    <>
      <ScreenHeading of="ended">{say('phone.ended.title')}</ScreenHeading>
      <LateDecision view={view} />
    </>
  );
}

/** Drawn again for what concerns it, and not for whatever else is new in the workshop. */
function CurrentQuestion({ phone, question }: { readonly phone: Phone; readonly question: OwnQuestion }) {
  return useMemo(() => <QuestionPage phone={phone} question={question} />, [phone, question]);
}

function Screen({ phone, result: live, view }: ScreenProps) {
  const result = live.value;
  const place = phone.place.value;
  switch (place) {
    case 'joining':
    case 'asked':
    case 'turned_away':
    case 'needs_invitation':
      return <AtTheDoor phone={phone} view={view} />;
    case 'lobby':
      return <Lobby phone={phone} view={view} />;
    case 'question': {
      const question = phone.current.value;
      return question ? <CurrentQuestion phone={phone} question={question} /> : <QuestionList phone={phone} />;
    }
    case 'list':
      return <QuestionList phone={phone} />;
    case 'waiting':
      return <Waiting />;
    case 'results':
    case 'advice':
      return <Late phone={phone} view={view} result={result} of={place} />;
    case 'ended':
      return <Ended view={view} />;
    case 'connecting':
    case 'stopped':
      return null;
  }
}

/** Everything below the page's bar, from the workshop's first word on. */
function Workshop({ phone, result, view }: ScreenProps) {
  const language = currentLanguage();
  const words = useMemo(() => wordsOf(view.setup, { say, known, language }), [view.setup, language, say]);
  const { link, back } = phone.client.model.value;
  // A kept answer has said already that the phone is offline, or that the workshop is paused.
  const told = phone.current.value?.own === 'kept' || phone.justSent.value?.own === 'kept';
  const connection = told ? undefined : linkSentence(link, back === true);
  const sent = justSentSentence(phone, words);
  const ended = view.phase === 'ended';
  const paused = view.paused && !ended;
  return (
    <WordsProvider value={words}>
      <Status tone={connection?.tone ?? 'plain'} text={connection && (say as (key: string) => string)(connection.key)} />
      <Status tone="wait" text={paused ? say('phone.state.paused') : undefined} />
      <Status tone={sent?.tone ?? 'plain'} text={sent?.text} />
      {phone.client.lasting.value ? null : <Status tone="wait" text={say('phone.state.storage_refused')} />}
      <Status tone="plain" text={ended ? say('phone.state.ended') : undefined} />
      <AskedWho phone={phone} />
      <Tabs phone={phone} />
      <Screen phone={phone} result={result} view={view} />
    </WordsProvider>
  );
}

/** Before the workshop's first word, or before a door that is on its way. */
function Connecting({ phone }: { readonly phone: Phone }) {
  const connection = linkSentence(phone.client.model.value.link, false);
  return (
    <>
      <ScreenHeading of="connecting">{say('join.title')}</ScreenHeading>
      <Awaited part={aside}>{(say as (key: string) => string)(connection?.key ?? 'phone.state.joining')}</Awaited>
    </>
  );
}

/** What one person of this phone has on screen. */
function Person({ phone, result, onUseThisTab }: Omit<ScreenProps, 'view'> & { readonly onUseThisTab: () => void }) {
  const model = phone.client.model.value;
  const view = phone.view.value;
  useLateParts(phone);
  if (model.link === 'stopped') return <Stopped code={model.stop} onUseThisTab={onUseThisTab} />;
  return view ? <Workshop phone={phone} result={result} view={view} /> : <Connecting phone={phone} />;
}

const seats = part(() => import('./seats.tsx'));

interface PhoneProps {
  readonly first: Phone;
  readonly sharing: Sharing;
  readonly result: ReadonlySignal<Result | undefined>;
}

/** The whole phone: the first person's, or whose turn it is. */
export function PhoneApp({ first, sharing, result }: PhoneProps) {
  const shared = sharing.now.value;
  const { number, phone } = shared?.shown.value ?? { number: FIRST_SEAT, phone: first };
  const fetched = usePart(seats, shared !== undefined);
  return (
    <>
      {shared && fetched ? <fetched.SeatSwitch shared={shared} /> : null}
      <Person key={number} phone={phone} result={result} onUseThisTab={() => sharing.useThisTab()} />
      <PhoneFoot phone={phone} sharing={sharing} />
    </>
  );
}
