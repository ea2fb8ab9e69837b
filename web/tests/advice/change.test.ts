import { describe, expect, it } from 'vitest';

import { changesOf, isVoting } from '../../src/advice/change.ts';
import { resultOf } from '../../src/fixtures/workshop.ts';
import type { Result, View } from '../../src/state/model/types.ts';
import { wordsIn } from '../words.ts';

const words = wordsIn('en');
const up = {
  total: 16,
  factors: [
    { id: 'process_resources', ratings: 10 },
    { id: 'time', ratings: 6 },
  ],
  single: { id: 'legal', ratings: 20 },
};
const down = { total: 4, factors: [{ id: 'power', ratings: 4 }], single: { id: 'power', ratings: 4 } };
const level3: Result = { ...resultOf.firm, level: 3, flip: { up, down } };

describe('what would change the advice', () => {
  it('counts the answers, and says a single question only where that is another way', () => {
    expect(changesOf(level3, false, words)).toEqual([
      '16 changed answers would raise the advice: money and people for this and time.',
      'On one question alone: 20 changed answers on the law.',
      '4 changed answers would lower the advice: power.',
    ]);
  });

  it('names the questions alone while people vote', () => {
    const lines = changesOf(level3, true, words);
    expect(lines).toEqual([
      'A higher view on this would raise the advice: money and people for this and time.',
      'A lower view on this would lower the advice: power.',
    ]);
    expect(lines.join()).not.toMatch(/\d/);
  });

  it('says so at either end, and where no change of answers would do it', () => {
    expect(changesOf({ ...level3, level: 4, flip: { up: null, down } }, false, words)[0]).toBe(
      words.say('change.up.top'),
    );
    expect(changesOf({ ...level3, level: 0, flip: { up, down: null } }, false, words).at(-1)).toBe(
      words.say('change.down.bottom'),
    );
    expect(changesOf({ ...level3, flip: { up: null, down } }, false, words)[0]).toBe(words.say('change.up.none'));
  });

  it('says nothing while there is no advice', () => {
    expect(changesOf({ ...level3, level: null }, false, words)).toEqual([]);
    expect(changesOf({ ...level3, flip: null }, false, words)).toEqual([]);
  });

  it('takes any open question for voting', () => {
    const view = (state: string) => ({ questions: { time: { state, round: 2, answered: 0 } } }) as unknown as View;
    expect(isVoting(view('open'))).toBe(true);
    expect(isVoting(view('revealed'))).toBe(false);
  });
});
