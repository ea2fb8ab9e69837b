import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Channel } from '../../src/client/channel.ts';
import { openPoll } from '../../src/client/poll.ts';

const path = '/ws/' + 'ab'.repeat(16);

interface Asked {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  answer(status: number, headers?: Record<string, string>, body?: string): Promise<void>;
  fail(): Promise<void>;
}

/** Lets what was resolved be acted on. */
const settle = async () => {
  for (let n = 0; n < 8; n += 1) await Promise.resolve();
};

/** happy-dom's own has no code. */
class CloseEventWithCode extends Event {
  readonly code: number;
  constructor(type: string, { code }: { readonly code: number }) {
    super(type);
    this.code = code;
  }
}

let asked: Asked[];
let events: string[];
let channel: Channel;

beforeEach(() => {
  asked = [];
  events = [];
  vi.stubGlobal('CloseEvent', CloseEventWithCode);
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    expect(address).toBe(path.replace('/ws/', '/poll/'));
    return new Promise<Response>((resolve, reject) => {
      asked.push({
        method: init.method ?? 'GET',
        headers: init.headers as Record<string, string>,
        ...(init.body === undefined || init.body === null ? {} : { body: String(init.body) }),
        answer: (status, headers = {}, body) => {
          resolve(new Response(body ?? null, { status, headers }));
          return settle();
        },
        fail: () => {
          reject(new TypeError('no network'));
          return settle();
        },
      });
    });
  });
  channel = openPoll(path, () => events.push('heard'), () => events.push('lost'));
  channel.onopen = () => events.push('open');
  channel.onmessage = (event) => events.push(`message ${String(event.data)}`);
  channel.onclose = (event) => events.push(`close ${event.code}`);
});

afterEach(() => vi.unstubAllGlobals());

const opened = () => asked[0]?.answer(201, { 'quorate-channel': 'c0ffee' });
const last = () => asked[asked.length - 1];

describe('the channel over requests', () => {
  it('opens, and asks for what there is under its id', async () => {
    await opened();
    expect(events).toEqual(['open']);
    expect(last()).toMatchObject({ method: 'GET', headers: { 'quorate-channel': 'c0ffee', 'quorate-number': '0' } });
  });

  it('hands on each line once, in order, and says what it has', async () => {
    await opened();
    await last()?.answer(200, { 'quorate-number': '1' }, 'one\ntwo\n');
    await last()?.answer(200, { 'quorate-number': '2' }, 'two\nthree\n');
    expect(events).toEqual(['open', 'heard', 'message one', 'message two', 'message three']);
    expect(last()?.headers['quorate-number']).toBe('3');
  });

  it('sends one message after the other, numbered', async () => {
    await opened();
    channel.send('a');
    channel.send('b');
    const posts = () => asked.filter(({ method, body }) => method === 'POST' && body !== undefined);
    expect(posts().map(({ body }) => body)).toEqual(['a']);
    await posts()[0]?.answer(204);
    expect(posts().map(({ body, headers }) => [body, headers['quorate-number']])).toEqual([['a', '1'], ['b', '2']]);
  });

  it('ends with the code the server gives, after the lines before it', async () => {
    await opened();
    await last()?.answer(200, { 'quorate-number': '1', 'quorate-close': '4006' }, 'bye\n');
    expect(events.slice(1)).toEqual(['heard', 'message bye', 'close 4006']);
  });

  it('breaks when a request does, and tells that nothing was heard', async () => {
    await asked[0]?.fail();
    expect(events).toEqual(['lost', 'close 1006']);
  });

  it('ends as the server says when there is no such workshop', async () => {
    await asked[0]?.answer(404, { 'quorate-close': '4004' });
    expect(events).toEqual(['lost', 'close 4004']);
  });

  it('breaks when the server no longer knows it', async () => {
    await opened();
    await last()?.answer(404);
    expect(events).toEqual(['open', 'lost', 'close 1006']);
  });

  describe('in a network that answers with a page of its own', () => {
    const page = '<!doctype html>\n<title>Welcome</title>\n<p>Agree to our terms.\n';

    it('does not open', async () => {
      await asked[0]?.answer(200, { 'content-type': 'text/html' }, page);
      expect(events).toEqual(['lost', 'close 1006']);
    });

    it('takes no line of it for a message', async () => {
      await opened();
      await last()?.answer(200, { 'quorate-number': '1' }, 'one\n');
      await last()?.answer(200, { 'content-type': 'text/html' }, page);
      expect(events.slice(1)).toEqual(['heard', 'message one', 'close 1006']);
    });

    it('does not take it for a receipt', async () => {
      await opened();
      channel.send('a');
      await last()?.answer(200, { 'content-type': 'text/html' }, page);
      expect(events.slice(1)).toEqual(['lost', 'close 1006']);
    });
  });

  it('says that it leaves, and nothing more to anybody', async () => {
    await opened();
    channel.close();
    expect(last()).toMatchObject({ method: 'DELETE', headers: { 'quorate-channel': 'c0ffee' } });
    await asked[1]?.answer(200, { 'quorate-number': '1' }, 'late\n');
    expect(events).toEqual(['open', 'lost']);
  });
});
