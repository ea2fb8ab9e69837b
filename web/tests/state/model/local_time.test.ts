import { expect, it } from 'vitest';

import { clockTime } from '../../../src/state/model/clock_time.ts';
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

it('says the hour in four digits in either language', () => {
  const when = new Date(2026, 4, 2, 14, 2);
  expect([clockTime(when, 'en'), clockTime(when, 'cy')]).toEqual(['14:02', '14:02']);
});
