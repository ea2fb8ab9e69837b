/** What carries whole messages between the client and the server: a WebSocket, or what stands in for
 *  one. The members are those of a WebSocket that the runner uses. */
export interface Channel {
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
  send(text: string): void;
  /** Nothing is reported afterwards. */
  close(): void;
}

/** How a channel of one kind is opened; `onHeard` is called with its first message, `onLost` when it ends
 *  without one. */
export type Opener = (path: string, onHeard: () => void, onLost: () => void) => Channel;

/** So many sockets in a row bring nothing before another way is tried: one where none ever did, more
 *  where it is likelier that the network or the server is away. */
const MOST_LOST_UNTRIED = 1;
const MOST_LOST_TRIED = 6;

/** Opens a socket, or where sockets get no word through, as behind some offices' proxies, a poll; and
 *  keeps to what works. */
export function channels(socket: Opener, poll: Opener): (path: string) => Channel {
  let polling = false;
  let socketWorked = false;
  let lost = 0;
  return (path) => {
    if (polling) {
      return poll(
        path,
        () => undefined,
        () => {
          polling = false;
          lost = 0;
        },
      );
    }
    return socket(
      path,
      () => {
        socketWorked = true;
        lost = 0;
      },
      () => {
        lost += 1;
        polling = lost >= (socketWorked ? MOST_LOST_TRIED : MOST_LOST_UNTRIED);
      },
    );
  };
}
