import { useEffect, useState } from 'preact/hooks';

import type { Client } from '../../client/runner.ts';
import { useSteady } from '../../components/steady.ts';
import { leftOf } from '../../state/desk/timer.ts';
import { clockDigits, minuteMore, MINUTE_MS, serverTime, TIMER_MINUTES } from '../../state/model/timer.ts';
import type { Model, View } from '../../state/model/types.ts';
import { useWords } from '../../words/context.tsx';

const TICK_MS = 250; // often enough that no second is skipped

interface TempoProps {
  readonly client: Client;
  readonly view: View;
  /** The page's own clock, as the client is given it. */
  readonly now?: () => number;
}

const pageClock = () => performance.now();

/** The time left, drawn again as it goes by; while the workshop is paused it stands still. Nothing without a timer. */
function useTimeLeft(view: View, clock: Model['clock'], now: () => number): number | undefined {
  const { timer } = view;
  const [, tick] = useState(0);
  const server = serverTime(clock, now());
  const left = timer === undefined || server === undefined ? undefined : leftOf(timer, server);
  const running = timer !== undefined && 'ends_ms' in timer && left !== undefined && left > 0;
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => tick((n) => n + 1), TICK_MS);
    return () => clearInterval(timer);
  }, [running]);
  return left;
}

function Timer({ client, view, now = pageClock }: TempoProps) {
  const { say } = useWords();
  const { clock } = client.model.value;
  const left = useTimeLeft(view, clock, now);
  const steady = useSteady(left === undefined ? 'none' : `${left > 0 ? 'running' : 'over'} ${view.paused === true}`);
  const press = (act: () => void) => () => {
    if (steady.takes()) act();
  };
  const set = (ends_ms: (server: number) => number) => {
    const server = serverTime(clock, now());
    if (server !== undefined) client.command({ kind: 'timer', ends_ms: ends_ms(server) });
  };
  return (
    <div class="row desk-timer" role="group" aria-labelledby="timer-title">
      <h3 id="timer-title">{say('desk.timer')}</h3>
      {left === undefined ? (
        TIMER_MINUTES.map((minutes) => (
          <button
            key={minutes}
            type="button"
            class="button button-quiet button-small"
            aria-disabled={steady.waits}
            onClick={press(() => set((server) => server + minutes * MINUTE_MS))}
          >
            {say('count.minutes', { n: minutes })}
          </button>
        ))
      ) : (
        <>
          {left > 0 ? (
            <span class="timer-digits number" role="timer">
              {clockDigits(left)}
            </span>
          ) : null}
          {view.paused ? null : (
            <button
              type="button"
              class="button button-quiet button-small"
              aria-disabled={steady.waits}
              onClick={press(() => set((server) => minuteMore(server + left, server)))}
            >
              {say('desk.timer.minute_more')}
            </button>
          )}
          <button
            type="button"
            class="button button-quiet button-small"
            aria-disabled={steady.waits}
            onClick={press(() => client.command({ kind: 'timer' }))}
          >
            {say(left > 0 ? 'desk.timer.stop' : 'desk.timer.clear')}
          </button>
        </>
      )}
      <p role="status" class="status">
        {left === 0 ? say('desk.timer.over') : null}
      </p>
    </div>
  );
}

/** Pause, and the time to talk: what a facilitator reaches for in the middle of anything. */
export function Tempo(props: TempoProps) {
  const { client, view } = props;
  const { say } = useWords();
  if (view.phase === 'ended') return null;
  return (
    <section class="desk-tempo" aria-label={say('desk.tempo')}>
      <Timer {...props} />
      {view.paused ? null : (
        <button
          type="button"
          class="button button-quiet button-small"
          onClick={() => client.command({ kind: 'pause', paused: true })}
        >
          {say('desk.pause')}
        </button>
      )}
    </section>
  );
}
