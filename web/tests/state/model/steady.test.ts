import { describe, expect, it } from 'vitest';

import { meaningNow, STEADY_MS, unsteadyFor } from '../../../src/state/model/steady.ts';

describe('a press that was meant for something else', () => {
  const drawn = meaningNow(undefined, 'close', 10);

  it('is none when the page has only just been drawn', () => {
    expect(unsteadyFor(drawn, 10)).toBe(0);
  });

  it('does nothing for a second after the button has changed its meaning', () => {
    const changed = meaningNow(drawn, 'open', 5_000);
    expect(unsteadyFor(changed, 5_000)).toBe(STEADY_MS);
    expect(unsteadyFor(changed, 5_999)).toBe(1);
    expect(unsteadyFor(changed, 6_000)).toBe(0);
  });

  it('is not counted anew while the meaning stays', () => {
    const changed = meaningNow(drawn, 'open', 5_000);
    expect(meaningNow(changed, 'open', 5_900)).toBe(changed);
  });
});
