import { describe, expect, it } from 'vitest';

import { format, type Arguments, type Plurals } from '../../shared/messages/format.ts';
import cy from '../../shared/messages/cy.json';
import en from '../../shared/messages/en.json';
import vectors from '../../tests/vectors/messages.json';

interface Vector {
  about: string;
  lang: 'cy' | 'en';
  pattern: string;
  args: Arguments;
  text: string;
}

const plurals: Record<Vector['lang'], Plurals> = { cy: cy['@meta'].plurals, en: en['@meta'].plurals };

describe('format', () => {
  it.each(vectors.cases as unknown as Vector[])('$about: $pattern', ({ lang, pattern, args, text }) => {
    expect(format(pattern, args, plurals[lang])).toBe(text);
  });

  it('knows ranges, lists, remainders, and, or, not in plural rules', () => {
    const pattern = '{n, plural, few {few} other {other}}';
    const polish = { few: 'n % 10 = 2..4 and n % 100 != 12..14 or n = 13,17' };
    const few = [...Array(30).keys()].filter((n) => format(pattern, { n }, polish) === 'few');
    expect(few).toEqual([2, 3, 4, 13, 17, 22, 23, 24]);
  });

  it.each(['', 'n', 'n = x', 'n=1', 'i = 1', 'n % 0 = 0', 'n = 1..', 'n = 1, 2', '= 1', 'n != x', 'n = 1 and'])(
    'never holds a plural rule in another notation: %j',
    (rule) => {
      expect(format('{n, plural, one {one} other {other}}', { n: 1 }, { one: rule })).toBe('other');
    },
  );
});
