import type { Role } from '../../src/protocol/messages.ts';
import type { PlenaryServer } from '../transport/socket-types.ts';

const COUNTED_FOR_MS = 1_000;

export type Transport = 'websocket' | 'polling';
/** How many connections of each role came by each transport. */
export type Connections = Readonly<Record<Role, Readonly<Record<Transport, number>>>>;

/**
 * Counts who is connected when somebody asks, so that a connection costs nothing for it and one
 * that moves from polling to WebSocket is counted where it is. Once a second at most: strangers may
 * ask.
 */
export function connectionsOf(io: PlenaryServer): () => Connections {
  let counted = count(io);
  let at = performance.now();
  return () => {
    if (performance.now() - at < COUNTED_FOR_MS) return counted;
    counted = count(io);
    at = performance.now();
    return counted;
  };
}

function count(io: PlenaryServer): Connections {
  const none = () => ({ websocket: 0, polling: 0 });
  const counts = { attendee: none(), stage: none(), console: none() };
  for (const { conn, data } of io.of('/').sockets.values()) {
    counts[data.role][conn.transport.name === 'polling' ? 'polling' : 'websocket'] += 1;
  }
  return counts;
}
