import { signal, type ReadonlySignal } from '@preact/signals';
import type { Json } from '../lib/json.ts';
import type { AnswerAck, AttendeeEvents, WireError } from '../protocol/protocol.ts';
import type { ActivityView, AttendeeSnapshot, OwnAnswers } from '../session/views.ts';
import { connect, type Link } from './connection.ts';
import { Outbox, type Outgoing } from './outbox.ts';
import { deviceStorage } from './storage.ts';

/** Where one's answer to a question stands. */
export type AnswerState =
  | { readonly is: 'none' }
  | { readonly is: 'sending'; readonly answer: Json }
  /** No network: the answer is kept on the device. */
  | { readonly is: 'kept'; readonly answer: Json }
  | { readonly is: 'recorded'; readonly answer: Json }
  | { readonly is: 'refused'; readonly answer: Json | null; readonly error: WireError };

/** A session as one attendee's page knows it. */
export interface AttendeeSession {
  readonly link: ReadonlySignal<Link>;
  readonly snapshot: ReadonlySignal<AttendeeSnapshot | null>;
  /** Deleted while the page was open. */
  readonly forgotten: ReadonlySignal<boolean>;
  answerTo(activity: ActivityView): AnswerState;
  give(activity: ActivityView, answer: Json): void;
  retry(): void;
}

const RETRY_MS = 1_500;

/** Joins a session by its code, with the identity that this device has in it. */
export function joinSession(code: string): AttendeeSession {
  const storage = deviceStorage();
  const tokenKey = `plenary:${code}:token`;
  const outbox = new Outbox(storage, `plenary:${code}:outbox`);
  const snapshot = signal<AttendeeSnapshot | null>(null);
  const own = signal<OwnAnswers>({});
  const outgoing = signal(outbox.all());
  const refusals = signal<Readonly<Record<string, WireError>>>({});
  const forgotten = signal(false);

  const connection = connect<AttendeeEvents>(() => {
    const token = storage.read(tokenKey);
    return { code, role: 'attendee', ...(token === null ? {} : { token }) };
  });
  connection.on('attendee:token', ({ token }) => storage.write(tokenKey, token));
  connection.on('session:state', (state) => (snapshot.value = state));
  connection.on('session:forgotten', () => (forgotten.value = true));
  connection.on('activity:changed', (changed) => {
    if (snapshot.value !== null) snapshot.value = withActivity(snapshot.value, changed);
  });
  connection.on('answers:own', (answers) => {
    own.value = answers;
    // By now the server knows who this is: what was kept can go out.
    for (const kept of outbox.all()) void send(kept);
  });

  async function send(answer: Outgoing): Promise<void> {
    const { activity, id, hash } = answer;
    const message = { activity, id, hash, answer: answer.answer };
    const ack = await connection.ask<AnswerAck>('answer:give', message);
    const isLatest = outbox.all().some((entry) => entry.id === id);
    if (ack === null || (!ack.ok && ack.error.retryAfter !== undefined)) {
      // Lost on the way, or not to be recorded just now. Without a network the reconnect sends it.
      if (isLatest && connection.link.value.is === 'online') {
        setTimeout(() => void send(answer), RETRY_MS);
      }
      return;
    }
    if (ack.ok) {
      const { round } = answer;
      own.value = {
        ...own.value,
        [activity]: { hash, round, answer: answer.answer, receipt: ack.receipt },
      };
    } else if (isLatest) {
      refusals.value = { ...refusals.value, [activity]: ack.error };
    }
    outbox.settle(answer);
    outgoing.value = outbox.all();
  }

  return {
    link: connection.link,
    snapshot,
    forgotten,
    answerTo(activity) {
      return answerState(
        activity,
        own.value,
        outgoing.value,
        refusals.value,
        connection.link.value,
      );
    },
    give(activity, answer) {
      const { [activity.id]: _, ...others } = refusals.value;
      refusals.value = others;
      const { hash, round } = activity;
      const given = { activity: activity.id, id: newId(), hash, round, answer };
      outbox.put(given);
      outgoing.value = outbox.all();
      void send(given);
    },
    retry: connection.retry,
  };
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
    return { is: link.is === 'online' ? 'sending' : 'kept', answer: onItsWay.answer };
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
  asked: { readonly hash: string; readonly round: number },
): boolean {
  return answered.hash === asked.hash && answered.round === asked.round;
}

function withActivity(snapshot: AttendeeSnapshot, changed: ActivityView): AttendeeSnapshot {
  const activities = snapshot.activities.map((activity) =>
    activity.id === changed.id ? changed : activity,
  );
  return { ...snapshot, activities };
}

/** 96 random bits. `crypto.randomUUID` is missing on plain HTTP, which a lecture hall uses. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
