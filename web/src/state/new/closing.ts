import { fieldOf } from '../model/local_time.ts';

const DAYS_AHEAD = 7;
const HOUR = 17;

/** What is proposed, as the browser's field has it: the end of the working day in a week. */
export function proposedClosing(now: Date): string {
  return fieldOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() + DAYS_AHEAD, HOUR).getTime());
}
