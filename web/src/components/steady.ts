import { useEffect, useRef, useState } from 'preact/hooks';

import { meaningNow, unsteadyFor, type Meaning } from '../state/model/steady.ts';

const pageClock = () => performance.now();

export interface Steady {
  /** Its meaning has only just changed: the button says that it cannot be pressed yet. */
  readonly waits: boolean;
  /** Whether a press now is meant for what the button says. */
  takes(): boolean;
}

/** Keeps a press that was meant for what a button said before from doing what it says now, whoever changed it.
 *  `name` tells one meaning from another; `fresh`: the button has come in the place of another one. */
export function useSteady(name: string, fresh = false, now: () => number = pageClock): Steady {
  const meaning = useRef<Meaning | undefined>(fresh ? { name: '' } : undefined);
  const [, again] = useState(0);
  meaning.current = meaningNow(meaning.current, name, now());
  const left = unsteadyFor(meaning.current, now());
  useEffect(() => {
    if (left === 0) return undefined;
    const timer = setTimeout(() => again((n) => n + 1), left);
    return () => clearTimeout(timer);
  }, [left]);
  return { waits: left > 0, takes: () => meaning.current !== undefined && unsteadyFor(meaning.current, now()) === 0 };
}
