import { expect, it } from 'vitest';

import { fieldOf, spokenTime, timeIn } from '../../../src/state/model/local_time.ts';

it('puts a time into the field of a form and reads it back, in the zone of the reader', () => {
  const noon = new Date(2026, 11, 3, 12, 5).getTime();
  expect(fieldOf(noon)).toBe('2026-12-03T12:05');
  expect(timeIn('2026-12-03T12:05')).toBe(noon);
});

it('reads no time from anything else', () => {
  expect(['', '2026-12-03', 'soon', '2026-99-03T12:05'].map(timeIn)).toEqual(Array(4).fill(undefined));
});

it('says the day, the hour and the zone', () => {
  const spoken = spokenTime(new Date(2026, 11, 3, 17, 0).getTime(), 'en');
  expect(spoken).toMatch(/^Thu,? 3 Dec/);
  expect(spoken).toMatch(/17:00/);
});
