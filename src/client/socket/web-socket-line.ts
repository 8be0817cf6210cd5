import type { Line, LineEnd } from './line.ts';

/** Engine.IO over a WebSocket: each packet is one frame. */
export function webSocketLine(end: LineEnd): Line {
  const over = new AbortController();
  const origin = location.origin.replace(/^http/, 'ws');
  const socket = new WebSocket(`${origin}/socket.io/?EIO=4&transport=websocket`);
  const { signal } = over;
  socket.addEventListener('message', ({ data }) => end.packet(String(data)), { signal });
  socket.addEventListener('close', () => end.closed(), { signal });
  return {
    send: (packet) => socket.send(packet),
    close() {
      over.abort();
      socket.close();
    },
  };
}
