import { describe, expect, it } from 'vitest';

import { published } from '../../../src/fixtures/views.ts';
import { view } from '../../../src/fixtures/workshop.ts';
import { earlierCounts } from '../../../src/state/model/earlier.ts';

describe('earlierCounts', () => {
  it('finds the round before by the place of its question in what is published', () => {
    expect(earlierCounts(view({ published }), 'social_complexity')).toEqual([0, 2, 3, 4, 5, 2, 2, 1, 0]);
  });

  it('has nothing where nothing may be shown', () => {
    expect(earlierCounts(view({ published }), 'time')).toBeUndefined();
    expect(earlierCounts(view({ published }), 'elsewhere')).toBeUndefined();
    expect(earlierCounts(view(), 'time')).toBeUndefined();
  });
});
