import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { HASTY_REQUESTS, REQUESTS, REQUESTS_A_CONNECTION } from '../limits/inbound-rates.ts';
import { TokenBucket } from '../limits/rate-limit.ts';
import { isForwarded } from './client-address.ts';
import { RequestLane } from './request-lane.ts';

/**
 * The requests that are no handshakes, in two lanes: those of a connection that sends more than a page
 * ever does wait for each other, and for nobody else. The connection of a proxy carries the requests of
 * many, and is never hasty.
 */
export class RequestLanes {
  readonly #usual = new RequestLane(REQUESTS);
  readonly #hasty = new RequestLane(HASTY_REQUESTS);
  readonly #buckets = new WeakMap<Socket, TokenBucket>();

  /** Calls `begin` at the turn of a request; see `RequestLane`. */
  wait(request: IncomingMessage, begin: () => void, costOfBody = 0): void {
    const lane = this.isHasty(request) ? this.#hasty : this.#usual;
    lane.wait(request, begin, costOfBody);
  }

  /** Counts a request; true where its connection has sent more than a page does. */
  isHasty(request: IncomingMessage): boolean {
    if (isForwarded(request)) return false;
    const { socket } = request;
    const bucket = this.#buckets.get(socket) ?? new TokenBucket(REQUESTS_A_CONNECTION);
    this.#buckets.set(socket, bucket);
    return !bucket.take(performance.now());
  }
}
