import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { View } from '../../src/state/model/types.ts';

const published = { factors: {} };
const result = { level: 3 };
let loads: (() => Promise<unknown>)[];

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetModules();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  loads = [];
  vi.doMock('../../src/engine/engine.ts', () => ({
    loadEngine: () => (loads.shift() ?? (() => Promise.reject(new Error('too often'))))(),
  }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const refused = () => Promise.reject(new Error('refused'));
const here = () => Promise.resolve({ evaluate: () => result });
const page = () => import('../../src/engine/live_result.ts');

describe('the live result', () => {
  it('fetches the engine at the first reveal, once', async () => {
    const { liveResult, engineFailed } = await page();
    loads = [here];
    const view = signal<View | undefined>(undefined);
    const shown = liveResult(view);
    await vi.runAllTimersAsync();
    expect([shown.value, loads.length]).toEqual([undefined, 1]);
    view.value = { published } as unknown as View;
    await vi.waitFor(() => expect(shown.value).toBe(result));
    view.value = { published: { ...published } } as unknown as View;
    expect([shown.value, engineFailed.value]).toEqual([result, false]);
  });

  it('says that it failed, and tries again after ever longer until it has it', async () => {
    const { liveResult, engineFailed } = await page();
    loads = [refused, refused, here];
    const shown = liveResult(signal({ published } as unknown as View));
    await vi.waitFor(() => expect(engineFailed.value).toBe(true));
    expect([shown.value, loads.length]).toEqual([undefined, 2]);
    await vi.advanceTimersByTimeAsync(4_000);
    await vi.waitFor(() => expect(loads.length).toBe(1));
    expect(engineFailed.value).toBe(true);
    await vi.advanceTimersByTimeAsync(7_000);
    expect(loads.length).toBe(1);
    await vi.advanceTimersByTimeAsync(1_000);
    await vi.waitFor(() => expect(shown.value).toBe(result));
    expect(engineFailed.value).toBe(false);
  });
});
