import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { AddressLane } from '../limits/address-lane.ts';
import type { Rate } from '../limits/rate-limit.ts';
import { clientAddress } from './client-address.ts';

// Browsers and proxies send one after the other on a connection.
const MOST_UNANSWERED = 10;

/** Bytes of the longest body that is read; a body in chunks does not say its length. */
const MOST_BYTES = 32_000;

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
   *
   * @param costOfBody the tokens that a request with a body costs beside one for each kB of it
   */
  wait(request: IncomingMessage, begin: () => void, costOfBody = 0): void {
    const { socket } = request;
    const waiting = (this.#waiting.get(socket) ?? 0) + 1;
    this.#waiting.set(socket, waiting);
    if (waiting > MOST_UNANSWERED) {
      socket.destroy();
      return;
    }
    const beginAtTurn = (): void => {
      this.#waiting.set(socket, (this.#waiting.get(socket) ?? 1) - 1);
      begin();
    };
    const isGone = (): boolean => socket.destroyed;
    this.#lane.wait(clientAddress(request), beginAtTurn, costOf(request, costOfBody), isGone);
  }
}

function costOf({ headers }: IncomingMessage, costOfBody: number): number {
  const { 'content-length': length, 'transfer-encoding': chunked } = headers;
  if (length === undefined && chunked === undefined) return 1;
  return 1 + costOfBody + Math.min(Number(length ?? MOST_BYTES), MOST_BYTES) / 1000;
}
