import { useEffect, useState } from 'preact/hooks';

import { spokenTime } from '../state/model/local_time.ts';
import { clockDigits, serverTime, timeLeft } from '../state/model/timer.ts';
import type { Model, View } from '../state/model/types.ts';
import { useWords } from '../words/context.tsx';
import { currentLanguage } from '../words/say.ts';

const BEAT_MS = 1_000;

/** The page's own clock, as the client is given it, while something on screen needs it. */
function useNow(running: boolean): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    if (!running) return;
    setNow(performance.now());
    const beat = setInterval(() => setNow(performance.now()), BEAT_MS);
    return () => clearInterval(beat);
  }, [running]);
  return now;
}

/** How long the timer has still to run; while the workshop is paused it stands. */
function useTimeLeft({ view, clock }: Model): number | undefined {
  const timer = view?.timer;
  const ends = timer && 'ends_ms' in timer ? timer.ends_ms : undefined;
  const server = serverTime(clock, useNow(ends !== undefined));
  if (timer && 'left_ms' in timer) return timer.left_ms;
  return ends === undefined || server === undefined ? undefined : timeLeft(ends, server);
}

/** Questions take answers until the closing time only while one is open. */
function closingOf({ phase, questions, setup }: View): number | undefined {
  const open = Object.values(questions ?? {}).some(({ state }) => state === 'open');
  return phase === 'live' && open ? setup.closing_ms : undefined;
}

/** The advisory timer and the closing time, as far as there are any. Not read out by itself. */
export function TimeLeft({ model }: { readonly model: Model }) {
  const { say } = useWords();
  const left = useTimeLeft(model);
  const closing = model.view && closingOf(model.view);
  if (left === undefined && closing === undefined) return null;
  return (
    <p class="time-left">
      {left === undefined ? null : (
        <span role="timer">{left > 0 ? say('time.left', { time: clockDigits(left) }) : say('time.over')}</span>
      )}
      {closing === undefined ? null : (
        <span>{say('time.closing', { time: spokenTime(closing, currentLanguage()) })}</span>
      )}
    </p>
  );
}
