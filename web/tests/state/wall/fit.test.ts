import { describe, expect, it } from 'vitest';

import { bad, badDecision, badViews, upTo } from '../../../src/fixtures/bad_input.ts';
import { decision } from '../../../src/fixtures/views.ts';
import { shortened } from '../../../src/state/wall/decision.ts';
import { factsForWall } from '../../../src/state/wall/facts.ts';
import { fitting, FOR_TWO, heightOf, mostLines, otherSize, sizeFor } from '../../../src/state/wall/fit.ts';
import { listLayout, listTexts } from '../../../src/state/wall/list_layout.ts';

const place = { width: 51, height: 6, most: 8 };

describe('the largest words', () => {
  it('are as large as they have room, in one language and in two', () => {
    expect(sizeFor(['Is there enough time?'], place)).toBe(3.2);
    const long = upTo(400, 'How far do the board and the neighbours agree? ');
    expect(sizeFor([long], place)).toBeLessThan(2);
    expect(sizeFor([long, long], place)).toBeLessThanOrEqual(sizeFor([long], place));
    for (const texts of [['Short'], ['Short', 'Byr'], ['A question of some words, and then some more of them', 'Cwestiwn']]) {
      const room = texts.length > 1 ? place.height * FOR_TWO : place.height;
      expect(heightOf(texts, sizeFor(texts, place), place.width)).toBeLessThanOrEqual(room);
    }
  });

  it('are cut only at the smallest size, and the other language is never smaller than everything else', () => {
    expect(mostLines(8, 3.2, true)).toBeUndefined();
    expect(mostLines(8, 1.1, true)).toBe(6);
    expect(mostLines(8, 1.1, false)).toBe(3);
    expect(otherSize(1.1)).toBe(1);
  });
});

describe('a list on the wall', () => {
  const list = Array.from({ length: 9 }, (_, index) => `Question ${index}`);

  it('shows as many as have room and says how many there are besides', () => {
    expect(fitting(list, 100, () => 2)).toMatchObject({ shown: list, more: 0 });
    const { shown, more, used } = fitting(list, 9, () => 2);
    expect([shown.length, more]).toEqual([3, 6]);
    expect(used).toBeLessThanOrEqual(9);
  });

  it('of questions is set roomily while nothing is cut', () => {
    expect(listLayout(list)).toMatchObject({ columns: 1 });
    const most = bad.order.map((id) => bad.factors[id]?.question['en'] ?? '');
    expect(listLayout(most)).toEqual({ columns: 2, size: 1, lines: 1 });
  });

  it('is in both languages only where each has room whole', () => {
    const pair = (letters: number) => Array.from({ length: 10 }, () => ['a'.repeat(letters), 'b'.repeat(letters)]);
    expect(listTexts(pair(12))[0]).toBe(`${'a'.repeat(12)} · ${'b'.repeat(12)}`);
    expect(listTexts(pair(70))[0]).toBe('a'.repeat(70));
  });

  it('of facts shows each whole or not at all', () => {
    const facts = [{ text: 'Short.' }, { text: upTo(400, 'A long fact. ') }, { text: 'Short.' }];
    expect(factsForWall(facts, 2)).toEqual({ shown: [facts[0]], more: 2 });
    expect(factsForWall(facts, 20)).toEqual({ shown: facts, more: 0 });
    expect(factsForWall(facts, 0)).toEqual({ shown: [], more: 3 });
  });
});

describe('a decision on the wall', () => {
  it('is itself where it has room', () => {
    expect(shortened(decision)).toBe(decision);
  });

  it('ends in "…" where it has not', () => {
    const { name, tasks, why } = shortened(badDecision);
    expect(name).toMatch(/…$/);
    expect(why).toMatch(/…$/);
    expect(tasks?.length).toBeLessThan(badDecision.tasks?.length ?? 0);
    const { views } = shortened(badViews);
    expect([views?.one, views?.other, views?.next].every((text) => text?.endsWith('…'))).toBe(true);
  });
});
