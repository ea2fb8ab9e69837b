import type { Say } from './say.ts';

/** The two words that a phone shows its owner, and the desk's list. */
export function aliasWords([adjective, noun]: readonly [number, number], say: Say): string {
  const word = say as (key: string) => string;
  return say('alias', { adjective: word(`alias.adjective.${adjective}`), noun: word(`alias.noun.${noun}`) });
}
