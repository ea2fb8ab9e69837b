import { describe, expect, it } from 'vitest';

import { questions, revealedFirst, view } from '../../src/fixtures/workshop.ts';
import { clockTime, newlyRevealed, wallScene } from '../../src/state/wall.ts';

describe('wallScene', () => {
  it('shows how to join until something is open', () => {
    expect(wallScene(view({ phase: 'lobby', questions: questions('waiting') }), undefined)).toEqual({ kind: 'lobby' });
  });

  it('shows the one open question, or all of them', () => {
    const one = { ...questions('waiting'), time: { state: 'open', round: 1, answered: 0 } } as const;
    expect(wallScene(view({ questions: one }), undefined)).toEqual({ kind: 'question', id: 'time', closed: false });
    expect(wallScene(view(), undefined)).toEqual({ kind: 'questions' });
  });

  it('keeps a closed question without its answers', () => {
    const closed = { ...questions('waiting'), time: { state: 'closed', round: 1, answered: 3 } } as const;
    expect(wallScene(view({ questions: closed }), undefined)).toEqual({ kind: 'question', id: 'time', closed: true });
  });

  it('shows the answers revealed last, as far as it saw it happen', () => {
    const some = view({ questions: revealedFirst(3) });
    expect(wallScene(some, 'legitimacy')).toEqual({ kind: 'reveal', id: 'legitimacy' });
    expect(wallScene(some, undefined)).toEqual({ kind: 'reveal', id: 'power' });
  });

  it('ends with the advice', () => {
    expect(wallScene(view({ questions: questions('revealed') }), 'time')).toEqual({ kind: 'advice' });
    expect(wallScene(view({ phase: 'ended', questions: revealedFirst(4) }), 'time')).toEqual({ kind: 'advice' });
  });
});

describe('newlyRevealed', () => {
  it('names what was shown since, a second round included', () => {
    const before = view({ questions: revealedFirst(2) });
    expect(newlyRevealed(before, view({ questions: revealedFirst(3) }))).toEqual(['power']);
    const again = { ...revealedFirst(2), legitimacy: { state: 'revealed', round: 2, answered: 5 } } as const;
    expect(newlyRevealed(before, view({ questions: again }))).toEqual(['legitimacy']);
  });
});

describe('clockTime', () => {
  it('is four digits in either language', () => {
    const when = new Date(2026, 4, 2, 14, 2);
    expect([clockTime(when, 'en'), clockTime(when, 'cy')]).toEqual(['14:02', '14:02']);
  });
});
