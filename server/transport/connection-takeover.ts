import type { Connection } from './connection.ts';
import type { Identity } from './socket-types.ts';

/**
 * The present connection of each page. A page that connects again has given its old connection up,
 * but a network that comes back may still deliver what was sent there: an earlier answer after a
 * later one, or a slide that the presenter has long left.
 */
export class ConnectionTakeover {
  readonly #present = new Map<string, Connection>();

  /** Makes this the page's connection; an older one is closed, and what arrives on it is not read. */
  take(connection: Connection, identity: Identity): void {
    const key = pageKey(identity);
    if (key === null) return;
    const before = this.#present.get(key);
    this.#present.set(key, connection);
    before?.close('taken-over');
  }

  /** Forgets a connection that has left. */
  leave(connection: Connection, identity: Identity): void {
    const key = pageKey(identity);
    if (key !== null && this.#present.get(key) === connection) this.#present.delete(key);
  }
}

/** Includes who it is: nobody closes the connection of somebody else's page. */
function pageKey({ code, role, attendee, page }: Identity): string | null {
  return page === null ? null : `${code}/${role}/${attendee}/${page}`;
}
