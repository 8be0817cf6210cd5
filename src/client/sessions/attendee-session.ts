import { signal, type ReadonlySignal } from '@preact/signals';
import type { Json } from '../../lib/json.ts';
import type { AnswerAck, AttendeeEvents, TakeHomeAck } from '../../protocol/messages.ts';
import { compose } from '../../session/compose-snapshot.ts';
import type {
  ActivityContent,
  ActivityView,
  AttendeeSnapshot,
  OwnAnswers,
  TakeHome,
} from '../../session/views.ts';
import { Connection, type ConnectionStatus } from '../socket/connection.ts';
import { newId } from '../device/new-id.ts';
import { Outbox, type Outgoing } from './outbox.ts';
import { StoredByActivity, type ForActivity } from './stored-by-activity.ts';
import { deviceStorage, takeHomeKey } from '../device/storage.ts';
import { backoffAtLeast } from '../socket/backoff.ts';
import { keepTallies, patchTally } from './patch.ts';
import type { WireError } from '../../protocol/wire-error.ts';

/** The delivery state of the attendee's answer to a question. */
export type AnswerState =
  | { readonly is: 'none' }
  | { readonly is: 'sending'; readonly answer: Json }
  /** Offline: the answer is kept on the device. */
  | { readonly is: 'kept'; readonly answer: Json }
  /** The server cannot record it now: the answer is kept on the device and sent again. */
  | { readonly is: 'delayed'; readonly answer: Json; readonly error: WireError }
  | { readonly is: 'recorded'; readonly answer: Json }
  | { readonly is: 'refused'; readonly answer: Json | null; readonly error: WireError };

/** A question or a channel, in its present wording and round. */
export type Asked = Pick<ActivityView, 'id' | 'hash' | 'round'>;

/** Something typed or marked that was not sent, in the form of its activity's view. */
interface Draft extends ForActivity {
  readonly draft: Json;
}

const RETRY_SECONDS = 1;

/** The session on an attendee's page, with this device's identity and unsent answers. */
export class AttendeeSession {
  readonly #storage = deviceStorage();
  readonly #outbox: Outbox;
  readonly #drafts: StoredByActivity<Draft>;
  readonly connection: Connection<AttendeeEvents>;
  readonly #snapshot = signal<AttendeeSnapshot | null>(null);
  readonly #contents = new Map<string, ActivityContent>();
  readonly #deleted = signal(false);
  readonly #own = signal<OwnAnswers>({});
  readonly #refusals = signal<Readonly<Record<string, WireError>>>({});
  readonly #takeHome = signal<TakeHome | null>(null);
  readonly #clockOffset = signal(0);
  /** Sentences that come before the state of an answer, by activity id. */
  readonly answerNotes = signal<Readonly<Record<string, string>>>({});
  readonly #inFlight = new Set<string>();
  readonly #tokenKey: string;
  #takeHomeTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(readonly code: string) {
    this.#tokenKey = `plenary:${code}:token`;
    this.#outbox = new Outbox(this.#storage, `plenary:${code}:outbox`);
    this.#drafts = new StoredByActivity(this.#storage, `plenary:${code}:drafts`, 'draft');
    this.connection = new Connection(() => {
      const token = this.#token();
      const contents = [...this.#contents.keys()];
      return { code, role: 'attendee', contents, ...(token === null ? {} : { token }) };
    });
    this.#listen();
  }

  get status(): ReadonlySignal<ConnectionStatus> {
    return this.connection.status;
  }

  get snapshot(): ReadonlySignal<AttendeeSnapshot | null> {
    return this.#snapshot;
  }

  /** The recorded answers of this attendee. */
  get own(): ReadonlySignal<OwnAnswers> {
    return this.#own;
  }

  /** True once the session was deleted after this device had joined it. */
  get deleted(): ReadonlySignal<boolean> {
    return this.#deleted;
  }

  /** Milliseconds to add to `performance.now()` for the time of the server's clock: a device's own may be set meanwhile. */
  get clockOffset(): ReadonlySignal<number> {
    return this.#clockOffset;
  }

  /** The take-home as last received; null before. */
  get takeHome(): ReadonlySignal<TakeHome | null> {
    return this.#takeHome;
  }

  /** Requests the current take-home. Offline, the last one remains. */
  async requestTakeHome(): Promise<void> {
    const ack = await this.connection.ask<TakeHomeAck>('take-home:get', {});
    // Lost on the way: nothing else would make this page request it again.
    if (ack === null) this.#requestAgainAfter(RETRY_SECONDS);
    else if (ack.ok) this.#takeHome.value = ack.takeHome;
    else if (ack.error.retryAfter !== undefined) this.#requestAgainAfter(ack.error.retryAfter);
  }

