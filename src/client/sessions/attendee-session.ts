import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
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
import { Connection, type Link } from '../socket/connection.ts';
import { newId } from '../device/new-id.ts';
import { Outbox, type Outgoing } from './outbox.ts';
import { deviceStorage, takeHomeKey } from '../device/storage.ts';
import { backoffAtLeast } from '../socket/backoff.ts';
import { keepTallies, patchTally } from './patch.ts';
import type { WireError } from '../../protocol/wire-error.ts';

/** Where one's answer to a question stands. */
export type AnswerState =
  | { readonly is: 'none' }
  | { readonly is: 'sending'; readonly answer: Json }
  /** No network: the answer is kept on the device. */
  | { readonly is: 'kept'; readonly answer: Json }
  /** The server cannot record it just now: it is kept on the device and sent again. */
  | { readonly is: 'delayed'; readonly answer: Json; readonly error: WireError }
  | { readonly is: 'recorded'; readonly answer: Json }
  | { readonly is: 'refused'; readonly answer: Json | null; readonly error: WireError };

const RETRY_SECONDS = 1;

/** A session as one attendee's page knows it, with the identity that this device has in it. */
export class AttendeeSession {
  readonly #storage = deviceStorage();
  readonly #outbox: Outbox;
  readonly #connection: Connection<AttendeeEvents>;
  readonly #snapshot = signal<AttendeeSnapshot | null>(null);
  readonly #contents = new Map<string, ActivityContent>();
  readonly #forgotten = signal(false);
  readonly #own = signal<OwnAnswers>({});
  readonly #outgoing: Signal<readonly Outgoing[]>;
  readonly #refusals = signal<Readonly<Record<string, WireError>>>({});
  readonly #takeHome = signal<TakeHome | null>(null);
  readonly #clockAhead = signal(0);
  readonly #underWay = new Set<string>();
  readonly #tokenKey: string;
  #askingAgain: ReturnType<typeof setTimeout> | null = null;

