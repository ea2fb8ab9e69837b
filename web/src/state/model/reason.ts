/** The most that a reason in a person's own words may have, in characters and on the wire. */
export const REASON_MOST = 280;
const REASON_BYTES = 600;

const encoder = new TextEncoder();

/** As much of what was typed or pasted as a reason may have; never half a character. */
export function fitted(typed: string): string {
  let text = '';
  let bytes = 0;
  for (const character of typed) {
    bytes += encoder.encode(character).length;
    if (text.length + character.length > REASON_MOST || bytes > REASON_BYTES) break;
    text += character;
  }
  return text;
}

/** As it is sent: one line without air around it. */
export function cleaned(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** How much still fits. */
export function charactersLeft(text: string): number {
  return Math.min(REASON_MOST - text.length, REASON_BYTES - encoder.encode(text).length);
}