  #requestAgainAfter(seconds: number): void {
    if (this.#takeHomeTimer !== null) return;
    this.#takeHomeTimer = setTimeout(() => {
      this.#takeHomeTimer = null;
      void this.requestTakeHome();
    }, backoffAtLeast(seconds));
  }

  /** A seed for shuffling, constant for this attendee and question. */
  seedOf(activity: ActivityView): string {
    return `${this.#token() ?? ''}/${activity.hash}`;
  }

  answerTo(activity: Asked): AnswerState {
    const outgoing = this.#outbox.all();
    return answerState(
      activity,
      this.#own.value,
      outgoing,
      this.#refusals.value,
      this.status.value,
    );
  }

  /** The unsent draft of the attendee; null where there is none. */
  draftOf(activity: Asked): Json | null {
    const draft = this.#drafts.of(activity.id);
    return draft !== undefined && isSameQuestion(draft, activity) ? draft.draft : null;
  }

  /** Keeps a draft on the device; null drops it. */
  keepDraft({ id, hash, round }: Asked, draft: Json | null): void {
    if (draft === null) this.#drafts.delete(id);
    else this.#drafts.put({ activity: id, hash, round, draft });
  }

  /** Sends an answer now, or as soon as the page is online. */
  give(activity: Asked, answer: Json): void {
    this.refuse(activity.id, null);
    const { hash, round } = activity;
    const given = { activity: activity.id, id: newId(), hash, round, answer };
    this.#outbox.put(given);
    void this.#send(given);
  }

  #token(): string | null {
    return this.#storage.read(this.#tokenKey);
  }

  /** Removes a deleted session from this device. */
  #forgetSession(): void {
    this.#clearDevice();
    this.#deleted.value = true;
  }

  /** Stores a new identity, and removes the data of an earlier session with the same code. */
  #setIdentity(token: string): void {
    this.#clearDevice();
    this.#storage.write(this.#tokenKey, token);
  }

  #clearDevice(): void {
    this.#storage.remove(this.#tokenKey);
    this.#storage.remove(takeHomeKey(this.code));
    this.#outbox.clear();
    this.#drafts.clear();
  }

  #listen(): void {
    const connection = this.connection;
    connection.on('attendee:token', ({ token }) => this.#setIdentity(token));
    connection.on('activity:contents', (contents) => {
      for (const [key, content] of Object.entries(contents)) this.#contents.set(key, content);
    });
    connection.on('session:state', (outline) => {
      const snapshot = compose(outline, this.#contents);
      this.#snapshot.value = keepTallies(snapshot, this.#snapshot.value);
    });
    connection.on('server:clock', ({ now }) => (this.#clockOffset.value = now - performance.now()));
    connection.on('session:deleted', () => this.#forgetSession());
    connection.status.subscribe((status) => {
      // With a token, the session was deleted while this device was offline; without, the code is wrong.
      const unknown = status.is === 'refused' && status.error.name === 'unknown-code';
      if (unknown && this.#token() !== null) this.#forgetSession();
    });
    connection.on('activity:changed', (changed) => {
      const snapshot = this.#snapshot.value;
      if (snapshot !== null) this.#snapshot.value = patchTally(snapshot, changed);
    });
    connection.on('answers:mine', (answers) => {
      this.#own.value = answers;
      // The server knows this attendee now, so unsent answers can be sent.
      for (const unsent of this.#outbox.all()) void this.#send(unsent);
    });
  }

  /** Sets the reason why the latest answer is not recorded; null clears it. */
  refuse(activity: string, error: WireError | null): void {
    const { [activity]: _, ...others } = this.#refusals.value;
    this.#refusals.value = error === null ? others : { ...others, [activity]: error };
  }

  async #send(answer: Outgoing): Promise<void> {
    const { activity, id, hash, round } = answer;
    if (this.#inFlight.has(id)) return;
    this.#inFlight.add(id);
    const message = { activity, id, hash, round, answer: answer.answer };
    const ack = await this.connection.ask<AnswerAck>('answer:give', message);
    this.#inFlight.delete(id);
    this.#settle(answer, ack);
  }

  #settle(answer: Outgoing, ack: AnswerAck | null): void {
    const { activity, hash, round } = answer;
    if (ack === null || (!ack.ok && ack.error.retryAfter !== undefined)) {
      // Lost on the way, or not recordable now: send again later.
      if (!this.#isWaiting(answer)) return;
      if (ack !== null) this.refuse(activity, ack.error);
      setTimeout(
        () => this.#sendAgain(answer),
        backoffAtLeast(ack?.error.retryAfter ?? RETRY_SECONDS),
      );
      return;
    }
    if (ack.ok) {
      const recorded = { hash, round, answer: answer.answer, receipt: ack.receipt };
      this.#own.value = { ...this.#own.value, [activity]: recorded };
    }
    if (this.#isWaiting(answer)) this.refuse(activity, ack.ok ? null : ack.error);
    this.#outbox.settle(answer);
  }

  /** Sends an answer that is still waiting. The receipt of a duplicate would hide a newer answer. */
  #sendAgain(answer: Outgoing): void {
    if (this.#isWaiting(answer)) void this.#send(answer);
  }

  #isWaiting({ id }: Outgoing): boolean {
    return this.#outbox.all().some((entry) => entry.id === id);
  }
}

/** Derives the delivery state of an answer; it is "recorded" only with a receipt of the server. */
export function answerState(
  activity: Asked,
  own: OwnAnswers,
  outgoing: readonly Outgoing[],
  refusals: Readonly<Record<string, WireError>>,
  status: ConnectionStatus,
): AnswerState {
  const pending = outgoing.find((entry) => entry.activity === activity.id);
  if (pending !== undefined && isSameQuestion(pending, activity)) {
    const waiting = { answer: pending.answer };
    if (status.is !== 'online') return { is: 'kept', ...waiting };
    const problem = refusals[activity.id];
    return problem === undefined
      ? { is: 'sending', ...waiting }
      : { is: 'delayed', ...waiting, error: problem };
  }
  const recorded = own[activity.id];
  const answer =
    recorded !== undefined && isSameQuestion(recorded, activity) ? recorded.answer : null;
  const error = refusals[activity.id];
  if (error !== undefined) return { is: 'refused', answer, error };
  return answer === null ? { is: 'none' } : { is: 'recorded', answer };
}

function isSameQuestion(
  answered: { readonly hash: string; readonly round: number },
  activity: { readonly hash: string; readonly round: number },
): boolean {
  return answered.hash === activity.hash && answered.round === activity.round;
}
