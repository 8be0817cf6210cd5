/**
 * A way to the server, there or on its way: Engine.IO's packets go over it as texts, one at a time.
 *
 * @see https://socket.io/docs/v4/engine-io-protocol/
 */
export interface Line {
  send(packet: string): void;
  /** Ends it; nothing is told of it afterwards. */
  close(): void;
}

/** Who is told of what comes over a line. */
export interface LineEnd {
  /** The first one is the server's greeting. */
  packet(packet: string): void;
  /** It never came about, or it is gone. */
  closed(): void;
}

export type StartLine = (end: LineEnd) => Line;

/** What the server says first. */
export interface Greeting {
  /** It is heard of at least as often: milliseconds between two pings, and until one counts as lost. */
  readonly pingInterval: number;
  readonly pingTimeout: number;
}

export interface OpenLine {
  readonly line: Line;
  readonly greeting: Greeting;
}

/** As long as a first packet takes that was lost three times. */
export const OPEN_WITHIN_MS = 10_000;

/**
 * Opens a line; resolves once the server has greeted, rejects where it does not. Ends the line, open
 * or not, when `gone` says so.
 */
export function openLine(start: StartLine, end: LineEnd, gone: AbortSignal): Promise<OpenLine> {
  return new Promise((resolve, reject) => {
    gone.throwIfAborted();
    let open = false;
    const line = start({
      packet(packet) {
        if (open) return end.packet(packet);
        // Engine.IO's open packet. Whatever else a proxy may say is no greeting.
        const greeting = JSON.parse(packet.slice(1)) as Greeting;
        open = true;
        clearTimeout(timer);
        resolve({ line, greeting });
      },
      closed: () => (open ? end.closed() : fail()),
    });
    const fail = (): void => {
      clearTimeout(timer);
      line.close();
      reject(new Error('The server does not greet.'));
    };
    const timer = setTimeout(fail, OPEN_WITHIN_MS);
    gone.addEventListener('abort', fail);
  });
}
