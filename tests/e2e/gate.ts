// A way to the server of one phone's own, which can go bad: a TCP relay between the two. What goes wrong
// is mostly the socket, as on a phone with a bad signal; HTTP passes while the gate is up, unless it is
// silent or captive.
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

const headEnd = '\r\n\r\n';

/** What a hotel's network answers to everything until somebody has agreed to its terms. */
const portal = '<!doctype html>\n<html lang="en"><title>Welcome</title><p>{"Agree"} to our terms to go on.</html>\n';
const portalAnswer = [
  'HTTP/1.1 200 OK',
  'Content-Type: text/html; charset=utf-8',
  `Content-Length: ${Buffer.byteLength(portal)}`,
  'Cache-Control: no-store',
  'Connection: close',
].join('\r\n');

type Line = Pick<Gate, 'deaf' | 'mute' | 'noSockets' | 'captive' | 'silent'>;

class Relay {
  private readonly upstream: Socket;
  private head = '';
  private isSocket = false;
  private isOpen = false;
  private helloPassed = false;
  private stranded = false;
  private readonly heldUp: Buffer[] = [];
  private readonly heldDown: Buffer[] = [];

  constructor(
    private readonly client: Socket,
    port: number,
    private readonly gate: Readonly<Line>,
    ended: () => void,
  ) {
    this.upstream = connect({ port, host: '127.0.0.1', noDelay: true });
    client.setNoDelay(true);
    client.on('data', (bytes) => this.up(bytes));
    this.upstream.on('data', (bytes) => this.down(bytes));
    const end = (): void => {
      this.cut();
      ended();
    };
    client.on('error', end).on('close', end);
    // Nobody tells the phone that the server's side of a dead line has ended.
    const serverEnded = (): void => (this.stranded ? undefined : end());
    this.upstream.on('error', serverEnded).on('close', serverEnded);
  }

  cut(): void {
    this.client.destroy();
    this.upstream.destroy();
  }

  /** From now on nothing passes, and neither side is told. */
  strand(): void {
    this.stranded = true;
  }

  /** Sends on what was held back. */
  release(): void {
    if (this.stranded) return;
    for (const bytes of this.heldUp.splice(0)) this.upstream.write(bytes);
    for (const bytes of this.heldDown.splice(0)) this.client.write(bytes);
  }

  private up(bytes: Buffer): void {
    if (this.stranded) return;
    if (this.gate.captive) {
      this.client.end(`${portalAnswer}${headEnd}${portal}`);
      return;
    }
    if (this.gate.silent || (this.gate.deaf && this.helloPassed)) {
      this.heldUp.push(bytes);
      return;
    }
    // The first message says hello; whatever follows is what a person did.
    if (this.isSocket) this.helloPassed = true;
    else this.readHead(bytes);
    if (this.isSocket && this.gate.noSockets) {
      this.client.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
      return;
    }
    this.upstream.write(bytes);
  }

  private down(bytes: Buffer): void {
    if (this.stranded) return;
    if (this.gate.mute && this.isOpen) {
      this.heldDown.push(bytes);
      return;
    }
    // What comes first over a socket says that it is open.
    this.isOpen = this.isSocket;
    this.client.write(bytes);
  }

  private readHead(bytes: Buffer): void {
    // A browser's request heads are small and come whole; bodies that follow never look like one.
    this.head = bytes.toString('latin1');
    this.isSocket = this.head.includes(headEnd) && /\r\nUpgrade: websocket\r\n/i.test(this.head);
  }
}

export class Gate {
  /** While true, the server hears nothing of what a phone does, only that it is there. */
  deaf = false;
  /** While true, a phone hears nothing over its socket of what the server says, but that it is open. */
  mute = false;
  /** While true, no WebSocket comes about, as behind some offices' proxies. */
  noSockets = false;
  /** While true, every request is taken and none is answered. */
  silent = false;
  /** While true, every request gets the page of a hotel's network. */
  captive = false;
  private closed = false;
  private readonly relays = new Set<Relay>();

  private constructor(private readonly server: Server) {}

  /** A gate to the server on this port of this machine. */
  static async to(port: number): Promise<Gate> {
    const server = createServer();
    const gate = new Gate(server);
    server.on('connection', (client) => gate.admit(client, port));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return gate;
  }

  get address(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  /** The network is gone: every connection breaks at once, and no new one comes about. */
  cut(): void {
    this.closed = true;
    for (const relay of this.relays) relay.cut();
  }

  /** What is connected now goes on looking so, and nothing passes on it any more; new connections are
   *  good. So it is after a phone has slept, or has changed its network. */
  strand(): void {
    for (const relay of this.relays) relay.strand();
  }

  /** The phone has come into a hotel's network: what was open is gone, what is new gets that page. */
  capture(): void {
    this.captive = true;
    for (const relay of this.relays) relay.cut();
  }

  /** The network is back, in full. */
  mend(): void {
    this.closed = false;
    this.captive = false;
    this.release();
  }

  /** What was held back in either direction is sent, and nothing is held back any more. */
  release(): void {
    this.deaf = false;
    this.mute = false;
    this.silent = false;
    for (const relay of this.relays) relay.release();
  }

  async dispose(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private admit(client: Socket, port: number): void {
    if (this.closed) {
      client.destroy();
      return;
    }
    const relay: Relay = new Relay(client, port, this, () => this.relays.delete(relay));
    this.relays.add(relay);
  }
}
