// Watches a page from its first byte: whatever the browser complains of, every address it asks, and
// every message it gets over its socket.
import { expect, type Page } from '@playwright/test';

/** The start page fetches the client before the person has typed the code, and may wait for it long. */
const earlyClient = /client-\S+\.wasm was preloaded using link preload but not used/;

export class Watch {
  /** The text of every socket message the page received. */
  readonly received: string[] = [];
  private readonly complaints: string[] = [];
  private readonly elsewhere: string[] = [];
  private readonly expected: RegExp[] = [earlyClient];

  private constructor(
    private readonly who: string,
    private readonly origin: string,
  ) {}

  static async over(page: Page, who: string, origin: string): Promise<Watch> {
    const watch = new Watch(who, origin);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) watch.complaints.push(message.text());
    });
    page.on('pageerror', (error) => watch.complaints.push(`uncaught: ${error.message}`));
    page.on('request', (request) => watch.asked(request.url()));
    page.on('websocket', (socket) => {
      watch.asked(socket.url().replace(/^ws/, 'http'));
      socket.on('framereceived', ({ payload }) => watch.received.push(String(payload)));
    });
    return watch;
  }

  /** From here on a complaint like this is no fault: the test has caused it. */
  expectComplaint(like: RegExp): void {
    this.expected.push(like);
  }

  /** Fails if the browser complained or the page asked another host. */
  expectQuiet(): void {
    const unexpected = this.complaints.filter((text) => !this.expected.some((like) => like.test(text)));
    expect(unexpected, `what the browser complained of on ${this.who}`).toEqual([]);
    expect(this.elsewhere, `addresses elsewhere that ${this.who} asked`).toEqual([]);
  }

  private asked(url: string): void {
    const { origin, protocol } = new URL(url);
    if (protocol !== 'data:' && protocol !== 'blob:' && origin !== this.origin) {
      this.elsewhere.push(url);
    }
  }
}

/** What the browser says when the server is away; ERR_FAILED where a service worker asked for the page, and
 *  ERR_SOCKET_NOT_CONNECTED where a connection that was kept broke as a request was about to go. */
export const serverAway =
  /WebSocket connection to .* failed|ERR_CONNECTION|ERR_INTERNET_DISCONNECTED|ERR_EMPTY_RESPONSE|ERR_FAILED|ERR_SOCKET_NOT_CONNECTED/;

/** A page that has lost the server tries again after 30 s at the latest. */
export const backWithinMs = 45_000;
