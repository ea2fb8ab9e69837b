import { describe, expect, it } from 'vitest';

import { proposedClosing } from '../../../src/state/new/closing.ts';
import { inLanguage } from '../../../src/state/new/draft.ts';
import { freshDraft } from '../../../src/state/new/standard.ts';
import { draft, standard } from './drafts.ts';

describe('a fresh form', () => {
  it('has the ten questions and the groups, lived experience first and the deciders marked', () => {
    const { factors, groups } = freshDraft(standard, 'en');
    expect(factors).toHaveLength(10);
    expect(factors.every(({ question, hint, yes, no }) => [question, hint, yes, no].every(({ en, cy }) => en && cy))).toBe(true);
    expect(groups[0]?.livedExperience).toBe(true);
    expect(groups.filter(({ holdsDecision }) => holdsDecision).map(({ id }) => id)).toEqual(['leaders', 'board']);
  });

  it('goes along with the language of the page until a title is written or two are chosen', () => {
    expect(inLanguage(freshDraft(standard, 'en'), 'en', 'cy').languages).toEqual(['cy']);
    expect(inLanguage(draft(), 'en', 'cy').languages).toEqual(['en']);
    expect(inLanguage(draft({ title: {}, languages: ['en', 'cy'] }), 'en', 'cy').languages).toEqual(['en', 'cy']);
  });
});

it('proposes to close in a week, at the end of the working day', () => {
  expect(proposedClosing(new Date(2026, 4, 28, 9, 30))).toBe('2026-06-04T17:00');
});
