import { guarded, type OnFault } from '../telemetry/guarded.ts';
import type { Connection } from './connection.ts';
import type { Frame } from './ws-frame.ts';

const SLICE_MS = 1;
const WRITES_BETWEEN_CLOCKS = 8;

type Recipient = Pick<Connection, 'send'>;

interface Mailing {
  readonly recipients: readonly Recipient[];
  readonly frame: Frame;
  next: number;
}

/**
 * Writes to a crowd in slices, with a turn of the event loop after each: written in one go, five
 * thousand phones would hold up every answer and every receipt for 50 ms and more.
 */
export class FanOut {
  readonly #mailings: Mailing[] = [];
  readonly #write: () => void;
  readonly #writeTo: (recipient: Recipient | undefined, frame: Frame) => void;
  #turn: NodeJS.Immediate | null = null;

  /** `whenDone` is called each time that everything has been written. */
  constructor(
    readonly whenDone: () => void,
    onFault: OnFault,
  ) {
    this.#write = guarded(onFault, () => this.#writeSlice());
    // A fault of one connection leaves the others theirs.
    this.#writeTo = guarded(onFault, (recipient, frame) => recipient?.send(frame));
  }

  /** Something has still to be written. */
  get isBusy(): boolean {
    return this.#mailings.length > 0;
  }

  /** Writes to those who are connected now; in the order in which it is called. */
  send(recipients: Iterable<Recipient>, frame: Frame): void {
    this.#mailings.push({ recipients: [...recipients], frame, next: 0 });
    if (this.#turn === null) this.#write();
  }

  stop(): void {
    this.#mailings.length = 0;
    if (this.#turn !== null) clearImmediate(this.#turn);
    this.#turn = null;
  }

  #writeSlice(): void {
    this.#turn = null;
    const until = performance.now() + SLICE_MS;
    for (let [mailing] = this.#mailings; mailing !== undefined; [mailing] = this.#mailings) {
      if (!this.#writeUntil(until, mailing)) {
        this.#turn = setImmediate(this.#write);
        return;
      }
      this.#mailings.shift();
    }
    this.whenDone();
  }

  /** Writes until the time is up; true where all of it was written before. */
  #writeUntil(until: number, mailing: Mailing): boolean {
    const { recipients, frame } = mailing;
    while (mailing.next < recipients.length) {
      this.#writeTo(recipients[mailing.next], frame);
      mailing.next += 1;
      if (mailing.next % WRITES_BETWEEN_CLOCKS === 0 && performance.now() > until) break;
    }
    return mailing.next >= recipients.length;
  }
}

/** Sends a frame to few connections, at once. */
export function sendAll(screens: Iterable<Connection>, frame: Frame): void {
  for (const screen of screens) screen.send(frame);
}
