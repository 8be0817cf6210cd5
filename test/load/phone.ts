import type { Dialect, ReceivedFrame } from './dialects.ts';
import { RawSocket } from './raw-socket.ts';

/** The events that a measured phone or stage reports to its swarm. Times in milliseconds of one steady clock. */
export interface PhoneWatcher {
  joined(phone: Phone): void;
  refused(phone: Phone, why: string): void;
  acknowledged(phone: Phone, ok: boolean, milliseconds: number): void;
  tallied(phone: Phone, answered: number): void;
  closed(phone: Phone, why: string): void;
}

/** One attendee, or one stage, as cheap as can be: it draws nothing, and keeps figures. */
export class Phone {
  #socket: RawSocket | null = null;
  readonly #sentAt = new Map<number, number>();
  #answers = 0;
  token: string | null = null;
  isJoined = false;
  startedAt = 0;
  /** The choice that was sent last, and the one that was acknowledged last. */
  sent: number | null = null;
  recorded: number | null = null;
  #bytesBefore = 0;
  #framesBefore = 0;

  constructor(
    readonly dialect: Dialect,
    readonly place: number,
    readonly watcher: PhoneWatcher,
  ) {}

  connect(port: number, code: string, role: 'attendee' | 'stage' = 'attendee'): void {
    const { dialect } = this;
    this.isJoined = false;
    this.startedAt = performance.now();
    const hello = (): void => this.#socket?.send(dialect.hello(role, code, this.token));
    // 127.0.0.1 to 127.0.0.200: no address has more than its 28,000 ports.
    const localAddress = `127.0.0.${1 + (this.place % 200)}`;
    this.#socket = new RawSocket(
      { host: '127.0.0.1', port, path: dialect.path, localAddress },
      {
        opened: () => {
          if (dialect.greets === 'client') hello();
        },
        heard: (payload) => this.#hear(dialect.hear(payload), hello),
        closed: (why) => this.#closed(why),
      },
    );
  }

  /** Answers the question; the acknowledgement is reported to the watcher. */
  answer(choice: number): void {
    this.#answers += 1;
    this.sent = choice;
    this.#sentAt.set(this.#answers, performance.now());
    const unique = `p${this.place}-a${this.#answers}-load`;
    this.#socket?.send(this.dialect.answer(this.#answers, choice, unique));
  }

  /** Loses its network. */
  cut(): void {
    this.#socket?.cut();
  }

  /** Bytes and frames that arrived since this was asked last. */
  take(): { bytes: number; frames: number } {
    const { bytesRead = 0, framesRead = 0 } = this.#socket ?? {};
    const taken = { bytes: bytesRead - this.#bytesBefore, frames: framesRead - this.#framesBefore };
    this.#bytesBefore = bytesRead;
    this.#framesBefore = framesRead;
    return taken;
  }

  #closed(why: string): void {
    this.isJoined = false;
    this.#sentAt.clear();
    this.#bytesBefore = 0;
    this.#framesBefore = 0;
    this.watcher.closed(this, why);
  }

  #hear(heard: ReceivedFrame, hello: () => void): void {
    if (heard === null) return;
    switch (heard.is) {
      case 'open':
        hello();
        break;
      case 'ping':
        this.#socket?.send(this.dialect.pong);
        break;
      case 'token':
        this.token = heard.token;
        break;
      case 'joined':
        this.#join();
        break;
      case 'refused':
        this.watcher.refused(this, heard.why);
        break;
      case 'acknowledged':
        this.#acknowledged(heard.id, heard.ok);
        break;
      case 'tally':
        this.watcher.tallied(this, heard.answered);
        break;
      default:
        heard satisfies never;
    }
  }

  #join(): void {
    if (this.isJoined) return;
    this.isJoined = true;
    this.watcher.joined(this);
  }

  #acknowledged(id: number, ok: boolean): void {
    const sentAt = this.#sentAt.get(id);
    if (sentAt === undefined) return;
    this.#sentAt.delete(id);
    if (ok && id === this.#answers) this.recorded = this.sent;
    this.watcher.acknowledged(this, ok, performance.now() - sentAt);
  }
}
