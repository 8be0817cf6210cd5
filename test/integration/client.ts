import { setTimeout } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import type { Ack, AnswerAck, ClientEvents, Role } from '../../src/protocol/messages.ts';
import { compose } from '../../src/session/compose-snapshot.ts';
import type { ActivityContent, AttendeeOutline } from '../../src/session/views.ts';
import type { StoredMessage } from './stored-message.ts';
import { KEY } from './running-server.ts';
import type { WireError } from '../../src/protocol/wire-error.ts';

export interface ClientOptions {
  readonly token?: string;
  readonly key?: string;
  readonly deck?: string;
  readonly contents?: readonly string[];
  readonly page?: string;
  readonly origin?: string;
  readonly v?: number;
  readonly transports?: ('websocket' | 'polling')[];
}

/** A client of the protocol that remembers all that it was told. */
export class Client {
  readonly #contents = new Map<string, ActivityContent>();
  readonly messages: StoredMessage[] = [];
  readonly #waiting = new Set<() => void>();

  private constructor(
    readonly socket: Socket,
    role: Role,
  ) {
    socket.onAny((event: string, sent: unknown) => {
      const body = role === 'attendee' ? this.#composed(event, sent) : sent;
      this.messages.push({ event, body });
      for (const check of this.#waiting) check();
    });
  }

  /** An attendee's snapshot as a page composes it; every other message as it was sent. */
  #composed(event: string, sent: unknown): unknown {
    if (event === 'activity:contents') {
      const contents = Object.entries(sent as Record<string, ActivityContent>);
      for (const [key, content] of contents) this.#contents.set(key, content);
    }
    return event === 'session:state' ? compose(sent as AttendeeOutline, this.#contents) : sent;
  }

  /** Connects; resolves once connected, rejects with the refusal. */
  static connect(
    url: string,
    code: string,
    role: Role,
    { origin, transports = ['websocket'], v = 2, ...auth }: ClientOptions = {},
  ): Promise<Client> {
    const socket = io(url, {
      auth: { v, code, role, ...auth },
      transports,
      forceNew: true,
      reconnection: false,
      ...(origin === undefined ? {} : { extraHeaders: { origin } }),
    });
    const client = new Client(socket, role);
    return new Promise((resolve, reject) => {
      socket.on('connect', () => resolve(client));
      socket.on('connect_error', (error: Error & { data?: WireError }) => {
        socket.disconnect();
        reject(error);
      });
    });
  }

  /** Connects as an attendee's page does: a server without room is asked again when it says. */
  static async attendee(url: string, code: string, options?: ClientOptions): Promise<Client> {
    for (;;) {
      try {
        return await Client.connect(url, code, 'attendee', options);
      } catch (error) {
        const { data } = error as { data?: WireError };
        if (data?.name !== 'no-room') throw error;
        await setTimeout(1_000 * (data.retryAfter ?? 0));
      }
    }
  }

  static stage(url: string, code: string, options?: ClientOptions): Promise<Client> {
    return Client.connect(url, code, 'stage', options);
  }

  static console(url: string, code: string): Promise<Client> {
    return Client.connect(url, code, 'console', { key: KEY });
  }

  /** The latest message of an event for which `fits` holds, as soon as there is one. */
  until<Body>(event: string, fits: (body: Body) => boolean = () => true): Promise<Body> {
    return new Promise((resolve) => {
      const check = (): void => {
        const found = this.messages.findLast(
          (message) => message.event === event && fits(message.body as Body),
        );
        if (found === undefined) return;
        this.#waiting.delete(check);
        resolve(found.body as Body);
      };
      this.#waiting.add(check);
      check();
    });
  }

  /** Everything this client was ever sent, as text. */
  heard(): string {
    return JSON.stringify(this.messages);
  }

  ask(event: keyof ClientEvents | (string & {}), message?: unknown): Promise<Ack> {
    const sent = message === undefined ? [] : [message];
    return this.socket.timeout(5_000).emitWithAck(event, ...sent) as Promise<Ack>;
  }

  answer(activity: string, answer: unknown, id = newId()): Promise<AnswerAck> {
    return this.ask('answer:give', { activity, answer, id }) as Promise<AnswerAck>;
  }

  show(h: number, f = -1): Promise<Ack> {
    return this.ask('slide:show', { h, v: 0, f });
  }

  /** The token that this client was given. */
  async token(): Promise<string> {
    return (await this.until<{ token: string }>('attendee:token')).token;
  }

  close(): void {
    this.socket.disconnect();
  }
}

let ids = 0;

function newId(): string {
  ids += 1;
  return `test-answer-${ids}`;
}
