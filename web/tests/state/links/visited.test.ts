import { afterEach, expect, it, vi } from 'vitest';

import { forgetWorkshop, knownWorkshop, rememberWorkshop } from '../../../src/state/links/visited.ts';

const found = { workshop: 'ab'.repeat(16), key: 'ABCDEFGHJK234567' };

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

it('knows where a code led to, and by which key, until it is forgotten', () => {
  rememberWorkshop('FHK247', found);
  expect([knownWorkshop('FHK247'), knownWorkshop('KLM469')]).toEqual([found, undefined]);
  forgetWorkshop('FHK247');
  expect(knownWorkshop('FHK247')).toBeUndefined();
});

it('does not know what has no key', () => {
  localStorage.setItem('quorate.code.FHK247', found.workshop);
  expect(knownWorkshop('FHK247')).toBeUndefined();
});

it('knows nothing where the browser keeps nothing', () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new Error('refused');
  });
  expect(knownWorkshop('FHK247')).toBeUndefined();
});
