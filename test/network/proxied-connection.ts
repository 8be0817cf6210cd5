import { connect, type Socket } from 'node:net';
import { DelayedStream, type LinkConditions } from './delayed-stream.ts';
import { asksForWebSocket, forwardedFor, requestHead, withoutUpgrade } from './request-head.ts';

/** The treatment of a WebSocket upgrade. */
export type Upgrades =
  | 'passed'
  /** Answered by the proxy itself, with an error. */
  | 'refused'
  /** Passed on without the headers that ask for it. */
  | 'stripped'
  /** Never answered. */
  | 'swallowed';

/** The conditions of a network. */
export interface Conditions extends LinkConditions {
  /** The chance of each piece of data that the connection is cut behind it, 0 to 1. */
  readonly cut: number;
  /** After so many milliseconds of silence the connection is cut; null for never. */
  readonly idle: number | null;
  readonly upgrades: Upgrades;
  /** The address that the far side believes the phone to have. */
  readonly address: string;
}

/** One TCP connection through the network. */
export class ProxiedConnection {
  readonly #far: Socket;
  readonly #up: DelayedStream;
  readonly #down: DelayedStream;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #isWebSocket = false;

  constructor(
    readonly near: Socket,
    port: number,
    readonly conditions: () => Conditions,
    readonly random: () => number,
    readonly onCut: () => void,
  ) {
    this.#far = connect(port, '127.0.0.1');
    this.#up = new DelayedStream(this.#far, conditions, random);
    this.#down = new DelayedStream(near, conditions, random);
    this.#join(near, this.#up, (bytes) => this.#passUp(bytes));
    this.#join(this.#far, this.#down, (bytes) => this.#down.send(bytes));
    this.#listenForSilence();
  }

  get isWebSocket(): boolean {
    return this.#isWebSocket;
  }

  get isOpen(): boolean {
    return !this.near.destroyed || !this.#far.destroyed;
  }

  /** Delivers nothing and tells nobody, as when Wi-Fi is gone. */
  fallSilent(): void {
    this.#up.fallSilent();
    this.#down.fallSilent();
  }

  /** Delivers data of the phone to the server, and holds back the data of the server. */
  loseAnswers(): void {
    this.#down.fallSilent();
  }

  speakAgain(): void {
    this.#up.speakAgain();
    this.#down.speakAgain();
  }

  /** Breaks the connection, as a restarting proxy does: both ends are told at once. */
  cut(): void {
    clearTimeout(this.#silence);
    this.near.resetAndDestroy();
    this.#far.resetAndDestroy();
  }

  #join(from: Socket, stream: DelayedStream, pass: (bytes: Buffer) => void): void {
    from.setNoDelay(true);
    from.on('data', (bytes: Buffer) => {
      this.#listenForSilence();
      pass(bytes);
      if (this.random() < this.conditions().cut) {
        this.onCut();
        this.cut();
      }
    });
    // A connection that breaks is closed as well.
    from.on('error', () => {});
    from.on('close', () => {
      clearTimeout(this.#silence);
      stream.end();
    });
  }

  #passUp(bytes: Buffer): void {
    const head = this.#isWebSocket ? null : requestHead(bytes);
    if (head === null) {
      this.#up.send(bytes);
      return;
    }
    const { upgrades, address } = this.conditions();
    const rest = bytes.subarray(head.length);
    const wantsUpgrade = asksForWebSocket(head);
    if (wantsUpgrade && upgrades === 'swallowed') return;
    if (wantsUpgrade && upgrades === 'refused') {
      this.#down.send(Buffer.from('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n'));
      this.#down.end();
      return;
    }
    this.#isWebSocket = wantsUpgrade && upgrades === 'passed';
    const passed = upgrades === 'stripped' ? withoutUpgrade(head) : head;
    this.#up.send(Buffer.concat([Buffer.from(forwardedFor(passed, address), 'latin1'), rest]));
  }

  #listenForSilence(): void {
    clearTimeout(this.#silence);
    const { idle } = this.conditions();
    if (idle === null) return;
    this.#silence = setTimeout(() => {
      this.onCut();
      this.cut();
    }, idle);
  }
}
