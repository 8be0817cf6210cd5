import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { AddressLane } from '../limits/address-lane.ts';
import type { Rate } from '../limits/rate-limit.ts';
import { clientAddress } from './client-address.ts';

// Browsers and proxies send one after the other on a connection.
const MOST_UNANSWERED = 10;

/** A rate of requests, shared by the addresses from which they come. */
export class RequestLane {
  readonly #lane: AddressLane;
  readonly #waiting = new WeakMap<Socket, number>();

  constructor(rate: Rate) {
    this.#lane = new AddressLane(rate);
  }

  /**
   * Calls `begin` at the turn of a request, unless its connection has ended. Ends a connection that sends
   * many without waiting for an answer: they would pile up here.
   */
  wait(request: IncomingMessage, begin: () => void): void {
    const { socket } = request;
    const waiting = (this.#waiting.get(socket) ?? 0) + 1;
    this.#waiting.set(socket, waiting);
    if (waiting > MOST_UNANSWERED) {
      socket.destroy();
      return;
    }
    this.#lane.wait(clientAddress(request), () => {
      this.#waiting.set(socket, (this.#waiting.get(socket) ?? 1) - 1);
      if (!socket.destroyed) begin();
    });
  }
}
