import { expect, it } from 'vitest';

import { leftOf } from '../../../src/state/desk/timer.ts';
import { clockDigits, minuteMore, serverTime, timeLeft } from '../../../src/state/model/timer.ts';

it("knows the server's time from a moment of the page's own clock", () => {
  expect(serverTime({ wall_ms: 1_000_000, at_ms: 500 }, 2_500.4)).toBe(1_002_000);
  expect(serverTime(undefined, 2_500)).toBeUndefined();
});

it('never has less than no time left', () => {
  expect(timeLeft(5_000, 3_000)).toBe(2_000);
  expect(timeLeft(5_000, 9_000)).toBe(0);
});

it('gives one more minute from the end, or from now when it is over', () => {
  expect(minuteMore(100_000, 40_000)).toBe(160_000);
  expect(minuteMore(100_000, 140_000)).toBe(200_000);
  expect(minuteMore(undefined, 140_000)).toBe(200_000);
});

it('counts a second that has begun', () => {
  expect(clockDigits(300_000)).toBe('5:00');
  expect(clockDigits(244_001)).toBe('4:05');
  expect(clockDigits(1)).toBe('0:01');
  expect(clockDigits(0)).toBe('0:00');
});

it('stands still at what was left while the workshop is paused', () => {
  expect(leftOf({ left_ms: 42_000 }, 1)).toBe(42_000);
  expect(leftOf({ left_ms: 42_000 }, 9_999_999)).toBe(42_000);
  expect(leftOf({ ends_ms: 5_000 }, 3_000)).toBe(2_000);
});
