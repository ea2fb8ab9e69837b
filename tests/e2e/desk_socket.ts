// The desk without its page: the facilitator's commands, for tests of what the others see. It speaks the
// protocol from within a browser, as the pages do.
import { randomBytes } from 'node:crypto';

import { expect, type Page } from '@playwright/test';

import type { Links } from './facilitator.ts';

/** shared/protocol/limits.hpp: who is quiet for so long says that it is there (kPingAfterMs); a server that hears
 *  nothing for 50 s hangs up, and a slow test may be quiet for longer. */
const pingAfterMs = 20_000;

const hex = (bytes: number): string => randomBytes(bytes).toString('hex');

/** What a workshop is made from: PROTOCOL.md, "Setup". */
export interface Wish {
  readonly title: string;
  readonly [member: string]: unknown;
}

/** Makes a workshop with no page. */
export async function createdWorkshop(origin: string, wish: Wish): Promise<Links> {
  const { title, ...rest } = wish;
  const response = await fetch(`${origin}/api/workshops`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title: { en: title }, ...rest }),
  });
  if (response.status !== 201) throw new Error(`no workshop: ${response.status} ${await response.text()}`);
  const made = (await response.json()) as Readonly<Record<string, string>>;
  const link = (page: string, role: string, more = '') => `${origin}/${page}#${made['workshop']}.${made[role]}${more}`;
  return {
    code: made['code'] ?? '',
    link: `${made['code']}-${made['key']}`,
    desk: link('desk', 'facilitator', `.${made['wall']}`),
    codesk: link('desk', 'cofacilitator', `.co.${made['wall']}`),
    wall: link('wall', 'wall'),
  };
}

/** Rounds of questions, as `open`, `close` and `reveal` take them. */
export const rounds = (round: number, ...factors: readonly string[]) => factors.map((factor) => ({ factor, round }));

export class DeskSocket {
  private constructor(private readonly page: Page) {}

  /** Connects with the token in the facilitator's link. */
  static async open(page: Page, links: Links): Promise<DeskSocket> {
    const { origin, hash } = new URL(links.desk);
    const [workshop, token] = hash.slice(1).split('.');
    await page.goto(origin);
    await page.evaluate(
      ({ path, hello, pingAfterMs: everyMs }) =>
        new Promise<void>((resolve, reject) => {
          const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${path}`);
          const waiting = new Map<string, (outcome: unknown) => void>();
          (window as unknown as { desk: Desk }).desk = { socket, hello, waiting };
          socket.onopen = () => socket.send(hello);
          const pings = setInterval(() => socket.readyState === WebSocket.OPEN && socket.send('{"t":"ping"}'), everyMs);
          socket.onclose = ({ code }) => {
            clearInterval(pings);
            reject(new Error(`the desk's socket closed: ${code}`));
          };
          socket.onmessage = ({ data }) => {
            const message = JSON.parse(String(data)) as { t: string; id?: string };
            if (message.t === 'welcome') resolve();
            if (message.t === 'outcome' && message.id !== undefined) waiting.get(message.id)?.(message);
          };
        }),
      { path: `/ws/${workshop}`, hello: JSON.stringify({ t: 'hello', v: 1, role: 'facilitator', token }), pingAfterMs },
    );
    return new DeskSocket(page);
  }

  /** Gives a command and waits for its outcome; a refusal fails the test. */
  async command(kind: string, body: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const id = hex(12);
    const text = JSON.stringify({ t: 'command', id, kind, ...body });
    const outcome = await this.page.evaluate(
      ({ id: wanted, text: message }) =>
        new Promise((resolve, reject) => {
          const { desk } = window as unknown as { desk: Desk };
          if (desk.socket.readyState !== WebSocket.OPEN) reject(new Error("the desk's socket is closed"));
          desk.waiting.set(wanted, resolve);
          desk.socket.send(message);
        }),
      { id, text },
    );
    if (!(outcome as { readonly ok: boolean }).ok) throw new Error(`${kind}: ${JSON.stringify(outcome)}`);
  }

  /** Somebody without a phone answers through the desk. */
  async proxy(group = 'unsaid'): Promise<string> {
    const participant = hex(16);
    await this.command('proxy_join', { participant, group });
    return participant;
  }

  /** So many people, once the desk knows of them. */
  people(count: number): Promise<readonly string[]> {
    return this.known('people', count);
  }

  /** So many who have asked to come in. */
  waiting(count: number): Promise<readonly string[]> {
    return this.known('waiting', count);
  }

  private async known(part: keyof DeskView, count: number): Promise<readonly string[]> {
    let ids: readonly string[] = [];
    await expect
      .poll(async () => (ids = Object.keys((await this.freshView())[part] ?? {})), { message: `${part} at the desk` })
      .toHaveLength(count);
    return ids;
  }

  /** A whole view comes with every welcome: asked for on a connection of its own. */
  private async freshView(): Promise<DeskView> {
    return this.page.evaluate(
      () =>
        new Promise<DeskView>((resolve) => {
          const { desk } = window as unknown as { desk: Desk };
          const again = new WebSocket(desk.socket.url);
          again.onopen = () => again.send(desk.hello);
          again.onmessage = ({ data }) => {
            const message = JSON.parse(String(data)) as { t: string; view?: DeskView };
            if (message.t !== 'welcome') return;
            again.close();
            resolve(message.view ?? {});
          };
        }),
    );
  }
}

interface DeskView {
  readonly people?: Readonly<Record<string, unknown>>;
  readonly waiting?: Readonly<Record<string, unknown>>;
}

/** What the page that holds the socket remembers. */
interface Desk {
  readonly socket: WebSocket;
  readonly hello: string;
  readonly waiting: Map<string, (outcome: unknown) => void>;
}
