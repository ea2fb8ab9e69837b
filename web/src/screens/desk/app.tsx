import type { ReadonlySignal } from '@preact/signals';
import { useMemo, useState } from 'preact/hooks';

import type { Invite } from '../../api.ts';
import { isVoting } from '../../advice/change.ts';
import { AdviceBody, AdviceHead } from '../../components/advice.tsx';
import { ConfirmPanel } from '../../components/confirm.tsx';
import { ScreenHeading } from '../../components/heading.tsx';
import { Notice, Status } from '../../components/notice.tsx';
import type { Client } from '../../client/runner.ts';
import type { Result, View } from '../../state/model.ts';
import { textIn } from '../../state/text.ts';
import { WordsProvider } from '../../words/context.tsx';
import { currentLanguage, known, say } from '../../words/say.ts';
import { wordsOf } from '../../words/words.ts';
import { Stopped } from '../phone/stopped.tsx';
import { Counts } from './counts.tsx';
import { InviteCard } from './invite.tsx';
import { NextStep } from './next_step.tsx';
import { People } from './people.tsx';
import { DeskQuestions } from './questions.tsx';

export interface DeskProps {
  readonly client: Client;
  readonly result: ReadonlySignal<Result | undefined>;
  readonly invite: ReadonlySignal<Invite | undefined>;
  /** What became of saving the record. */
  readonly saving: ReadonlySignal<{ readonly tone: 'good' | 'alert'; readonly text: string } | undefined>;
  readonly onSave: () => void;
}

function Advice({ result, voting }: { readonly result: Result | undefined; readonly voting: boolean }) {
  // "The advice so far" is the heading itself then.
  const soFar = result?.status === 'incomplete';
  return (
    <section class="card desk-advice" aria-labelledby="advice-title">
      <p class={`eyebrow${soFar ? ' hidden-visually' : ''}`} id="advice-title">
        {say(result && result.level !== null ? 'result.title' : 'result.so_far')}
      </p>
      {result ? (
        <>
          <AdviceHead result={result} heading={(text) => <h2>{text}</h2>} />
          <AdviceBody result={result} voting={voting} />
        </>
      ) : (
        <p>{say('desk.advice.none')}</p>
      )}
    </section>
  );
}

/** Ending is possible at any time, and asked about. */
function End({ client, view }: { readonly client: Client; readonly view: View }) {
  const [asking, setAsking] = useState(false);
  if (view.phase === 'ended' || client.model.value.role !== 'facilitator') return null;
  const hidden = Object.values(view.questions ?? {}).filter(
    ({ state, answered }) => (state === 'open' || state === 'closed') && answered > 0,
  ).length;
  return (
    <section class="card" aria-labelledby="end-title">
      <h2 id="end-title">{say('desk.end')}</h2>
      {asking ? (
        <ConfirmPanel
          title={say('desk.confirm.title')}
          text={hidden > 0 ? say('desk.confirm.end.unrevealed', { n: hidden }) : say('desk.confirm.end')}
          yes={say('desk.end')}
          alert
          onYes={() => {
            setAsking(false);
            client.command({ kind: 'end' });
          }}
          onNo={() => setAsking(false)}
        />
      ) : (
        <button type="button" class="button button-alert" onClick={() => setAsking(true)}>
          {say('desk.end')}
        </button>
      )}
    </section>
  );
}

function Desk({ client, result, invite, saving, onSave, view }: DeskProps & { readonly view: View }) {
  const language = currentLanguage();
  const words = useMemo(() => wordsOf(view.setup, { say, known, language }), [view.setup, language]);
  const { link, connected } = client.model.value;
  const { setup } = view;
  const first = setup.languages[0];
  const title = textIn(setup.title, language, first);
  const cutOff = link === 'reconnecting' || link === 'offline';
  const saved = saving.value;
  return (
    <WordsProvider value={words}>
      <Status tone="wait" text={cutOff ? say('desk.offline') : undefined} />
      <div class="desk-head">
        <div>
          <ScreenHeading of="desk">{title}</ScreenHeading>
          <p class="lead">{textIn(setup.question, language, first)}</p>
        </div>
        <Notice tone="plain">{say('desk.private')}</Notice>
      </div>
      <div class="desk-columns">
        <div class="desk-main">
          <Counts view={view} connected={connected ?? 0} />
          <NextStep client={client} view={view} result={result.value} onSave={onSave} />
          <Status tone={saved?.tone ?? 'plain'} text={saved?.text} />
          <DeskQuestions client={client} view={view} result={result.value} />
        </div>
        <div class="desk-side">
          <Advice result={result.value} voting={isVoting(view)} />
          {invite.value ? <InviteCard title={title} invite={invite.value} /> : null}
          <People view={view} />
          <End client={client} view={view} />
        </div>
      </div>
    </WordsProvider>
  );
}

/** The facilitator's screen. */
export function DeskApp(props: DeskProps) {
  const { link, stop, view } = props.client.model.value;
  if (link === 'stopped') return <Stopped code={stop} onUseThisTab={() => props.client.takeOver()} />;
  if (!view) {
    return (
      <>
        <ScreenHeading of="connecting">{say('desk.title')}</ScreenHeading>
        <Status tone="plain" text={say('ui.loading')} />
      </>
    );
  }
  return <Desk {...props} view={view} />;
}