  constructor(readonly code: string) {
    this.#tokenKey = `plenary:${code}:token`;
    this.#outbox = new Outbox(this.#storage, `plenary:${code}:outbox`);
    this.#outgoing = signal(this.#outbox.all());
    this.#connection = new Connection(() => {
      const token = this.#token();
      const contents = [...this.#contents.keys()];
      return { code, role: 'attendee', contents, ...(token === null ? {} : { token }) };
    });
    this.#listen();
  }

  get link(): ReadonlySignal<Link> {
    return this.#connection.link;
  }

  get snapshot(): ReadonlySignal<AttendeeSnapshot | null> {
    return this.#snapshot;
  }

  /** One's own recorded answers. */
  get own(): ReadonlySignal<OwnAnswers> {
    return this.#own;
  }

  /** Deleted since this device was in it. */
  get forgotten(): ReadonlySignal<boolean> {
    return this.#forgotten;
  }

  /** How far the server's clock is ahead of this device's, in milliseconds. */
  get clockAhead(): ReadonlySignal<number> {
    return this.#clockAhead;
  }

  /** What may be kept of the session, as it was when this page last asked for it; null before. */
  get takeHome(): ReadonlySignal<TakeHome | null> {
    return this.#takeHome;
  }

  /** Asks for what may be kept, as it is now. Without a network, what was known stays. */
  async askTakeHome(): Promise<void> {
    const ack = await this.#connection.ask<TakeHomeAck>('take-home:get', {});
    // Lost on the way: nothing else may ever make this page ask again.
    if (ack === null) this.#askAgainIn(RETRY_SECONDS);
    else if (ack.ok) this.#takeHome.value = ack.takeHome;
    else if (ack.error.retryAfter !== undefined) this.#askAgainIn(ack.error.retryAfter);
  }

  #askAgainIn(seconds: number): void {
    if (this.#askingAgain !== null) return;
    this.#askingAgain = setTimeout(() => {
      this.#askingAgain = null;
      void this.askTakeHome();
    }, backoffAtLeast(seconds));
  }

  /** The same for this attendee and this question, another elsewhere. */
  seedOf(activity: ActivityView): string {
    return `${this.#token() ?? ''}/${activity.hash}`;
  }

  answerTo(activity: ActivityView): AnswerState {
    const [own, outgoing] = [this.#own.value, this.#outgoing.value];
    return answerState(activity, own, outgoing, this.#refusals.value, this.link.value);
  }

  /** Sends an answer, now or as soon as there is a network. */
  give(activity: ActivityView, answer: Json): void {
    this.#refuse(activity.id, null);
    const { hash, round } = activity;
    const given = { activity: activity.id, id: newId(), hash, round, answer };
    this.#outbox.put(given);
    this.#outgoing.value = this.#outbox.all();
    void this.#send(given);
  }

  #token(): string | null {
    return this.#storage.read(this.#tokenKey);
  }

  /** What was deleted stays on no device. */
  #forget(): void {
    this.#keepNothing();
    this.#forgotten.value = true;
  }

  /** Somebody new: what an earlier session of the same code left on this device is not theirs. */
  #become(token: string): void {
    this.#keepNothing();
    this.#storage.write(this.#tokenKey, token);
  }

  #keepNothing(): void {
    this.#storage.remove(this.#tokenKey);
    this.#storage.remove(takeHomeKey(this.code));
    this.#outbox.clear();
    this.#outgoing.value = this.#outbox.all();
  }

  #listen(): void {
    const connection = this.#connection;
    connection.on('attendee:token', ({ token }) => this.#become(token));
    connection.on('activity:contents', (contents) => {
      for (const [key, content] of Object.entries(contents)) this.#contents.set(key, content);
    });
    connection.on('session:state', (outline) => {
      const snapshot = compose(outline, this.#contents);
      this.#snapshot.value = keepTallies(snapshot, this.#snapshot.value);
    });
    connection.on('server:clock', ({ now }) => (this.#clockAhead.value = now - Date.now()));
    connection.on('session:deleted', () => this.#forget());
    connection.link.subscribe((link) => {
      // Deleted while this device was away. One that was never in it has mistyped the code.
      const unknown = link.is === 'refused' && link.error.name === 'unknown-code';
      if (unknown && this.#token() !== null) this.#forget();
    });
    connection.on('activity:changed', (changed) => {
      const snapshot = this.#snapshot.value;
      if (snapshot !== null) this.#snapshot.value = patchTally(snapshot, changed);
    });
    connection.on('answers:mine', (answers) => {
      this.#own.value = answers;
      // By now the server knows who this is: what was kept can go out.
      for (const kept of this.#outbox.all()) void this.#send(kept);
    });
  }

  /** Notes why the answer on its way is not recorded; null takes an earlier reason away. */
  #refuse(activity: string, error: WireError | null): void {
    const { [activity]: _, ...others } = this.#refusals.value;
    this.#refusals.value = error === null ? others : { ...others, [activity]: error };
  }

  async #send(answer: Outgoing): Promise<void> {
    const { activity, id, hash, round } = answer;
    if (this.#underWay.has(id)) return;
    this.#underWay.add(id);
    const message = { activity, id, hash, round, answer: answer.answer };
    const ack = await this.#connection.ask<AnswerAck>('answer:give', message);
    this.#underWay.delete(id);
    this.#conclude(answer, ack);
  }

  #conclude(answer: Outgoing, ack: AnswerAck | null): void {
    const { activity, hash, round } = answer;
    if (ack === null || (!ack.ok && ack.error.retryAfter !== undefined)) {
      // Lost on the way, or not to be recorded just now; until there is a network it goes nowhere.
      if (!this.#isWaiting(answer)) return;
      if (ack !== null) this.#refuse(activity, ack.error);
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
    if (this.#isWaiting(answer)) this.#refuse(activity, ack.ok ? null : ack.error);
    this.#outbox.settle(answer);
    this.#outgoing.value = this.#outbox.all();
  }

  /** Unless it was recorded meanwhile: the receipt of a copy would hide a newer answer. */
  #sendAgain(answer: Outgoing): void {
    if (this.#isWaiting(answer)) void this.#send(answer);
  }

  #isWaiting({ id }: Outgoing): boolean {
    return this.#outbox.all().some((entry) => entry.id === id);
  }
}

/** What a phone says of an answer: "recorded" only of one that the server has a receipt for. */
export function answerState(
  activity: ActivityView,
  own: OwnAnswers,
  outgoing: readonly Outgoing[],
  refusals: Readonly<Record<string, WireError>>,
  link: Link,
): AnswerState {
  const onItsWay = outgoing.find((entry) => entry.activity === activity.id);
  if (onItsWay !== undefined && isSameQuestion(onItsWay, activity)) {
    const waiting = { answer: onItsWay.answer };
    if (link.is !== 'online') return { is: 'kept', ...waiting };
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
