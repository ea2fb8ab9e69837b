// @vitest-environment node
import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { contrast, FOCUS_GROUNDS, FOCUS_LEAST, FOCUS_RINGS, paletteOf, PAIRS } from '../../src/fixtures/colours.ts';

const palette = paletteOf(readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8'));

describe('contrast', () => {
  it('is counted as WCAG counts it', () => {
    expect(contrast('#000', '#ffffff')).toBe(21);
    expect(contrast('#777777', '#fff')).toBeCloseTo(4.48, 2);
    expect(contrast('#fff', '#777')).toBe(contrast('#777', '#fff'));
  });

  it('is measured over colours of both schemes', () => {
    expect(Object.keys(palette.dark).sort()).toEqual(Object.keys(palette.light).sort());
    const same = Object.keys(palette.light).filter((name) => palette.light[name] === palette.dark[name]);
    expect(same).toEqual([]);
  });

  it('knows every colour there is', () => {
    const used = new Set([...PAIRS.flatMap(({ front, ground }) => [front, ground]), ...FOCUS_RINGS]);
    // What only divides is decoration: it needs no contrast.
    expect(Object.keys(palette.light).filter((name) => !used.has(name))).toEqual(['line']);
  });
});

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  const colour = (name: string): string => {
    const found = palette[scheme][name];
    if (found === undefined) throw new Error(`no colour ${name}`);
    return found;
  };

  it.each(PAIRS.map((pair) => [pair.front, pair.ground, pair.least, pair.use] as const))(
    '%s on %s has at least %s to 1 (%s)',
    (front, ground, least) => {
      expect(contrast(colour(front), colour(ground))).toBeGreaterThanOrEqual(least);
    },
  );

  it.each(FOCUS_GROUNDS)('the focus shows on %s', (ground) => {
    const rings = FOCUS_RINGS.map((ring) => contrast(colour(ring), colour(ground)));
    expect(Math.max(...rings)).toBeGreaterThanOrEqual(FOCUS_LEAST);
  });

  it('the two rings of the focus show beside each other', () => {
    expect(contrast(colour(FOCUS_RINGS[0]), colour(FOCUS_RINGS[1]))).toBeGreaterThanOrEqual(FOCUS_LEAST);
  });
});
