import { useEffect, useRef, useState } from 'preact/hooks';

import type { CommandKind } from '../../../../client-wasm/contract.ts';
import { ConfirmPanel } from '../../components/confirm.tsx';
import { copyFrom } from '../../components/copy_field.tsx';
import type { DeskAction } from '../../state/desk/action.ts';
import { commandsOf, opensWithoutEnd } from '../../state/desk/commands.ts';
import { useWords } from '../../words/context.tsx';
import { currentLanguage } from '../../words/say.ts';
import { useVoices } from './voices.ts';
import { endQuestion } from './end.tsx';
import { messageOf, reminderOf } from './messages.ts';
import { actionLabel, revealQuestion } from './next_words.ts';
import type { StepProps } from './step.ts';

/** Names what the button does, whatever its numbers are. */
export function identity(action: DeskAction): string {
  const questions = 'questions' in action ? action.questions : 'topic' in action ? [action.topic] : [];
  const closed = action.kind === 'reveal' && action.closed ? ['closed'] : [];
  return [action.kind, ...closed, ...questions.map(({ factor, round }) => `${factor}/${round}`)].join(' ');
}

/** The button, and in its place the question whether it is meant: it leaves people out, or cannot be undone. */
export function ActionButton({ action, client, view, result, now_ms, steady, unrecorded, onSave, onGo }: StepProps) {
  const { say } = useWords();
  const [asking, setAsking] = useState<string | undefined>(undefined);
  const meaning = identity(action);
  const label = actionLabel(action, view, result, say, currentLanguage());
  const commands = commandsOf(action);
  const busy = commands.some(({ kind }) => client.model.value.working[kind as CommandKind] === true);
  const endless = opensWithoutEnd(commands, view, now_ms);
  useEffect(() => setAsking(undefined), [meaning, endless]);
  const asks = endless || action.kind === 'end' || (action.kind === 'reveal' && !action.closed && action.leaves > 0);
  const act = () => {
    setAsking(undefined);
    commands.forEach((command) => client.command(command));
    if (action.kind === 'save') onSave();
    if (action.kind === 'decide' || action.kind === 'check_decision') onGo('decision');
  };
  const asked = (): string => {
    if (endless) return say('desk.confirm.no_end');
    return action.kind === 'reveal' && !action.closed ? revealQuestion(action, view, say) : endQuestion(view, unrecorded, say);
  };
  const press = () => {
    if (busy || !steady.takes()) return;
    if (asks) setAsking(meaning);
    else act();
  };
  // The question stays when its numbers change: also when there is nobody left who would be left out.
  if (asking === meaning) {
    return (
      <ConfirmPanel
        title={say('desk.confirm.title')}
        text={asked()}
        yes={endless ? say('desk.open_without_end') : label}
        alert={action.kind === 'end'}
        onYes={act}
        onNo={() => setAsking(undefined)}
      />
    );
  }
  return (
    <button type="button" class="button button-wide" aria-disabled={busy || steady.waits} onClick={press}>
      {label}
    </button>
  );
}

interface CopyStepProps extends StepProps {
  readonly action: DeskAction & { readonly kind: 'remind' | 'invite' };
}

/** What there is to do is to paste a text where people will read it: it is copied, and can be read here first. */
export function CopyStep({ action, view, result, invite, steady }: CopyStepProps) {
  const { say } = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const [done, setDone] = useState<'' | 'copied' | 'failed'>('');
  const voices = useVoices(view.setup.languages, 'desk');
  const label = actionLabel(action, view, result, say, currentLanguage());
  if (!invite) {
    return (
      <>
        <button type="button" class="button button-wide" aria-disabled>
          {label}
        </button>
        <p class="hint">{say('desk.invite.awaits')}</p>
      </>
    );
  }
  const text = action.kind === 'remind' ? reminderOf(view, invite, action.reveal, voices) : messageOf(view, invite, voices);
  const press = async () => {
    if (!field.current || !steady.takes()) return;
    setDone((await copyFrom(field.current)) ? 'copied' : 'failed');
  };
  const name = say(action.kind === 'remind' ? 'desk.reminder' : 'links.message.label');
  return (
    <>
      <button type="button" class="button button-wide" aria-disabled={steady.waits} onClick={() => void press()}>
        {label}
      </button>
      <p role="status" class="status copied">
        {done === 'copied' ? say('links.copied') : done === 'failed' ? say('links.copy_failed') : null}
      </p>
      <textarea class="input next-text" aria-label={name} readOnly rows={3} ref={field} value={text} dir="auto" />
    </>
  );
}
