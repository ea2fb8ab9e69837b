import { describe, expect, it } from 'vitest';

import { codeIn, entranceIn } from '../../../src/state/links/address.ts';

describe('codeIn', () => {
  it('takes a code however it is typed', () => {
    for (const typed of ['FHK247', 'fhk247', ' FHK 247 ', 'fhk-247']) expect(codeIn(typed)).toBe('FHK247');
  });

  it('takes nothing else', () => {
    for (const typed of ['', 'FHK24', 'FHK2477', 'FHK248', 'ÀHK247', 'FHK_247']) expect(codeIn(typed)).toBeUndefined();
  });
});

describe('entranceIn', () => {
  const invitation = '0f'.repeat(16);

  const bare = { code: 'FHK247', link: 'FHK247' };

  it('reads a code with or without an invitation', () => {
    expect(entranceIn('#FHK247')).toEqual(bare);
    expect(entranceIn(`#FHK247.${invitation}`)).toEqual({ ...bare, invitation });
    expect(entranceIn(`#fhk-247.${invitation.toUpperCase()}`)).toEqual({ ...bare, invitation });
  });

  it('reads the key that a whole link has', () => {
    const whole = { code: 'FHK247', link: 'FHK247ABCDEFGHJK234567' };
    expect(entranceIn('#FHK247-ABCDEFGHJK234567')).toEqual(whole);
    expect(entranceIn(`#FHK247-ABCDEFGHJK234567.${invitation}`)).toEqual({ ...whole, invitation });
  });

  it('finds the code of a link of which a part is missing, and leaves the rest to the server', () => {
    for (const rest of ['', 'ABC', 'ABCDEFGHJK23456', 'ABCDEFGHJK23456!']) {
      expect(entranceIn(`#FHK247-${rest}`)).toEqual({ code: 'FHK247', link: `FHK247${rest}` });
    }
  });

  it('takes an invitation that is not whole for none', () => {
    for (const broken of ['', 'abc', invitation.slice(1), `${invitation}0`]) {
      expect(entranceIn(`#FHK247.${broken}`)).toEqual(bare);
    }
  });

  it('finds nothing without a code, whatever was typed', () => {
    for (const other of ['', '#', '#main', `#.${invitation}`, '#%', '#%E0%A4']) expect(entranceIn(other)).toBeUndefined();
  });
});
