import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { FairLane } from '../limits/fair-lane.ts';
import { INBOUND, INBOUND_REFILL_MS } from '../limits/inbound-throttle.ts';
import { InboundGate } from './inbound-gate.ts';

type Done = (socket: WebSocket, request: IncomingMessage) => void;

/**
 * The WebSockets of Engine.IO (its option `wsEngine`), limited below it: Engine.IO learns neither of
 * pings and fragments nor of a message before it has arrived whole.
 */
export class LimitedWebSockets extends WebSocketServer {
  readonly #lane = new FairLane(INBOUND, INBOUND_REFILL_MS);

  override handleUpgrade(request: IncomingMessage, tcp: Duplex, head: Buffer, done: Done): void {
    super.handleUpgrade(request, tcp, head, (socket, upgraded) => {
      void new InboundGate(socket, this.#lane);
      done(socket, upgraded);
    });
  }
}
