import type { Model } from './types.ts';

export const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;

/** What a timer is started with, in minutes. */
export const TIMER_MINUTES: readonly number[] = [2, 5, 10];

/** The server's time at `now` of the page's own clock, which counts in fractions; nothing before the first
 *  word from the server, whose times are whole. */
export function serverTime(clock: Model['clock'], now: number): number | undefined {
  return clock ? Math.round(clock.wall_ms + (now - clock.at_ms)) : undefined;
}

/** How long until `ends_ms`, never less than nothing. */
export function timeLeft(ends_ms: number, server_ms: number): number {
  return Math.max(0, ends_ms - server_ms);
}

/** One more minute: after the end it starts now. */
export function minuteMore(ends_ms: number | undefined, server_ms: number): number {
  return Math.max(ends_ms ?? server_ms, server_ms) + MINUTE_MS;
}

/** "4:05"; a second that has begun counts, so that the last thing shown before the end is 0:01. */
export function clockDigits(left_ms: number): string {
  const seconds = Math.ceil(left_ms / SECOND_MS);
  const minute = Math.floor(seconds / 60);
  return `${minute}:${String(seconds % 60).padStart(2, '0')}`;
}
