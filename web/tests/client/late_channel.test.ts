import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { Channel, Opener } from '../../src/client/channel.ts';
import { fetchedLate } from '../../src/client/late_channel.ts';

function channel(): Channel & { readonly sent: string[]; closed: boolean } {
  const made = {
    onopen: null, onmessage: null, onclose: null, sent: [] as string[], closed: false,
    send: (text: string) => void made.sent.push(text),
    close: () => void (made.closed = true),
  };
  return made as Channel & { readonly sent: string[]; closed: boolean };
}

/** The test's browser forgets the code. */
class CloseEventWithCode extends Event {
  readonly code: number;
  constructor(type: string, { code }: { readonly code: number }) {
    super(type);
    this.code = code;
  }
}

beforeEach(() => void vi.stubGlobal('CloseEvent', CloseEventWithCode));

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('a channel that is fetched late', () => {
  it('passes everything on once it is there', async () => {
    const inner = channel();
    const open = vi.fn<Opener>(() => inner);
    const outer = fetchedLate(async () => open)('/ws/x', () => undefined, () => undefined);
    const heard: string[] = [];
    outer.onopen = () => heard.push('open');
    outer.onmessage = ({ data }) => heard.push(String(data));
    outer.onclose = ({ code }) => heard.push(String(code));
    await settled();
    expect(open.mock.calls[0]?.[0]).toBe('/ws/x');
    inner.onopen?.(new Event('open'));
    inner.onmessage?.(new MessageEvent('message', { data: 'hello' }));
    inner.onclose?.(new CloseEvent('close', { code: 4000 }));
    outer.send('here');
    expect([heard, inner.sent]).toEqual([['open', 'hello', '4000'], ['here']]);
  });

  it('opens nothing when it was closed before it came', async () => {
    const open = vi.fn<Opener>(() => channel());
    fetchedLate(async () => open)('/ws/x', () => undefined, () => undefined).close();
    await settled();
    expect(open).not.toHaveBeenCalled();
  });

  it('is lost, once, when it is closed before it came: another way is tried next', async () => {
    const lost = vi.fn();
    fetchedLate(async () => channel)('/ws/x', () => undefined, lost).close();
    await settled();
    expect(lost).toHaveBeenCalledTimes(1);
  });

  it('is lost when it cannot be fetched', async () => {
    const lost = vi.fn();
    const outer = fetchedLate(() => Promise.reject(new Error('no line')))('/ws/x', () => undefined, lost);
    const closed = vi.fn();
    outer.onclose = closed;
    await settled();
    expect([lost.mock.calls.length, (closed.mock.calls[0]?.[0] as CloseEvent).code]).toEqual([1, 1006]);
  });
});
