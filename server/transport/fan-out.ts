import type { PlenarySocket } from './socket-types.ts';
import { send, type Frame } from './ws-frame.ts';

const SLICE_MS = 1;
const LOOK_EACH = 8;

interface Mailing {
  readonly sockets: readonly PlenarySocket[];
  readonly frame: Frame;
  next: number;
}

/**
 * Writes to a crowd in slices, with a turn of the event loop after each: written in one go, five
 * thousand phones would hold up every vote and every acknowledgement for 50 ms and more.
 */
export class FanOut {
  readonly #waiting: Mailing[] = [];
  #turn: NodeJS.Immediate | null = null;

  /** `whenDone` is called each time that everything has been written. */
  constructor(readonly whenDone: () => void) {}

  /** Whether something has still to be written. */
  get isBusy(): boolean {
    return this.#waiting.length > 0;
  }

  /** To those who are there now; in the order in which it is called. */
  send(sockets: Iterable<PlenarySocket>, frame: Frame): void {
    this.#waiting.push({ sockets: [...sockets], frame, next: 0 });
    if (this.#turn === null) this.#write();
  }

  stop(): void {
    this.#waiting.length = 0;
    if (this.#turn !== null) clearImmediate(this.#turn);
    this.#turn = null;
  }

  #write(): void {
    this.#turn = null;
    const until = performance.now() + SLICE_MS;
    for (let [mailing] = this.#waiting; mailing !== undefined; [mailing] = this.#waiting) {
      if (!writeUntil(until, mailing)) {
        this.#turn = setImmediate(() => this.#write());
        return;
      }
      this.#waiting.shift();
    }
    this.whenDone();
  }
}

/** Whether all of it was written before the time was up. */
function writeUntil(until: number, mailing: Mailing): boolean {
  const { sockets, frame } = mailing;
  while (mailing.next < sockets.length) {
    const socket = sockets[mailing.next];
    mailing.next += 1;
    if (socket?.connected === true) send(socket, frame);
    if (mailing.next % LOOK_EACH === 0 && performance.now() > until) break;
  }
  return mailing.next >= sockets.length;
}
