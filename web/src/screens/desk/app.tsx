import type { ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

import type { Client } from '../../client/runner.ts';
import { ScreenHeading } from '../../components/heading.tsx';
import { Notice, Status } from '../../components/notice.tsx';
import type { Engine } from '../../engine/engine.ts';
import type { AgainstKeeping } from '../../state/desk/decision.ts';
import { isUnrecorded, toCheck } from '../../state/desk/decision_kept.ts';
import { shortAddress } from '../../state/links/capability.ts';
import { textIn } from '../../state/model/text.ts';
import type { Model, Result, View } from '../../state/model/types.ts';
import { WordsProvider } from '../../words/context.tsx';
import { refusalSentence } from '../../words/refusal.ts';
import { currentLanguage, known, say } from '../../words/say.ts';
import { wordsOf } from '../../words/words.ts';
import { Stopped } from '../phone/stopped.tsx';
import { AdviceCard } from './advice_card.tsx';
import { Counts, CountsNotes } from './counts.tsx';
import { Decision } from './decision.tsx';
import { FIELDS } from './decision_fields.tsx';
import { End } from './end.tsx';
import { HandedOverScreen } from './handed_over.tsx';
import { Help } from './help.tsx';
import { InviteCard } from './invite.tsx';
import { NextStep } from './next_step.tsx';
import { Notes } from './notes.tsx';
import type { Office } from './office.ts';
import { OnWall } from './on_wall.tsx';
import { PartTabs, useParts, type Part } from './parts.tsx';
import { People } from './people.tsx';
import { DeskQuestions } from './questions.tsx';
import { CopyWorkshop, Room } from './room.tsx';
import { Tempo } from './tempo.tsx';
import { WaitingList } from './waiting.tsx';
import { WhatIf } from './what_if.tsx';
import { useWritten, type KeptDraft } from './written.ts';

export interface DeskProps {
  readonly client: Client;
  readonly result: ReadonlySignal<Result | undefined>;
  readonly engine: ReadonlySignal<Engine | undefined>;
  readonly office: Office;
  /** What became of saving the record. */
  readonly saving: ReadonlySignal<{ readonly tone: 'good' | 'alert'; readonly text: string } | undefined>;
  readonly onSave: () => void;
  /** Under which this tab keeps what is being written; nothing: it goes with the page. */
  readonly workshop?: string;
  /** The part that is shown first. */
  readonly part?: Part;
}

type PartProps = DeskProps & { readonly view: View; readonly shown: Part; readonly draft: KeptDraft };

function PartShown({ client, result, engine, office, view, shown, draft }: PartProps) {
  switch (shown) {
    case 'questions':
      return <DeskQuestions client={client} view={view} result={result.value} />;
    case 'people':
      return <People client={client} view={view} here={client.model.value.here} />;
    case 'room':
      return <Room client={client} view={view} office={office} />;
    case 'decision':
      return <Decision client={client} view={view} result={result.value} kept={draft} />;
    case 'what_if':
      return <WhatIf view={view} result={result.value} engine={engine} />;
    case 'notes':
      return <Notes client={client} view={view} />;
  }
}

/** What went wrong with the last thing that was asked for, whichever part it was in. */
function Refused({ client }: { readonly client: Client }) {
  const { refusal } = client.model.value;
  return (
    <div role="alert" class="status desk-refused">
      {refusal ? (
        <Notice tone="alert">
          {say('desk.not_done', { reason: refusalSentence(refusal, { say, known }) })}{' '}
          <button type="button" class="link-button" onClick={() => client.dismiss()}>
            {say('ui.close')}
          </button>
        </Notice>
      ) : null}
    </div>
  );
}

const isCutOff = (link: Model['link']): boolean => link === 'reconnecting' || link === 'offline';

function Desk(props: DeskProps & { readonly view: View }) {
  const { client, result, office, saving, onSave, view } = props;
  const language = currentLanguage();
  const words = useMemo(() => wordsOf(view.setup, { say, known, language }), [view.setup, language]);
  const { part, show, go } = useParts(props.part ?? 'questions');
  const { link, connected, desks, role } = client.model.value;
  const draft = useWritten(props.workshop, view);
  const unrecorded = isUnrecorded(draft.written, view.decision);
  const check = (against: AgainstKeeping) => {
    draft.onWritten(toCheck(draft.written, view.decision));
    go('decision', against === 'advice' ? undefined : FIELDS[against]);
  };
  const title = textIn(view.setup.title, language, view.setup.languages[0]);
  const invite = office.invite.value;
  const wall = office.wall.value;
  const ended = view.phase === 'ended';
  return (
    <WordsProvider value={words}>
      <Status tone="wait" text={isCutOff(link) ? say('desk.offline') : undefined} />
      <Refused client={client} />
      <div class="desk-head">
        <div class="desk-title" title={title} dir="auto">
          <ScreenHeading of="desk" lang={words.lang}>{title}</ScreenHeading>
        </div>
        <p class="desk-whose">
          <span class="tag">{say(role === 'cofacilitator' ? 'desk.whose.cofacilitator' : 'desk.whose.facilitator')}</span>{' '}
          {say('desk.private')}
        </p>
      </div>
      <div class="desk-columns">
        <div class="desk-main">
          <Counts view={view} connected={connected ?? 0} />
          <NextStep
            client={client}
            view={view}
            result={result.value}
            invite={invite}
            wall={wall}
            unrecorded={unrecorded}
            onSave={onSave}
            onGo={go}
            onCheck={check}
          />
          <Status tone={saving.value?.tone ?? 'plain'} text={saving.value?.text} />
          <OnWall client={client} view={view} result={result.value} wall={wall} onGo={go} />
          <WaitingList client={client} view={view} />
          <Help client={client} view={view} onGo={go} />
          {ended ? <CopyWorkshop view={view} /> : <Tempo client={client} view={view} />}
          <CountsNotes view={view} desks={desks ?? 1} />
          <PartTabs part={part} onShow={show} />
          <PartShown {...props} shown={part} draft={draft} />
        </div>
        <div class="desk-side">
          {view.published ? <AdviceCard view={view} result={result.value} /> : null}
          {invite && !ended ? <InviteCard view={view} invite={invite} /> : null}
          <End client={client} view={view} unrecorded={unrecorded} />
        </div>
      </div>
    </WordsProvider>
  );
}

/** The facilitator's screen. */
export function DeskApp(props: DeskProps) {
  const { link, stop, view } = props.client.model.value;
  const handedOver = props.office.handedOver.value;
  if (handedOver) {
    const invite = props.office.invite.value;
    const where = invite
      ? say('links.recovery.where', { code: invite.code, address: `${shortAddress(invite.url)}/recover` })
      : undefined;
    return <HandedOverScreen {...handedOver} where={where} />;
  }
  if (link === 'stopped') return <Stopped code={stop} onUseThisTab={() => props.client.takeOver()} />;
  if (!view) {
    return (
      <>
        <ScreenHeading of="connecting">{say('desk.title')}</ScreenHeading>
        <Status tone="plain" text={say(isCutOff(link) ? 'desk.offline' : 'ui.loading')} />
      </>
    );
  }
  return <Desk {...props} view={view} />;
}
