import { useState } from 'preact/hooks';

import type { Client } from '../../client/runner.ts';
import { FieldError } from '../../components/field.tsx';
import { fieldOf, spokenTime, timeIn } from '../../state/model/local_time.ts';
import { serverTime } from '../../state/model/timer.ts';
import type { View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';
import { currentLanguage } from '../../words/say.ts';

/** The server's time, as far as it is known here. */
export function timeNow(client: Client): number {
  return serverTime(client.model.value.clock, performance.now()) ?? Date.now();
}

interface ClosingProps {
  readonly client: Client;
  readonly view: View;
  readonly id: string;
}

/** When the server closes what is open. What is typed is the person's until they set it. */
export function ClosingForm({ client, view, id }: ClosingProps) {
  const { say } = useWords();
  const { closing_ms } = view.setup;
  const now_ms = timeNow(client);
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [wrong, setWrong] = useState(false);
  const value = typed ?? (closing_ms === undefined ? '' : fieldOf(closing_ms));
  const submit = (event: Event) => {
    event.preventDefault();
    const at_ms = timeIn(value);
    if (at_ms === undefined || at_ms <= now_ms) {
      setWrong(true);
      document.getElementById(id)?.focus();
      return;
    }
    setWrong(false);
    setTyped(undefined);
    client.command({ kind: 'closing', at_ms });
  };
  const remove = () => {
    setWrong(false);
    setTyped(undefined);
    client.command({ kind: 'closing' });
  };
  const error = wrong ? say('new.field.closing.error') : undefined;
  return (
    <form class={`field${wrong ? ' has-error' : ''}`} onSubmit={submit} noValidate>
      <label for={id}>{say('new.field.closing.label')}</label>
      <p class="hint" id={`${id}-hint`}>
        {closing_ms === undefined || closing_ms <= now_ms
          ? say('desk.closing.none')
          : say('desk.closing.at', { time: spokenTime(closing_ms, currentLanguage()) })}
      </p>
      <FieldError id={id} error={error} />
      <div class="row">
        <input
          id={id}
          class="input input-time"
          type="datetime-local"
          value={value}
          aria-invalid={wrong || undefined}
          aria-describedby={`${id}-hint${wrong ? ` ${id}-error` : ''}`}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="button button-quiet">
          {say('desk.closing.set')}
        </button>
        {closing_ms === undefined ? null : (
          <button type="button" class="button button-quiet" onClick={remove}>
            {say('desk.closing.remove')}
          </button>
        )}
      </div>
    </form>
  );
}
