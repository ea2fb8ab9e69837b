import { afterEach, describe, expect, it, vi } from 'vitest';

import { asked, UNREACHABLE } from '../../src/api/asked.ts';

const answeredWith = (body: string, status: number) => vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })));

afterEach(() => vi.useRealTimers());

describe('asking the server', () => {
  it('gives what it answered, or its reason', async () => {
    answeredWith('{"workshop":"a"}', 200);
    expect(await asked('/api/join', {})).toEqual({ ok: true, value: { workshop: 'a' } });
    answeredWith('{"error":{"code":"unknown_code"}}', 404);
    expect(await asked('/api/join', {})).toEqual({ ok: false, error: { code: 'unknown_code' } });
  });

  it("takes a network's own page for no answer", async () => {
    answeredWith('<p>sign in</p>', 200);
    expect(await asked('/api/join', {})).toEqual({ ok: false, error: UNREACHABLE });
  });

  it('gives up on a network that never answers', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => new Promise((__, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted')))));
    const answer = asked('/api/join', {});
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await answer).toEqual({ ok: false, error: UNREACHABLE });
  });
});
