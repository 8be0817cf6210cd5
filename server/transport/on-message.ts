import {
  checkMessage,
  clientEventNames,
  readAskedQuestion,
  readChannelFollow,
  readCommand,
  readFollow,
  readReaction,
} from '../../src/protocol/schemas.ts';
import type {
  Ack,
  AnswerAck,
  ClientEvents,
  RemoteLinkAck,
  ScoreAck,
  TakeHomeAck,
} from '../../src/protocol/messages.ts';
import { ownAnswers } from '../../src/session/project.ts';
import { takeHome } from '../../src/session/take-home.ts';
import type { AnswerCommand } from '../../src/session/commands.ts';
import type { StoredFact } from '../../src/session/facts.ts';
import { reactionSigns } from '../../src/session/reactions.ts';
import { refusal, type Refusal } from '../../src/session/refusal.ts';
import { receiptOf } from '../../src/session/receipts.ts';
import { findActivity } from '../../src/session/state.ts';
import { forAttendee } from './socket-types.ts';
import { isGesture } from '../../src/protocol/gestures.ts';
import { rates, TokenBucket } from '../limits/rate-limit.ts';
import type { Member } from './member.ts';
import { passOnGesture } from './pass-on-gesture.ts';
import { giveScore, noteShown, withTime } from './score-messages.ts';
import { Frame } from './ws-frame.ts';
import { FAULT_MESSAGE } from '../http/health.ts';
import { permissionError } from '../auth/permissions.ts';
import { AckId } from './socket-parser.ts';
import { isStorageProblem, type StorageProblem } from '../storage/event-log.ts';
import { askQuestion } from '../live/ask-question.ts';
import { submitMeasured } from '../live/submit-measured.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { WireError } from '../../src/protocol/wire-error.ts';

/** Notes a fault, and tells the client that there was one, without the error's own words. */
export function tellFault(
  telemetry: Telemetry,
  error: unknown,
  tell: (error: WireError) => void,
): void {
  telemetry.fault(error);
  tell({ name: 'fault', message: FAULT_MESSAGE, retryAfter: 5 });
}

const slowDown: WireError = { name: 'slow-down', message: 'Too many messages.', retryAfter: 1 };

/** The acknowledgement, and the frames that go out with it. */
type Reply = (
  ack: Ack | AnswerAck | TakeHomeAck | RemoteLinkAck | ScoreAck,
  ...frames: readonly Frame[]
) => void;

/** Handles the packets of one connection: an event's name, its message, and an `AckId`. */
export function dispatcher(member: Member): (packet: readonly unknown[]) => void {
  const { connection, telemetry, identity } = member;
  // A presenter who draws must still be able to go on to the next slide.
  const gestures = identity.isPresenter ? new TokenBucket(rates.gestures) : null;
  return (packet) => {
    const [event, message, ackId = message] = packet;
    const isDrawing = typeof event === 'string' && isGesture(event);
    const budget = isDrawing && gestures !== null ? gestures : connection.messages;
    const isInBudget = budget.take(performance.now());
    if (typeof event !== 'string' || !(ackId instanceof AckId)) return;
    const reply: Reply = (ack, ...frames) => {
      if (!ack.ok) telemetry.metrics.messageRefused(ack.error.name);
      connection.send(Frame.acknowledgement(ackId.id, ack), ...frames);
    };
    if (!isInBudget) {
      reply({ ok: false, error: slowDown });
      return;
    }
    const known = clientEventNames.find((name) => name === event);
    if (known === undefined) {
      const words = `The protocol has no message "${event.slice(0, 40)}".`;
      reply({ ok: false, error: { name: 'unknown-message', message: words } });
      return;
    }
    const sent = { event: known, message: message === ackId ? undefined : message };
    orFault(telemetry, reply, () => handle(member, { ...sent, size: ackId.size }, reply));
  };
}

/** Acts; where that throws, the client that asked for it is told of a fault. */
function orFault(telemetry: Telemetry, reply: Reply, act: () => void): void {
  try {
    act();
  } catch (error) {
    tellFault(telemetry, error, (told) => reply({ ok: false, error: told }));
  }
}

interface Sent {
  readonly event: keyof ClientEvents;
  readonly message: unknown;
  /** In characters, as it arrived. */
  readonly size: number;
}

/** Replies exactly once: at once, or when the facts that follow are durable. */
function handle(member: Member, { event, message, size }: Sent, reply: Reply): void {
  const { connection, identity, session, telemetry, services, now } = member;
  const denied = permissionError(identity, event);
  if (denied !== null) return reply({ ok: false, error: denied });
  if (event === 'take-home:get') return reply(giveTakeHome(member, message));
  if (event === 'slide:follow') return followSlides(member, message, reply);
  if (event === 'channel:follow') return followChannel(member, message, reply);
  if (event === 'reaction:send') return reply(react(member, message));
  if (event === 'score:get') return reply(giveScore(member, message));
  if (event === 'question:shown') return reply(noteShown(member, message));
  if (event === 'remote:link') return reply(giveRemoteLink(member, message));
  if (event === 'question:ask') return askNow(member, message, size, reply);
  if (isGesture(event)) return reply(passOnGesture(member, event, message));
  if (event === 'player:join' && !connection.names.take(performance.now())) {
    return reply({ ok: false, error: slowDown });
  }
  const received = { attendee: identity.attendee, size, at: now() };
  const read = readCommand(event, message, received);
  if (!read.ok) return reply({ ok: false, error: read.error });
  const command = withTime(member, read.value);
  const observers = { telemetry, deliveryStatus: services.deliveryStatus };
  submitMeasured(session, command, observers, (outcome) => {
    orFault(telemetry, reply, () => {
      if (!outcome.ok) reply({ ok: false, error: wireError(outcome.error) });
      else if (command.type === 'answer:give') {
        recorded(member, command, outcome.value[0], reply);
      } else {
        reply({ ok: true });
        if (event === 'slide:show' && outcome.value.length > 0) tellWhoMoved(member);
      }
    });
  });
}

