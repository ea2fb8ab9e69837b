// A Welsh number changes the first letter of what it counts.
import { describe, expect, it } from 'vitest';

import { wordsIn } from '../words.ts';

const { say } = wordsIn('cy');

/** What has room over a count of three in one row. */
const MOST_LETTERS = 24;

describe('in Welsh', () => {
  it.each([
    [3, '3 chwestiwn'],
    [4, '4 cwestiwn'],
    [6, '6 chwestiwn'],
    [10, '10 cwestiwn'],
  ])('%d questions are counted as "%s"', (n, counted) => {
    const sentences = [
      say('status.not_agreed.many', { n }),
      say('status.close_call.many', { n }),
      say('status.close_call.unknown.many', { n }),
      say('status.firm.split.many', { n }),
      say('status.unknown.dont_know.many', { n }),
      say('status.unknown.few.many', { n }),
      say('status.unknown.not_applicable.many', { n }),
      say('result.decided.no_agreed.many', { n }),
      say('result.since.no_agreed.many', { n }),
      say('status.incomplete.title', { n: 1, all: n }),
      say('desk.proxy.done', { n: 1, all: n }),
    ];
    for (const sentence of sentences) expect(sentence).toContain(counted);
  });

  it.each([
    [2, '2 beth'],
    [3, '3 pheth'],
    [4, '4 peth'],
    [6, '6 pheth'],
  ])('%d things are counted as "%s"', (n, counted) => {
    expect(say('level.3.title.many', { n })).toContain(counted);
    expect(say('wall.flags.more', { n })).toContain(counted);
  });

  it('the count of those who answered all that is open is as short as in English', () => {
    const longest = (language: 'en' | 'cy') => wordsIn(language).say('count.label.answered_all', { n: 10 }).length;
    expect(longest('cy')).toBeLessThanOrEqual(MOST_LETTERS);
    expect(longest('en')).toBeLessThanOrEqual(MOST_LETTERS);
  });
});
