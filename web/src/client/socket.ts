import type { Opener } from './channel.ts';

export function socketAddress(path: string, place: Location = location): string {
  return `${place.protocol === 'https:' ? 'wss' : 'ws'}://${place.host}${path}`;
}

export const openSocket: Opener = (path, onHeard, onLost) => {
  const socket = new WebSocket(socketAddress(path));
  let heard = false;
  socket.addEventListener('message', () => {
    if (!heard) onHeard();
    heard = true;
  });
  socket.addEventListener('close', () => {
    if (!heard) onLost();
  });
  return socket;
};
