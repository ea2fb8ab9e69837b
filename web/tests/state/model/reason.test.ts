import { describe, expect, it } from 'vitest';

import { charactersLeft, cleaned, fitted, REASON_MOST } from '../../../src/state/model/reason.ts';

const bytes = (text: string) => new TextEncoder().encode(text).length;

describe('fitted', () => {
  it('keeps as many characters as a reason may have', () => {
    expect(fitted('a'.repeat(300))).toHaveLength(REASON_MOST);
    expect(fitted('short')).toBe('short');
  });

  it('keeps within the bytes of the wire, whatever the script, and never cuts a character in two', () => {
    for (const character of ['好', 'é', '🙂', 'न']) {
      const text = fitted(character.repeat(300));
      expect(bytes(text)).toBeLessThanOrEqual(600);
      expect(text.length).toBeLessThanOrEqual(REASON_MOST);
      expect(text.split(character).join('')).toBe('');
    }
  });
});

describe('cleaned', () => {
  it('is one line without air around it', () => {
    expect(cleaned('  one\n\n two\t')).toBe('one two');
    expect(cleaned(' \n ')).toBe('');
  });
});

describe('charactersLeft', () => {
  it('counts down to nothing', () => {
    expect(charactersLeft('')).toBe(REASON_MOST);
    expect(charactersLeft('a'.repeat(REASON_MOST))).toBe(0);
    expect(charactersLeft('好'.repeat(200))).toBe(0);
  });
});
