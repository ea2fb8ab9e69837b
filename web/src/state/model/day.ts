/** English dates as they are written here: the day before the month. */
const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language);

/** "2027-03-01" as it is said, in no time zone: "1 March 2027"; what is no date as it is. */
export function spokenDay(day: string, language: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return day;
  return at.toLocaleDateString(localeOf(language), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}
