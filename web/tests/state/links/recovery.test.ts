import { describe, expect, it } from 'vitest';

import { inGroups, recoveryIn } from '../../../src/state/links/recovery.ts';

describe('a recovery code', () => {
  it('is read with groups, hyphens and capitals', () => {
    expect(recoveryIn(' 0F1E 2d3c-4b5a 6978 8796\n')).toBe('0f1e2d3c4b5a69788796');
  });

  it.each(['', '0f1e', '0f1e2d3c4b5a6978879g', '0f1e2d3c4b5a697887960'])('is not %j', (typed) => {
    expect(recoveryIn(typed)).toBeUndefined();
  });

  it('is written in groups of four, and read back', () => {
    expect(inGroups('0f1e2d3c4b5a69788796')).toBe('0f1e 2d3c 4b5a 6978 8796');
    expect(recoveryIn(inGroups('0f1e2d3c4b5a69788796'))).toBe('0f1e2d3c4b5a69788796');
  });
});
