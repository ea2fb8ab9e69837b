import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Action, Input } from '../../../client-wasm/contract.ts';
import type { Channel } from '../../src/client/channel.ts';
import { run } from '../../src/client/runner.ts';
import { socketAddress } from '../../src/client/socket.ts';
import { keptFor } from '../../src/client/storage.ts';

const workshop = 'ab'.repeat(16);

class Socket {
  onopen?: () => void;
  onmessage?: (event: { data: unknown }) => void;
  onclose?: (event: { code: number }) => void;
  readonly sent: string[] = [];
  closed = false;
  constructor(readonly path: string) {}
  send(text: string) { this.sent.push(text); }
  close() { this.closed = true; }
}

/** A machine that answers each input with what the test has laid ready. */
function scripted() {
  const inputs: Input[] = [];
  const received: string[] = [];
  const sockets: Socket[] = [];
  let next: readonly Action[] = [];
  const take = () => { const actions = next; next = []; return actions; };
  const machine = {
    input: (input: Input) => { inputs.push(input); return take(); },
    receive: (text: string) => { received.push(text); return take(); },
  };
  const openChannel = (path: string) => {
    const socket = new Socket(path);
    sockets.push(socket);
    return socket as unknown as Channel;
  };
  return { machine, openChannel, inputs, received, sockets, answerWith: (...actions: Action[]) => { next = actions; } };
}

function started(...actions: Action[]) {
  const script = scripted();
  script.answerWith(...actions);
  const client = run(script.machine, { workshop, role: 'participant' }, { openChannel: script.openChannel, kept: keptFor(workshop) });
  return { ...script, client };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  localStorage.clear();
});

describe('run', () => {
  it('starts with a secret that a reload finds again, and never hands it over as kept', () => {
    const first = started().inputs[0];
    const second = started().inputs[0];
    expect(first).toMatchObject({ in: 'start', workshop, role: 'participant', kept: {} });
    expect(first?.in === 'start' && first.secret).toMatch(/^[0-9a-f]{32}$/);
    expect(second?.in === 'start' && second.secret).toBe(first?.in === 'start' && first.secret);
    expect(second?.in === 'start' && second.random).not.toBe(first?.in === 'start' && first.random);
  });

  it('opens, sends and tells what comes', () => {
    const { sockets, answerWith, inputs, received } = started({ do: 'open', path: '/ws/x' });
    expect(sockets[0]?.path).toBe('/ws/x');
    answerWith({ do: 'send', text: 'hello' });
    sockets[0]?.onopen?.();
    expect(inputs[inputs.length - 1]).toEqual({ in: 'opened' });
    expect(sockets[0]?.sent).toEqual(['hello']);
    sockets[0]?.onmessage?.({ data: '{"t":"welcome"}' });
    expect(received).toEqual(['{"t":"welcome"}']);
  });

  it('hears nothing more from a socket it has closed or replaced', () => {
    const { sockets, answerWith, inputs, received, client } = started({ do: 'open', path: '/ws/x' });
    answerWith({ do: 'close' }, { do: 'open', path: '/ws/x' });
    client.takeOver();
    const before = inputs.length;
    sockets[0]?.onclose?.({ code: 1006 });
    sockets[0]?.onmessage?.({ data: 'late' });
    expect(sockets[0]?.closed).toBe(true);
    expect([inputs.length, received.length]).toEqual([before, 0]);
    sockets[1]?.onclose?.({ code: 4000 });
    expect(inputs[inputs.length - 1]).toEqual({ in: 'closed', code: 4000 });
  });

  it('runs one timer an id: a new one replaces, a cancelled one is silent', () => {
    const { answerWith, inputs, client } = started({ do: 'timer', id: 'ping', ms: 100 }, { do: 'timer', id: 'grace', ms: 50 });
    answerWith({ do: 'timer', id: 'ping', ms: 200 }, { do: 'cancel', id: 'grace' });
    client.dismiss();
    vi.advanceTimersByTime(150);
    expect(inputs.filter((input) => input.in === 'timer')).toEqual([]);
    vi.advanceTimersByTime(60);
    expect(inputs.filter((input) => input.in === 'timer')).toEqual([{ in: 'timer', id: 'ping' }]);
  });

  it('keeps, forgets and shows', () => {
    const { client, answerWith } = started(
      { do: 'keep', key: 'a', value: '1' },
      { do: 'keep', key: 'b', value: '2' },
      { do: 'forget', key: 'a' },
      { do: 'show', patch: { link: 'online', connected: 3, answers: { time: { round: 1, value: 7, state: 'saved' } } } },
    );
    expect(keptFor(workshop).all()).toMatchObject({ b: '2' });
    const before = client.model.value;
    expect(before).toMatchObject({ link: 'online', connected: 3 });
    answerWith({ do: 'show', patch: { connected: 4 } });
    client.dismiss();
    expect(client.model.value.connected).toBe(4);
    expect(client.model.value.answers).toBe(before.answers);
  });

  it('wakes the machine when the page is looked at again, and passes on the word about the network', () => {
    const { inputs } = started();
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('offline'));
    window.dispatchEvent(new Event('online'));
    expect(inputs.slice(-3)).toEqual([{ in: 'wake' }, { in: 'network', online: false }, { in: 'network', online: true }]);
  });
});

describe('socketAddress', () => {
  it('is secure where the page is', () => {
    expect(socketAddress('/ws/x', { protocol: 'https:', host: 'example.org' } as Location)).toBe('wss://example.org/ws/x');
    expect(socketAddress('/ws/x', { protocol: 'http:', host: '10.0.0.2:8080' } as Location)).toBe('ws://10.0.0.2:8080/ws/x');
  });
});
