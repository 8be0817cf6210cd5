import type { Json } from '../../../src/lib/json.ts';
import { compose } from '../../../src/session/compose-snapshot.ts';
import type {
  ActivityContent,
  ActivityView,
  AttendeeOutline,
  AttendeeSnapshot,
} from '../../../src/session/views.ts';
import { answerTo, type Habits, habitsOf } from './behaviour.ts';
import { readWireError } from '../../../src/protocol/wire-error.ts';
import { Connection } from './connection.ts';
import { Outbox } from './outbox.ts';
import { type RoomTraffic, Traffic } from './traffic.ts';
import type { Wait } from './pacing.ts';

/** The session that attendees take part in, and the pace at which they do. */
export interface AttendeeOptions {
  readonly url: string;
  readonly code: string;
  /** Waits so many seconds at human pace. */
  readonly wait: Wait;
  /** The milliseconds that a human second takes. */
  readonly secondMs: number;
  /** The seconds within which people answer. */
  readonly thinking: number;
  readonly traffic: RoomTraffic;
}

const SPEAKS_UP_ONE_IN = 5;

/** One simulated phone and its owner. Keeps all that happened to it. */
export class Attendee {
  readonly habits: Habits;
  readonly outbox: Outbox;
  readonly traffic: Traffic;
  /** From opening the connection to the first snapshot, in milliseconds; null before. */
  joinedAfter: number | null = null;
  /** The reasons of failed connections before the first snapshot. */
  readonly refusals: string[] = [];
  /** Connections that broke although nobody had locked the phone. */
  broken = 0;
  locked = 0;
  /** Over which transport it came in; null before. */
  transport: string | null = null;

  readonly #connection: Connection;
  #startedAt = 0;
  #hasLeft = false;
  #token: string | null = null;
  readonly #contents = new Map<string, ActivityContent>();
  #snapshot: AttendeeSnapshot | null = null;
  /** Questions that it has seen, and those that it still has to do with. */
  readonly #seen = new Set<string>();
  readonly #busy = new Set<string>();

  constructor(
    readonly place: number,
    readonly options: AttendeeOptions,
  ) {
    this.habits = habitsOf(place);
    this.traffic = new Traffic(options.traffic);
    this.#connection = new Connection({
      url: options.url,
      pollsOnly: this.habits.pollsOnly,
      identify: () => ({
        code: options.code,
        role: 'attendee',
        contents: [...this.#contents.keys()],
        ...(this.#token === null ? {} : { token: this.#token }),
      }),
    });
    this.outbox = new Outbox(this.#connection);
    this.#listen();
  }

  join(): void {
    this.#startedAt = performance.now();
    this.#connection.connect();
  }

  /** For good: a locked phone does not come back either. */
  leave(): void {
    this.#hasLeft = true;
    this.#connection.close();
  }

  get hasStarted(): boolean {
    return this.#startedAt > 0;
  }

  /** True where it has nothing more to send to a question for now: done, silent, or away. */
  isDoneWith(activity: string): boolean {
    if (!this.#connection.socket.connected) return true;
    return this.#seen.has(activity) && !this.#busy.has(activity);
  }

  /** True once all of its answers have been acknowledged or refused. */
  get isSettled(): boolean {
    return this.#busy.size === 0;
  }

  #listen(): void {
    const { socket } = this.#connection;
    socket.io.on('open', () => this.traffic.follow(socket.io.engine));
    socket.on('connect', () => {
      this.transport = socket.io.engine.transport.name;
    });
    socket.on('disconnect', (reason) => {
      if (reason !== 'io client disconnect') this.broken += 1;
    });
    socket.on('connect_error', (error) => {
      if (this.joinedAfter === null)
        this.refusals.push(readWireError(error.data)?.name ?? 'not reached');
    });
    socket.on('attendee:token', ({ token }: { readonly token: string }) => {
      this.#token = token;
    });
    socket.on('activity:contents', (contents: Record<string, ActivityContent>) => {
      for (const [key, content] of Object.entries(contents)) this.#contents.set(key, content);
    });
    socket.on('session:state', (outline: AttendeeOutline) => {
      const snapshot = compose(outline, this.#contents);
      this.#snapshot = snapshot;
      this.joinedAfter ??= performance.now() - this.#startedAt;
      this.#look(snapshot);
      this.#speakUp(snapshot);
    });
    socket.on('answers:mine', () => this.outbox.sendAgain());
  }

  /** Takes up the question on the slide, the first time that it is open. */
  #look({ here, activities }: AttendeeSnapshot): void {
    const view = activities.find(({ id, phase }) => id === here && phase === 'open');
    if (view === undefined || this.#seen.has(view.id)) return;
    this.#seen.add(view.id);
    this.#busy.add(view.id);
    void this.#take(view).finally(() => this.#busy.delete(view.id));
  }

  /** Uses each channel once, at its own time; most say nothing there. */
  #speakUp({ channels = [] }: AttendeeSnapshot): void {
    if (this.place % SPEAKS_UP_ONE_IN !== 0) return;
    for (const { id, hash, round, content, open } of channels) {
      if (!open || this.#seen.has(id)) continue;
      this.#seen.add(id);
      this.#busy.add(id);
      const attendee = this.#token?.split('.')[0] ?? '';
      const answer = answerTo({ type: id, content }, this.place);
      void this.options
        .wait(this.options.thinking)
        .then(() => this.outbox.give({ attendee, activity: id, hash, round, answer }))
        .finally(() => this.#busy.delete(id));
    }
  }

  async #take(view: ActivityView): Promise<void> {
    const { wait, thinking } = this.options;
    const intention = this.habits.intend(thinking);
    if (intention.answersAfter === null) return;
    await wait(intention.answersAfter / 2);
    if (intention.locks === 'thinking') await this.#lock(intention.lockedFor);
    await wait(intention.answersAfter / 2);
    const given = this.#give(view, answerTo(view, this.place));
    if (given !== null && intention.locks === 'tapped') await this.#lock(intention.lockedFor);
    await given;
    if (intention.changesAfter === null) return;
    await wait(intention.changesAfter);
    await this.#give(view, answerTo(view, this.place + 1));
  }

  /** Loses the connection for so many seconds, with whatever is on its way. */
  async #lock(seconds: number): Promise<void> {
    this.locked += 1;
    this.outbox.interrupt();
    this.#connection.close();
    await this.options.wait(seconds);
    if (!this.#hasLeft) this.#connection.connect();
  }

  /** Resolves once the answer has a receipt or was refused; null where the phone offers no question. */
  #give(view: ActivityView, answer: Json): Promise<void> | null {
    const { id, hash, round } = view;
    const shown = this.#snapshot?.activities.find((activity) => activity.id === id);
    if (shown?.phase !== 'open' || shown.hash !== hash || shown.round !== round) return null;
    const attendee = this.#token?.split('.')[0] ?? '';
    return this.outbox.give({ attendee, activity: id, hash, round, answer });
  }
}
