import { Writable, type Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { FairLane, LaneWork } from '../limits/fair-lane.ts';
import type { KeptBytes, Keeper } from '../limits/kept-bytes.ts';
import type { TokenBucket } from '../limits/rate-limit.ts';
import {
  inboundBytes,
  inboundControlFrames,
  inboundPackets,
  PAUSE_MS,
  quickFrames,
} from '../limits/inbound-rates.ts';

// A few dozen bytes are the least that a message has; handling one costs as much as many bytes.
const SLICE_BYTES = 128;
const QUICK_BYTES = 2_000;
// All that a phone has to say after a minute without a network.
const MOST_TOGETHER = 8;
const SLICE_COST = 1;
const FRAME_COST = 8;

/**
 * Stands between the TCP connection of a WebSocket and the parser of ws. The few frames that a
 * phone sends pass at once; more than that waits in the buffer of the connection, and passes in
 * slices, in a lane that all connections share. So those who flood, however many begin in one moment,
 * wait for each other. No more than 66 kB from TCP and one message that has not arrived whole are kept
 * for a connection, and far less for each where there are many.
 */
export class InboundGate implements LaneWork, Keeper {
  readonly #bytes = inboundBytes();
  readonly #frames = inboundPackets();
  #controlFrames: TokenBucket | null = null;
  readonly #quick = quickFrames();
  readonly #receiver: Writable;
  /** Bytes passed on since the last frame that was whole. */
  #unfinished = 0;
  #isTurn = false;
  #isPaused = false;
  #framesSeen = 0;

  constructor(
    readonly socket: WebSocket,
    readonly tcp: Duplex,
    readonly lane: FairLane,
    readonly kept: KeptBytes,
  ) {
    // ws 8 writes what it reads into a stream that its types leave out, and stops reading where that
    // says so, until `drain`.
    const { _receiver: receiver } = socket as unknown as { readonly _receiver: Writable };
    this.#receiver = receiver;
    receiver.write = (bytes: Buffer) => this.#receive(bytes);
    socket.on('message', () => this.#count());
    const countControlFrame = (): void => this.#countControlFrame();
    socket.on('ping', countControlFrame);
    socket.on('pong', countControlFrame);
    tcp.on('close', () => this.kept.set(this, 0));
  }

  get isDone(): boolean {
    return this.tcp.readableLength === 0 || this.#isPaused || this.tcp.destroyed;
  }

  end(): void {
    this.socket.terminate();
  }

  turn(): number {
    if (this.isDone) return 0;
    const before = this.#framesSeen;
    this.#isTurn = true;
    try {
      // ws hears of what is read by the event `data`, and writes it to the receiver.
      this.tcp.read(Math.min(SLICE_BYTES, this.tcp.readableLength));
    } finally {
      this.#isTurn = false;
    }
    this.#note();
    if (this.tcp.readableLength === 0) this.#receiver.emit('drain');
    return SLICE_COST + FRAME_COST * (this.#framesSeen - before);
  }

  /** True where more may come. */
  #receive(bytes: Buffer): boolean {
    if (this.tcp.destroyed) return true;
    if (this.#isTurn) {
      this.#deliver(bytes);
      return false;
    }
    const frames = bytes.length <= QUICK_BYTES ? wholeFrames(bytes) : 0;
    if (frames > 0 && this.#quick.take(performance.now(), frames)) return this.#deliver(bytes);
    // Back where it came from: no more is read from TCP while so much waits there. A stream that is not
    // paused would send it here again at once.
    this.tcp.pause();
    this.tcp.unshift(bytes);
    this.#note();
    this.lane.enter(this);
    return false;
  }

  #deliver(bytes: Buffer): boolean {
    if (!this.#bytes.take(performance.now(), bytes.length)) this.#pause();
    this.#unfinished += bytes.length;
    // An encoding is not asked for with bytes, but the type of `call` knows only the longest form.
    const takesMore = Writable.prototype.write.call(this.#receiver, bytes, 'binary');
    this.#note();
    return takesMore;
  }

  #note(): void {
    this.kept.set(this, this.tcp.destroyed ? 0 : this.tcp.readableLength + this.#unfinished);
  }

  #count(): void {
    this.#framesSeen += 1;
    this.#unfinished = 0;
    if (!this.#frames.take(performance.now())) this.#pause();
  }

  #countControlFrame(): void {
    this.#count();
    this.#controlFrames ??= inboundControlFrames();
    if (!this.#controlFrames.take(performance.now())) this.socket.terminate();
  }

  #pause(): void {
    if (this.#isPaused) return;
    this.#isPaused = true;
    setTimeout(() => {
      this.#isPaused = false;
      if (this.tcp.readableLength > 0) this.lane.enter(this);
    }, PAUSE_MS).unref();
  }
}

const MASK_BYTES = 4;

/** Up to eight frames of a client (RFC 6455, 5.2) that these bytes are, and nothing else; 0 for all others. */
function wholeFrames(bytes: Buffer): number {
  let frames = 0;
  let start = 0;
  while (start < bytes.length) {
    if (bytes.length < start + 4 || frames === MOST_TOGETHER) return 0;
    const length = bytes.readUInt8(start + 1) & 127;
    if (length === 127) return 0;
    start += MASK_BYTES + (length < 126 ? 2 + length : 4 + bytes.readUInt16BE(start + 2));
    frames += 1;
  }
  return start === bytes.length ? frames : 0;
}
