import type { PlenarySocket } from './socket-types.ts';

/**
 * The present connection of each page. A page that connects anew has given its old connection up,
 * but a network that comes back may still deliver what was sent there: an earlier answer after a
 * later one, or a slide that the presenter has long left.
 */
export class ConnectionTakeover {
  readonly #present = new Map<string, PlenarySocket>();

  /** From now on this is its page's connection; an older one is closed unread. */
  take(socket: PlenarySocket): void {
    const { code, role, attendee, page } = socket.data;
    if (page === null) return;
    // Of somebody else's page nobody closes the connection: it would take their identity, too.
    const key = `${code}/${role}/${attendee}/${page}`;
    const before = this.#present.get(key);
    this.#present.set(key, socket);
    before?.disconnect(true);
    socket.on('disconnect', () => {
      if (this.#present.get(key) === socket) this.#present.delete(key);
    });
  }
}
