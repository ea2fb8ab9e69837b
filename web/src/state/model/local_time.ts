/** Times as a person sees them, in the time zone of the computer they sit at. */

function two(n: number): string {
  return String(n).padStart(2, '0');
}

/** What a `datetime-local` field holds at this time. */
export function fieldOf(ms: number): string {
  const at = new Date(ms);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The time in a `datetime-local` field; nothing while it holds none. */
export function timeIn(field: string): number | undefined {
  const ms = new Date(field).getTime();
  return /^\d{4}-\d{2}-\d{2}T/.test(field) && Number.isFinite(ms) ? ms : undefined;
}

/** English dates as they are written here: the day before the month. */
const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language);

/** "Thu 3 Dec, 17:00 GMT": the zone is said because others read it elsewhere. */
export function spokenTime(ms: number, language: string): string {
  return new Date(ms).toLocaleString(localeOf(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZoneName: 'short',
  });
}
