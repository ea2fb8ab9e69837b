import { afterEach, describe, expect, it, vi } from 'vitest';

import { asked, UNREACHABLE } from '../../src/api/asked.ts';

const respondWith = (body: string, status: number) => vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })));

afterEach(() => vi.useRealTimers());

describe('asking the server', () => {
  it('gives what it answered, or its reason', async () => {
    respondWith('{"workshop":"a"}', 200);
    expect(await asked('/api/join', {})).toEqual({ ok: true, value: { workshop: 'a' } });
    respondWith('{"error":{"code":"unknown_code"}}', 404);
    expect(await asked('/api/join', {})).toEqual({ ok: false, error: { code: 'unknown_code' } });
  });

  it("takes a network's own page for no answer", async () => {
    respondWith('<p>sign in</p>', 200);
    expect(await asked('/api/join', {})).toEqual({ ok: false, error: UNREACHABLE });
  });

  it('gives up on a network that never answers', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => new Promise((__, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted')))));
    const response = asked('/api/join', {});
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await response).toEqual({ ok: false, error: UNREACHABLE });
  });
});
