import { describe, expect, it } from 'vitest';

import { capabilityIn, linkTo } from '../../../src/state/links/capability.ts';

describe('capabilityIn', () => {
  const workshop = 'ab'.repeat(16);
  const token = '01'.repeat(16);

  it('reads back the links it makes', () => {
    const desks = [false, true].flatMap((coFacilitator) => [
      { workshop, token, coFacilitator },
      { workshop, token, coFacilitator, wall: '23'.repeat(16) },
    ]);
    for (const desk of desks) {
      const link = linkTo('desk', desk, 'https://example.org');
      expect(new URL(link).pathname).toBe('/desk');
      expect(capabilityIn(new URL(link).hash)).toEqual(desk);
    }
  });

  it('refuses a link that is not whole', () => {
    for (const broken of ['', '#', `#${workshop}`, `#${workshop}.`, `#${workshop}.${token.slice(1)}`, `#${workshop}.${token}x`, `#${workshop}.${token}.${token.slice(1)}`]) {
      expect(capabilityIn(broken)).toBeUndefined();
    }
  });
});
