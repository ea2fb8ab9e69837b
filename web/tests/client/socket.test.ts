import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { openSocket } from '../../src/client/socket.ts';

class Socket extends EventTarget {
  closed = false;
  close() { this.closed = true; }
}

let socket: Socket;
let events: string[];

beforeEach(() => {
  events = [];
  socket = new Socket();
  vi.stubGlobal('WebSocket', function () { return socket; });
});
afterEach(() => vi.unstubAllGlobals());

const opened = () => openSocket('/ws/x', () => events.push('heard'), () => events.push('lost'));

describe('a socket', () => {
  it('says once that something came, and then not that it was lost', () => {
    opened();
    socket.dispatchEvent(new Event('message'));
    socket.dispatchEvent(new Event('message'));
    socket.dispatchEvent(new Event('close'));
    expect(events).toEqual(['heard']);
  });

  it('says that it was lost when it ends without a word', () => {
    opened();
    socket.dispatchEvent(new Event('close'));
    expect(events).toEqual(['lost']);
  });

  it('says so at once when it is given up, and once', () => {
    opened().close();
    expect([events, socket.closed]).toEqual([['lost'], true]);
    socket.dispatchEvent(new Event('close'));
    expect(events).toEqual(['lost']);
  });
});
