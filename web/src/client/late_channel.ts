import type { Channel, Opener } from './channel.ts';

/** What a socket reports when it just breaks. */
const BROKEN = 1006;

/** A kind of channel whose script is fetched when the first of it is opened: most pages never need it. */
export function fetchedLate(load: () => Promise<Opener>): Opener {
  return (path, onHeard, onLost) => {
    let inner: Channel | undefined;
    let closed = false;
    const outer: Channel = {
      onopen: null,
      onmessage: null,
      onclose: null,
      send: (text) => inner?.send(text),
      close() {
        closed = true;
        if (inner) inner.close();
        else onLost(); // the script never came, and with it no message
      },
    };
    load()
      .then((open) => {
        if (closed) return;
        inner = open(path, onHeard, onLost);
        inner.onopen = (event) => outer.onopen?.(event);
        inner.onmessage = (event) => outer.onmessage?.(event);
        inner.onclose = (event) => outer.onclose?.(event);
      })
      .catch(() => {
        if (closed) return;
        onLost();
        outer.onclose?.(new CloseEvent('close', { code: BROKEN }));
      });
    return outer;
  };
}
