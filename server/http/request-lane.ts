import type { IncomingMessage } from 'node:http';
import { AddressLane } from '../limits/address-lane.ts';
import { LARGEST_MESSAGE } from '../limits/inbound-rates.ts';
import type { Rate } from '../limits/rate-limit.ts';
import { clientAddress } from './client-address.ts';

/** A rate of requests, shared by the addresses from which they come. */
export class RequestLane {
  readonly #lane: AddressLane;

  constructor(rate: Rate) {
    this.#lane = new AddressLane(rate);
  }

  /**
   * Calls `begin` at the turn of a request, unless its connection has ended.
   *
   * @param costOfBody the tokens that a request with a body costs beside one for each kB of it
   */
  wait(request: IncomingMessage, begin: () => void, costOfBody = 0): void {
    const { socket } = request;
    const isGone = (): boolean => socket.destroyed;
    this.#lane.wait(clientAddress(request), begin, costOf(request, costOfBody), isGone);
  }
}

function costOf({ headers }: IncomingMessage, costOfBody: number): number {
  const { 'content-length': length, 'transfer-encoding': chunked } = headers;
  if (length === undefined && chunked === undefined) return 1;
  // A body in chunks does not say its length.
  return 1 + costOfBody + Math.min(Number(length ?? LARGEST_MESSAGE), LARGEST_MESSAGE) / 1000;
}
