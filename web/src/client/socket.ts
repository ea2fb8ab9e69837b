import type { Opener } from './channel.ts';

export function socketAddress(path: string, place: Location = location): string {
  return `${place.protocol === 'https:' ? 'wss' : 'ws'}://${place.host}${path}`;
}

export const openSocket: Opener = (path, onHeard, onLost) => {
  const socket = new WebSocket(socketAddress(path));
  const close = socket.close.bind(socket);
  let told = false;
  const once = (tell: () => void) => () => {
    if (!told) tell();
    told = true;
  };
  const lost = once(onLost);
  socket.addEventListener('message', once(onHeard));
  socket.addEventListener('close', lost);
  // On a dead line the browser reports the end of what it was told to close only much later.
  socket.close = () => {
    lost();
    close();
  };
  return socket;
};
