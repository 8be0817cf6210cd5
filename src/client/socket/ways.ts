import { openLine, type LineEnd, type OpenLine } from './line.ts';
import { canReachServer } from './reach.ts';
import { webSocketLine } from './web-socket-line.ts';

/** Which way leads to the server: a WebSocket; or long polling, where a proxy refuses that. */
export class Ways {
  #webSocketRefused = false;

  /** Rejects where none leads there now. Where a proxy once refused WebSocket, it is not asked again. */
  async open(end: LineEnd, gone: AbortSignal): Promise<OpenLine> {
    if (!this.#webSocketRefused) {
      const open = await byWebSocket(end, gone);
      if (open !== null) return open;
    }
    // Only who needs it loads it.
    const { pollingLine } = await import('./polling-line.ts');
    const open = await openLine(pollingLine, end, gone);
    this.#webSocketRefused = true;
    return open;
  }
}

/** Resolves with null where a proxy refuses it; rejects where the server is not to be reached at all. */
async function byWebSocket(end: LineEnd, gone: AbortSignal): Promise<OpenLine | null> {
  const open = (): Promise<OpenLine> => openLine(webSocketLine, end, gone);
  try {
    return await open();
  } catch {
    // Where nothing gets through, nothing is said against WebSocket. Nor may polling be loaded
    // then: browsers remember of a module that it failed to load, as long as the page is open.
    if (!(await canReachServer(gone))) throw new Error('The server is not there.');
    // It may be back since.
    return open().catch(() => null);
  }
}
