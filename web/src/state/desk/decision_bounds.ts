import type { Decision } from '../../../../client-wasm/contract.ts';

/** The server's bounds (shared/session/decision.cpp), in bytes of UTF-8. */
export const VIEW_BYTES = 1_000;
export const WHO_BYTES = 120;
export const NAME_BYTES = 400;
export const WHY_BYTES = 4_000;

/** The most of one message (`kMessageBytes` in shared/protocol/limits.hpp), less what is around the decision in it. */
const ENVELOPE_BYTES = 256;
export const DECISION_BYTES = 8 * 1024 - ENVELOPE_BYTES;

const encoder = new TextEncoder();
const bytesOf = (text: string): number => encoder.encode(text).length;

/** How many characters from the end have to go until so many bytes are saved; never half a character. */
function charactersOver(text: string, bytes: number): number {
  const characters = [...text];
  let saved = 0;
  let gone = 0;
  while (saved < bytes && gone < characters.length) {
    gone += 1;
    saved += bytesOf(characters[characters.length - gone] ?? '');
  }
  return gone;
}

/** What the server would refuse as too long. */
export interface TooLong {
  /** `all`: each fits, and all of them together do not. */
  readonly field: 'one' | 'other' | 'next' | 'name' | 'why' | 'who' | 'all';
  /** Of `who`: whose task it is. */
  readonly factor?: string;
  /** How many characters have to go. */
  readonly over: number;
}

/** In the order of the form. */
export function tooLongIn(decision: Decision): readonly TooLong[] {
  const { views, name = '', tasks = [], why = '' } = decision;
  const field = (name: TooLong['field'], text: string, most: number, factor?: string): readonly TooLong[] => {
    const over = charactersOver(text, bytesOf(text) - most);
    return over > 0 ? [{ field: name, over, ...(factor === undefined ? {} : { factor }) }] : [];
  };
  const each = [
    ...field('one', views?.one ?? '', VIEW_BYTES),
    ...field('other', views?.other ?? '', VIEW_BYTES),
    ...field('next', views?.next ?? '', VIEW_BYTES),
    ...field('name', name, NAME_BYTES),
    ...tasks.flatMap(({ factor, who = '' }) => field('who', who, WHO_BYTES, factor)),
    ...field('why', why, WHY_BYTES),
  ];
  if (each.length > 0) return each;
  const over = bytesOf(JSON.stringify(decision)) - DECISION_BYTES;
  return over > 0 ? [{ field: 'all', over: Math.max(1, over) }] : [];
}
