import { describe, expect, it } from 'vitest';

import { capabilityIn, linkTo } from '../../../src/state/links/capability.ts';

describe('capabilityIn', () => {
  const workshop = 'ab'.repeat(16);
  const token = '01'.repeat(16);

  it('reads back the links it makes', () => {
    for (const coFacilitator of [false, true]) {
      const link = linkTo('desk', { workshop, token, coFacilitator }, 'https://example.org');
      expect(new URL(link).pathname).toBe('/desk');
      expect(capabilityIn(new URL(link).hash)).toEqual({ workshop, token, coFacilitator });
    }
  });

  it('refuses a link that is not whole', () => {
    for (const broken of ['', '#', `#${workshop}`, `#${workshop}.`, `#${workshop}.${token.slice(1)}`, `#${workshop}.${token}x`]) {
      expect(capabilityIn(broken)).toBeUndefined();
    }
  });
});
