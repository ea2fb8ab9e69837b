import { describe, expect, it } from 'vitest';

import { preferred } from '../../src/words/say.ts';
import { setup } from '../../src/fixtures/workshop.ts';
import { wordsOf } from '../../src/words/words.ts';
import { wordsIn } from '../words.ts';

describe('preferred', () => {
  it('takes the choice made here before the browser, and the browser before English', () => {
    expect(preferred('cy', ['en-GB'])).toBe('cy');
    expect(preferred(null, ['fr-FR', 'cy-GB', 'en'])).toBe('cy');
    expect(preferred(null, ['fr'])).toBe('en');
    expect(preferred('xx', [])).toBe('en');
  });
});

describe('the words of a workshop', () => {
  it('answers each Welsh question with its own yes and no', () => {
    const words = wordsIn('cy');
    expect(words.answer('time', 8)).toBe('Oes');
    expect(words.answer('power', 8)).toBe('Byddan');
    expect(words.answer('power', 1)).toBe('Na fyddan, yn bendant');
    expect(words.band('time', 'no')).toBe('Nac oes');
  });

  it('strings names together as a person would', () => {
    const { list } = wordsIn('en');
    expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'])]).toEqual(['', 'a', 'a and b', 'a, b and c']);
  });

  it('calls a question of the facilitator’s own by its words', () => {
    const words = wordsIn('en');
    expect(words.short('time')).toBe('time');
    expect(words.unanswered('own_question')).toBe('Select an answer');
  });

  it('say in which language they are, which need not be the page’s', () => {
    const { say } = wordsIn('cy');
    const speaker = { say, known: (_: string): _ is never => false, language: 'cy' };
    expect(wordsOf({ ...setup, languages: ['en'] }, speaker).lang).toBe('en');
    expect(wordsOf({ ...setup, languages: ['en', 'cy'] }, speaker).lang).toBe('cy');
  });
});
