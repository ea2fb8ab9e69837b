// The channel without a WebSocket: PROTOCOL.md section 7.
import type { Channel, Opener } from './channel.ts';

const CHANNEL = 'quorate-channel';
const NUMBER = 'quorate-number';
const CLOSE = 'quorate-close';

const OK = 200;
const OPENED = 201;
const TAKEN = 204;

/** What a socket reports when it just breaks. */
const BROKEN = 1006;

/** "/ws/…" is where the socket is, "/poll/…" where this is. */
function pollPath(socketPath: string): string {
  return socketPath.replace(/^\/ws\//, '/poll/');
}

class Poll implements Channel {
  onopen: Channel['onopen'] = null;
  onmessage: Channel['onmessage'] = null;
  onclose: Channel['onclose'] = null;
  private readonly path: string;
  private readonly ended = new AbortController();
  private readonly waiting: string[] = [];
  private posting = false;
  private key = '';
  private sent = 0;
  private received = 0;

  constructor(
    path: string,
    private readonly onHeard: () => void,
    private readonly onLost: () => void,
  ) {
    this.path = pollPath(path);
    this.run().catch(() => this.end(BROKEN)); // the network: the client comes back by itself
  }

  send(text: string): void {
    this.waiting.push(text);
    if (!this.posting) this.post().catch(() => this.end(BROKEN));
  }

  close(): void {
    if (this.ended.signal.aborted) return;
    this.ended.abort();
    if (this.received === 0) this.onLost();
    if (this.key === '') return;
    // The page may be going away: the browser still sends this, and nobody waits for it.
    fetch(this.path, { method: 'DELETE', headers: { [CHANNEL]: this.key }, keepalive: true }).catch(() => undefined);
  }

  private ask(method: string, number?: number, body?: string): Promise<Response> {
    const headers: Record<string, string> = {};
    if (this.key !== '') headers[CHANNEL] = this.key;
    if (number !== undefined) headers[NUMBER] = String(number);
    if (body !== undefined) headers['content-type'] = 'application/json';
    return fetch(this.path, {
      method,
      headers,
      cache: 'no-store',
      credentials: 'same-origin',
      signal: this.ended.signal,
      ...(body === undefined ? {} : { body }),
    });
  }

  private async run(): Promise<void> {
    const opened = await this.ask('POST');
    this.key = opened.headers.get(CHANNEL) ?? '';
    if (opened.status !== OPENED || this.key === '') return this.end(Number(opened.headers.get(CLOSE) ?? BROKEN));
    this.onopen?.(new Event('open'));
    for (;;) {
      const response = await this.ask('GET', this.received);
      const code = response.headers.get(CLOSE);
      const first = response.headers.get(NUMBER);
      // A network that answers by itself, as in a hotel, knows nothing of our headers.
      if (response.status !== OK || first === null) return this.end(BROKEN);
      this.take(await response.text(), Number(first));
      if (this.ended.signal.aborted) return;
      if (code !== null) return this.end(Number(code));
    }
  }

  private take(lines: string, first: number): void {
    let number = first;
    for (const line of lines.split('\n')) {
      if (line === '' || this.ended.signal.aborted) continue;
      // Said again, as the response before may have been lost.
      if (number === this.received + 1) {
        if (this.received === 0) this.onHeard();
        this.received = number;
        this.onmessage?.(new MessageEvent('message', { data: line }));
      }
      number += 1;
    }
  }

  private async post(): Promise<void> {
    this.posting = true;
    for (let text = this.waiting.shift(); text !== undefined; text = this.waiting.shift()) {
      this.sent += 1;
      const response = await this.ask('POST', this.sent, text);
      if (response.status !== TAKEN) return this.end(BROKEN);
    }
    this.posting = false;
  }

  private end(code: number): void {
    if (this.ended.signal.aborted) return;
    this.ended.abort();
    if (this.received === 0) this.onLost();
    this.onclose?.(new CloseEvent('close', { code }));
  }
}

export const openPoll: Opener = (path, onHeard, onLost) => new Poll(path, onHeard, onLost);
