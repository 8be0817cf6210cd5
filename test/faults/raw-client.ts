import { RawSocket } from '../load/raw-socket.ts';
import type { Ack, Role } from '../../src/protocol/messages.ts';
import { compose } from '../../src/session/compose-snapshot.ts';
import type {
  ActivityContent,
  ActivityView,
  AttendeeOutline,
  AttendeeSnapshot,
} from '../../src/session/views.ts';
import type { Json } from '../../src/lib/json.ts';

/** The address of a session. */
export interface Place {
  readonly port: number;
  readonly code: string;
  /** The loopback address that a client connects from; left out for the usual one. */
  readonly from?: string;
}

const EVENT = '42["';

/**
 * A phone, stage or console as cheap as can be, so that hundreds of them leave a processor to the
 * server. It comes back as who it was.
 */
export class LightClient {
  #socket: RawSocket | null = null;
  #token: string | null = null;
  #latestAck = 0;
  readonly #acks = new Map<number, (ack: Ack) => void>();
  #snapshot: Buffer | null = null;
  isLocked = false;
  /** True once it has received a snapshot. */
  isIn = false;

  constructor(
    readonly place: Place,
    readonly role: Role,
    /** The presenter's key, of a client that shows it. */
    readonly key: string | null = null,
  ) {}

  enter(): void {
    const { port, from } = this.place;
    this.isLocked = false;
    this.#socket = new RawSocket(
      {
        ...{ host: '127.0.0.1', port, path: '/socket.io/?EIO=4&transport=websocket' },
        ...(from === undefined ? {} : { localAddress: from }),
      },
      {
        opened: () => undefined,
        heard: (payload) => this.#hear(payload),
        closed: () => this.#closed(),
      },
    );
  }

  /** Disconnects; the server notices by the closed connection. */
  leave(): void {
    this.#socket?.cut();
  }

  /** Answers no ping from now on, as a locked phone: the server has to find out. */
  lock(): void {
    this.isLocked = true;
  }

  ask(event: string, message: object): Promise<Ack> {
    this.#latestAck += 1;
    const id = this.#latestAck;
    return new Promise((resolve) => {
      this.#acks.set(id, resolve);
      this.#socket?.send(`42${id}${JSON.stringify([event, message])}`);
    });
  }

  answer({ id: activity, hash, round }: ActivityView, answer: Json, id: string): Promise<Ack> {
    return this.ask('answer:give', { activity, hash, round, id, answer });
  }

  /** The last snapshot received. */
  get snapshot(): AttendeeSnapshot | null {
    return this.#snapshot === null ? null : read(this.#snapshot);
  }

  #closed(): void {
    this.isIn = false;
    this.#acks.clear();
  }

  #hear(payload: Buffer): void {
    const head = payload.toString('latin1', 0, 24);
    if (head === '2') {
      if (!this.isLocked) this.#socket?.send('3');
    } else if (head.startsWith('0')) this.#socket?.send(this.#hello());
    else if (head.startsWith('43')) this.#acknowledged(payload.toString());
    else if (head.startsWith(`${EVENT}attendee:token`)) this.#become(payload.toString());
    else if (head.startsWith(`${EVENT}activity:contents`)) keepContents(payload.toString());
    else if (head.startsWith(`${EVENT}session:state`)) {
      // The payload is only good until this call returns.
      this.#snapshot = kept(payload);
      this.isIn = true;
    }
  }

  #hello(): string {
    const { role, key } = this;
    const token = this.#token;
    const shown = { ...(token === null ? {} : { token }), ...(key === null ? {} : { key }) };
    return `40${JSON.stringify({ v: 2, code: this.place.code, role, ...shown })}`;
  }

  #become(text: string): void {
    const [, { token }] = JSON.parse(text.slice(2)) as [string, { token: string }];
    this.#token = token;
  }

  #acknowledged(text: string): void {
    const bracket = text.indexOf('[');
    const id = Number(text.slice(2, bracket));
    const [ack] = JSON.parse(text.slice(bracket)) as [Ack];
    this.#acks.get(id)?.(ack);
    this.#acks.delete(id);
  }
}

// Hundreds are told the same: it is kept once, and read once.
let latest = Buffer.alloc(0);
let latestRead: AttendeeSnapshot | null = null;

/** Contents by their keys, which are the same for every client. */
const contents = new Map<string, ActivityContent>();

function keepContents(text: string): void {
  const [, sent] = JSON.parse(text.slice(2)) as [string, Record<string, ActivityContent>];
  for (const [key, content] of Object.entries(sent)) contents.set(key, content);
}

function kept(payload: Buffer): Buffer {
  if (!latest.equals(payload)) {
    latest = Buffer.from(payload);
    latestRead = null;
  }
  return latest;
}

function read(payload: Buffer): AttendeeSnapshot {
  const parse = (): AttendeeSnapshot =>
    compose((JSON.parse(payload.toString('utf8', 2)) as [string, AttendeeOutline])[1], contents);
  if (payload !== latest) return parse();
  latestRead ??= parse();
  return latestRead;
}
