import { useEffect, useState } from 'preact/hooks';

import { spokenTime } from '../state/model/local_time.ts';
import { stateOf } from '../state/model/question_state.ts';
import { clockDigits, serverTime, timeLeft } from '../state/model/timer.ts';
import type { Model } from '../state/model/types.ts';
import { useWords } from '../words/context.tsx';
import { currentLanguage } from '../words/say.ts';
import type { Words } from '../words/words.ts';

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

interface TimeLeftProps {
  readonly model: Model;
  /** Says the time in this language, too. */
  readonly other?: Words | undefined;
}

/** The advisory timer, which stands while the workshop is paused, and while a question takes answers the closing
 *  time, as far as there are any: in a pause nothing closes. Not read out by itself. */
export function TimeLeft({ model, other }: TimeLeftProps) {
  const { say } = useWords();
  const { view } = model;
  const running: { readonly ends_ms?: number; readonly left_ms?: number } = view?.timer ?? {};
  const { ends_ms: ends, left_ms } = running;
  const open = view?.setup.order.some((id) => stateOf(view, id) === 'open');
  const closing = open && !view?.paused ? view?.setup.closing_ms : undefined;
  const server = serverTime(model.clock, useNow(ends !== undefined));
  const left = ends === undefined || server === undefined ? left_ms : timeLeft(ends, server);
  if (left === undefined && closing === undefined) return null;
  const timer = (of: Words['say'], ms: number) => (ms > 0 || !open ? of('time.left', { time: clockDigits(ms) }) : of('time.over'));
  const until = (of: Words['say'], ms: number, language: string) => of('time.closing', { time: spokenTime(ms, language) });
  const also = (text: string) => <span class="in-other" lang={other?.lang}>{text}</span>;
  return (
    <p class="time-left">
      {left === undefined ? null : <span role="timer">{timer(say, left)}</span>}
      {left === undefined || !other ? null : also(timer(other.say, left))}
      {closing === undefined ? null : <span>{until(say, closing, currentLanguage())}</span>}
      {closing === undefined || !other ? null : also(until(other.say, closing, other.lang))}
    </p>
  );
}
