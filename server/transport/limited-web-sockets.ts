import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type ServerOptions, type WebSocket } from 'ws';
import { FairLane } from '../limits/fair-lane.ts';
import {
  INBOUND,
  INBOUND_REFILL_MS,
  MOST_FRAGMENTS,
  MOST_KEPT_BYTES,
  MOST_PARTS,
} from '../limits/inbound-rates.ts';
import { KeptBytes } from '../limits/kept-bytes.ts';
import { InboundGate } from './inbound-gate.ts';

type Done = (socket: WebSocket, request: IncomingMessage) => void;

/**
 * The WebSockets of Engine.IO (its option `wsEngine`), limited below it: Engine.IO learns neither of
 * pings and fragments nor of a message before it has arrived whole.
 */
export class LimitedWebSockets extends WebSocketServer {
  readonly #lane = new FairLane(INBOUND, INBOUND_REFILL_MS);
  readonly #kept = new KeptBytes(MOST_KEPT_BYTES);

  constructor(options: ServerOptions) {
    super({ ...options, maxFragments: MOST_FRAGMENTS, maxBufferedChunks: MOST_PARTS });
  }

  override handleUpgrade(request: IncomingMessage, tcp: Duplex, head: Buffer, done: Done): void {
    super.handleUpgrade(request, tcp, head, (socket, upgraded) => {
      void new InboundGate(socket, tcp, this.#lane, this.#kept);
      done(socket, upgraded);
    });
  }
}
