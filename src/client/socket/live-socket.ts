import type { Greeting, Line } from './line.ts';
import { farewell, introduction, question, readPacket, type Packet } from './packets.ts';
import { waitAfter } from '../waits.ts';
import { Ways } from './ways.ts';

/** Who uses a socket, and is told of it. */
export interface SocketUser {
  /** Who connects; asked anew each time. */
  introduce(): object;
  connected(): void;
  /** Something was heard of the server, if only a ping. */
  alive(): void;
  /** The server was lost, or not reached; the socket tries again by itself. */
  lost(): void;
  /** The server let this connection go: `connect` comes back. */
  sentAway(): void;
  /** The server does not let in; `data` says why. `connect` tries again. */
  refused(data: unknown): void;
  heard(event: string, body: unknown): void;
}

/**
 * As much of a Socket.IO client as the pages need, in an eighth of the bytes that every phone would
 * load: one namespace, JSON, acknowledgements, and coming back.
 */
export class LiveSocket {
  readonly #ways = new Ways();
  readonly #asked = new Map<number, (reply: unknown) => void>();
  #wanted = false;
  #connected = false;
  #line: Line | null = null;
  #gone = new AbortController();
  #patience = 0;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #comingBack: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #questions = 0;

  constructor(readonly user: SocketUser) {}

  get connected(): boolean {
    return this.#connected;
  }

  /** Connects, and keeps connecting. */
  connect(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    void this.#open();
  }

  disconnect(): void {
    this.#line?.send(farewell);
    this.#failures = 0;
    this.#leave();
  }

  /** Sends an event and resolves with its acknowledgement; with undefined where none comes in time. */
  ask(event: string, body: unknown, withinMs: number): Promise<unknown> {
    const id = this.#questions;
    this.#questions += 1;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#settle(id, undefined), withinMs);
      this.#asked.set(id, (reply) => {
        clearTimeout(timer);
        resolve(reply);
      });
      this.#line?.send(question(id, event, body));
    });
  }

  #settle(id: number, reply: unknown): void {
    this.#asked.get(id)?.(reply);
    this.#asked.delete(id);
  }

  async #open(): Promise<void> {
    const { signal } = (this.#gone = new AbortController());
    const end = {
      packet: (packet: string) => this.#take(packet),
      closed: () => this.#lose(),
    };
    try {
      const { line, greeting } = await this.#ways.open(end, signal);
      if (!signal.aborted) this.#introduce(line, greeting);
    } catch {
      if (!signal.aborted) this.#lose();
    }
  }

  #introduce(line: Line, { pingInterval, pingTimeout }: Greeting): void {
    this.#line = line;
    this.#patience = pingInterval + pingTimeout;
    this.#expectMore();
    line.send(introduction(this.user.introduce()));
  }

  /** A line on which not even a ping comes is dead, whatever the network says. */
  #expectMore(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#lose(), this.#patience);
  }

  #take(text: string): void {
    this.#expectMore();
    if (text === '2') this.#line?.send('3');
    else if (text === '1') this.#lose();
    else {
      const packet = readPacket(text);
      if (packet !== null) this.#hear(packet);
    }
    this.user.alive();
  }

  #hear(packet: Packet): void {
    switch (packet.is) {
      case 'welcome':
        this.#connected = true;
        this.#failures = 0;
        return this.user.connected();
      case 'event':
        return this.user.heard(packet.event, packet.body);
      case 'acknowledgement':
        return this.#settle(packet.id, packet.body);
      case 'farewell':
        this.#leave();
        return this.user.sentAway();
      case 'refusal':
        this.#leave();
        return this.user.refused(packet.data);
    }
  }

  #lose(): void {
    this.#leave();
    this.#wanted = true;
    this.#comingBack = setTimeout(() => void this.#open(), waitAfter(this.#failures));
    this.#failures += 1;
    this.user.lost();
  }

  #leave(): void {
    this.#wanted = false;
    this.#connected = false;
    this.#line = null;
    clearTimeout(this.#silence);
    clearTimeout(this.#comingBack);
    this.#gone.abort();
    for (const id of [...this.#asked.keys()]) this.#settle(id, undefined);
  }
}