/** A storage problem passes by itself: a client keeps the answer and tries again. */
function wireError({ name, message }: Refusal | StorageProblem | WireError): WireError {
  return { name, message, ...(isStorageProblem(name) ? { retryAfter: 3 } : {}) };
}

function giveTakeHome({ connection, identity, session }: Member, message: unknown): TakeHomeAck {
  const error = checkMessage('take-home:get', message);
  if (error !== null) return { ok: false, error };
  if (!connection.takeHomes.take(performance.now())) return { ok: false, error: slowDown };
  return { ok: true, takeHome: takeHome(session.state, identity.attendee) };
}

/** Counts a reaction for the stages. It is recorded nowhere, and says nothing of its sender. */
function react({ connection, session, services }: Member, message: unknown): Ack {
  const sign = readReaction(message);
  if (!sign.ok) return { ok: false, error: sign.error };
  if (sign.value >= reactionSigns(session.state).length) {
    return { ok: false, error: { name: 'not-allowed', message: 'Reactions are off.' } };
  }
  if (!connection.reactions.take(performance.now())) return { ok: false, error: slowDown };
  services.reactions.add(sign.value);
  return { ok: true };
}

function giveRemoteLink({ session, remoteUrl }: Member, message: unknown): RemoteLinkAck {
  const error = checkMessage('remote:link', message);
  return error === null ? { ok: true, url: remoteUrl(session) } : { ok: false, error };
}

/** Asks a question that is in no deck, and replies once its facts are durable. */
function askNow(
  { session, telemetry }: Member,
  message: unknown,
  size: number,
  reply: Reply,
): void {
  const asked = readAskedQuestion(message, size);
  if (!asked.ok) return reply({ ok: false, error: asked.error });
  askQuestion(session, asked.value).then(
    (outcome) => reply(outcome.ok ? { ok: true } : { ok: false, error: wireError(outcome.error) }),
    (error: unknown) => tellFault(telemetry, error, (told) => reply({ ok: false, error: told })),
  );
}

/** A stage tells nobody: its presenter is at the console as well, with a clicker in hand. */
function tellWhoMoved({ connection, identity, services }: Member): void {
  const { role } = identity;
  if (role !== 'console' && role !== 'remote') return;
  services.remotes.tellMoved(connection, { by: role });
  services.tellOthers({ type: 'moved', session: identity.code, by: role });
}

/** Sends the present slide, and from now on each one that follows; or no more. */
function followSlides({ connection, services }: Member, message: unknown, reply: Reply): void {
  const read = readFollow(message);
  if (!read.ok) return reply({ ok: false, error: read.error });
  const { slideFollowers } = services.publisher;
  if (read.value && connection.isJoined) {
    return reply({ ok: true }, slideFollowers.follow(connection));
  }
  slideFollowers.unfollow(connection);
  reply({ ok: true });
}

/** Sends the tally of a channel, and from now on each one that follows; or no more. */
function followChannel({ connection, services }: Member, message: unknown, reply: Reply): void {
  const read = readChannelFollow(message);
  if (!read.ok) return reply({ ok: false, error: read.error });
  const { channel, on } = read.value;
  const { channelFollowers } = services.publisher;
  if (!on) {
    channelFollowers.unfollow(connection, channel);
    return reply({ ok: true });
  }
  const tally = connection.isJoined ? channelFollowers.follow(connection, channel) : null;
  if (tally === null) return reply({ ok: false, error: refusal('unknown-activity') });
  reply({ ok: true }, tally);
}

/**
 * Gives the receipt of an answer that is durable, and tells the attendee's other tabs. `made` is its
 * fact; a copy has made none, and gets the first receipt.
 */
function recorded(
  { connection, session, services }: Member,
  { activity, attendee, id }: AnswerCommand,
  made: StoredFact | undefined,
  reply: Reply,
): void {
  const { publisher } = services;
  const answered = findActivity(session.state, activity);
  const first = answered && receiptOf(answered.receipts, attendee, id);
  const fact = made ?? first;
  if (fact === undefined) return reply({ ok: false, error: refusal('reset') });
  const tabs = publisher.presence.tabsOf(attendee);
  if (tabs.length > 1) {
    const own = forAttendee('answers:mine', ownAnswers(session.state, attendee));
    for (const tab of tabs) if (tab !== connection) tab.send(own);
  }
  const tally = connection.isJoined ? publisher.tallyOnceAnswered(connection, activity) : [];
  reply({ ok: true, receipt: { activity, id, seq: fact.seq, at: fact.at } }, ...tally);
}
