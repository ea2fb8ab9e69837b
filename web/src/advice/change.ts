import type { Flip, Result, View } from '../state/model/types.ts';
import type { Words } from '../words/words.ts';

const TOP_LEVEL = 4;

/** A question takes answers now. */
export function isVoting(view: View): boolean {
  return Object.values(view.questions ?? {}).some(({ state }) => state === 'open');
}

function counted(flip: Flip, direction: 'up' | 'down', { say, short, shorts }: Words): readonly string[] {
  const lines = [
    say(`change.${direction}`, { n: flip.total, factors: shorts(flip.factors.map(({ id }) => id)) }),
  ];
  const { single } = flip;
  // Said only where it is another way than the one above.
  if (single && flip.factors.length > 1) {
    lines.push(say('change.single', { n: single.ratings, factor: short(single.id) }));
  }
  return lines;
}

function lines(flip: Flip | null, direction: 'up' | 'down', end: boolean, voting: boolean, words: Words) {
  if (flip === null) {
    const none = direction === 'up' ? 'change.up.none' : 'change.down.none';
    const last = direction === 'up' ? 'change.up.top' : 'change.down.bottom';
    return [words.say(end ? last : none)];
  }
  if (!voting) return counted(flip, direction, words);
  return [words.say(`change.${direction}.factors`, { factors: words.shorts(flip.factors.map(({ id }) => id)) })];
}

/** What would raise the advice and what would lower it. While people vote only the questions are named:
 *  a price list for votes must not hang on the wall. */
export function changesOf(result: Result, voting: boolean, words: Words): readonly string[] {
  if (result.level === null || result.flip === null) return [];
  return [
    ...lines(result.flip.up, 'up', result.level === TOP_LEVEL, voting, words),
    ...lines(result.flip.down, 'down', result.level === 0, voting, words),
  ];
}
