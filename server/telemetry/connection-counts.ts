import type { Role } from '../../src/protocol/messages.ts';
import type { Connection } from '../transport/connection.ts';
import type { Connections } from '../transport/socket-server.ts';

const COUNTED_FOR_MS = 1_000;

/** The number of connections of each role by each transport. */
export type ConnectionCounts = Readonly<
  Record<Role, Readonly<Record<Connection['transport'], number>>>
>;

/**
 * Counts the connections that have joined a session when somebody asks, so that a connection costs
 * nothing for it and one that moves from polling to WebSocket is counted where it is. Once a second
 * at most: strangers may ask.
 */
export function connectionCounts(connections: Connections): () => ConnectionCounts {
  let counted = count(connections);
  let at = performance.now();
  return () => {
    if (performance.now() - at < COUNTED_FOR_MS) return counted;
    counted = count(connections);
    at = performance.now();
    return counted;
  };
}

function count(connections: Connections): ConnectionCounts {
  const none = () => ({ websocket: 0, polling: 0 });
  const counts = { attendee: none(), stage: none(), console: none(), remote: none() };
  for (const { state, transport } of connections.values()) {
    if (state.name === 'joined') counts[state.identity.role][transport] += 1;
  }
  return counts;
}
