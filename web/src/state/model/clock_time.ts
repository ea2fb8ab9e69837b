/** "14:02", in the reader's own clock. */
export function clockTime(when: Date, language: string): string {
  return when.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hour12: false });
}
