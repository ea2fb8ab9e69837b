import { describe, expect, it } from 'vitest';

import { channels, type Channel, type Opener } from '../../src/client/channel.ts';

/** Openers that note what was opened, and let the test say what became of it. */
function ways() {
  const opened: string[] = [];
  let heard = () => undefined as void;
  let lost = () => undefined as void;
  const opener = (kind: string): Opener => (path, onHeard, onLost) => {
    opened.push(`${kind} ${path}`);
    heard = onHeard;
    lost = onLost;
    return {} as Channel;
  };
  const open = channels(opener('socket'), opener('poll'));
  return { opened, open: () => open('/ws/a'), heard: () => heard(), lost: () => lost() };
}

describe('which channel is opened', () => {
  it('is a socket first, and a poll where the socket brought nothing', () => {
    const way = ways();
    way.open();
    way.lost();
    way.open();
    expect(way.opened).toEqual(['socket /ws/a', 'poll /ws/a']);
  });

  it('goes on being what works', () => {
    const way = ways();
    way.open();
    way.lost();
    way.open();
    way.heard();
    way.open();
    expect(way.opened.slice(1)).toEqual(['poll /ws/a', 'poll /ws/a']);
  });

  it('is a socket again when the poll brings nothing either: the network is away', () => {
    const way = ways();
    way.open();
    way.lost();
    way.open();
    way.lost();
    way.open();
    expect(way.opened).toEqual(['socket /ws/a', 'poll /ws/a', 'socket /ws/a']);
  });

  it('stays a socket through a longer loss where sockets have worked, but not for ever', () => {
    const way = ways();
    way.open();
    way.heard();
    for (let n = 0; n < 6; n += 1) {
      way.open();
      way.lost();
    }
    way.open();
    expect(way.opened).toEqual([...Array<string>(7).fill('socket /ws/a'), 'poll /ws/a']);
  });
});
