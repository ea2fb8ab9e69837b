import { useEffect, useState } from 'preact/hooks';

import { spokenTime } from '../state/model/local_time.ts';
import { stateOf } from '../state/model/question_state.ts';
import { clockDigits, serverTime, timeLeft } from '../state/model/timer.ts';
import type { Model } from '../state/model/types.ts';
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

/** The advisory timer, which stands while the workshop is paused, and while a question takes answers the closing
 *  time, as far as there are any. Not read out by itself. */
export function TimeLeft({ model }: { readonly model: Model }) {
  const { say } = useWords();
  const { view } = model;
  const timer: { readonly ends_ms?: number; readonly left_ms?: number } = view?.timer ?? {};
  const { ends_ms: ends, left_ms } = timer;
  const open = view?.setup.order.some((id) => stateOf(view, id) === 'open');
  const closing = open ? view?.setup.closing_ms : undefined;
  const server = serverTime(model.clock, useNow(ends !== undefined));
  const left = ends === undefined || server === undefined ? left_ms : timeLeft(ends, server);
  if (left === undefined && closing === undefined) return null;
  return (
    <p class="time-left">
      {left === undefined ? null : (
        <span role="timer">{left > 0 || !open ? say('time.left', { time: clockDigits(left) }) : say('time.over')}</span>
      )}
      {closing === undefined ? null : (
        <span>{say('time.closing', { time: spokenTime(closing, currentLanguage()) })}</span>
      )}
    </p>
  );
}
