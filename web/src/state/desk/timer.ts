import { timeLeft } from '../model/timer.ts';
import type { View } from '../model/types.ts';

/** How long a timer still runs: a pause stops it, and it says how much was left then. */
export function leftOf(timer: NonNullable<View['timer']>, server_ms: number): number {
  return 'left_ms' in timer ? timer.left_ms : timeLeft(timer.ends_ms, server_ms);
}
