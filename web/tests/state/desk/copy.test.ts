import { afterEach, expect, it, vi } from 'vitest';

import { setup } from '../../../src/fixtures/workshop.ts';
import { COPY_KEY, leaveCopy } from '../../../src/state/desk/copy.ts';

afterEach(() => sessionStorage.clear());

it('leaves the setup where /new looks for it', () => {
  leaveCopy(setup);
  expect(JSON.parse(sessionStorage.getItem(COPY_KEY) ?? '')).toEqual(setup);
});

it('does without a storage that is refused', () => {
  vi.stubGlobal('sessionStorage', {
    setItem: () => {
      throw new Error('refused');
    },
    clear: () => undefined,
  });
  expect(() => leaveCopy(setup)).not.toThrow();
});
