import { checkMessage, clientEventNames, readCommand } from '../../src/protocol/schemas.ts';
import type { Ack, AnswerAck, ClientEvents, TakeHomeAck } from '../../src/protocol/messages.ts';
import { ownAnswers, roomTally, takeHome } from '../../src/session/project.ts';
import type { AnswerCommand } from '../../src/session/commands.ts';
import type { StoredFact } from '../../src/session/facts.ts';
import { refusal, type Refusal } from '../../src/session/refusal.ts';
import { answerKey } from '../../src/session/state.ts';
import type { Presence } from '../live/presence.ts';
import { forAttendee, type PlenarySocket } from './socket-types.ts';
import { send, Frame } from './ws-frame.ts';
import { faultWords } from '../http/health.ts';
import { isThrottled } from '../limits/inbound-throttle.ts';
import { permissionError } from '../auth/permissions.ts';
import { budgetsOf } from '../limits/rate-limit.ts';
import { AckId } from './socket-parser.ts';
import type { LiveSession } from '../live/live-session.ts';
import { isStorageProblem, type StorageProblem } from '../storage/event-log.ts';
import { submitMeasured, type AnswerObservers } from '../live/submit-measured.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { WireError } from '../../src/protocol/wire-error.ts';

/** Notes a fault, and tells whoever met it that it was one: its own words are not for them. */
export function onFault(
  telemetry: Telemetry,
  tell: (error: WireError) => void,
): (error: unknown) => void {
  return (error) => {
    telemetry.fault(error);
    tell({ name: 'fault', message: faultWords, retryAfter: 5 });
  };
}

/** From now on the socket hears of the tally; the present one it is to be shown at once, if any. */
export function tallyFor(
  socket: PlenarySocket,
  session: LiveSession,
  presence: Presence,
  activity: string,
): readonly Frame[] {
  if (!presence.noteAnswered(socket, activity)) return [];
  const activityState = session.state.activities.get(activity);
  if (activityState?.phase !== 'open' || !activityState.revealed) return [];
  return [forAttendee('activity:changed', roomTally(activityState, session.state.at))];
}

const slowDown: WireError = { name: 'slow-down', message: 'Too many messages.', retryAfter: 1 };

type AnyAck = Ack | AnswerAck | TakeHomeAck;
/** The acknowledgement, and what goes out with it. */
type Reply = (ack: AnyAck, ...frames: readonly Frame[]) => void;

/** Handles what a connection sends. */
export function listen(place: Place): void {
  const { socket, observers } = place;
  const { messages } = budgetsOf(socket.conn);
  socket.use((packet: readonly unknown[]) => {
    const [event, message, wanted = message] = packet;
    const isInBudget = messages.take(performance.now());
    if (typeof event !== 'string' || !(wanted instanceof AckId)) return;
    const reply: Reply = (ack, ...frames) => {
      if (!ack.ok) observers.telemetry.metrics.messageRefused(ack.error.name);
      send(socket, Frame.acknowledgement(wanted.id, ack), ...frames);
    };
    if (!isInBudget) {
      if (!isThrottled(socket.conn)) reply({ ok: false, error: slowDown });
      return;
    }
    const known = clientEventNames.find((name) => name === event);
    if (known === undefined) {
      const words = `The protocol has no message "${event.slice(0, 40)}".`;
      reply({ ok: false, error: { name: 'unknown-message', message: words } });
      return;
    }
    const sent = { event: known, message: message === wanted ? undefined : message };
    orFault(observers.telemetry, reply, () => handle(place, { ...sent, size: wanted.size }, reply));
  });
}

/**
 * Does something; where that meets a fault, whoever asked for it is told so. Thrown on from here,
 * it would end the server for everybody.
 */
function orFault(telemetry: Telemetry, reply: Reply, act: () => void): void {
  try {
    act();
  } catch (error) {
    onFault(telemetry, (told) => reply({ ok: false, error: told }))(error);
  }
}

interface Place {
  readonly socket: PlenarySocket;
  readonly session: LiveSession;
  readonly presence: Presence;
  readonly observers: AnswerObservers;
}

interface Sent {
  readonly event: keyof ClientEvents;
  readonly message: unknown;
  /** In characters, as it arrived. */
  readonly size: number;
}

/** Replies exactly once: at once, or when what follows is durable. */
function handle(place: Place, { event, message, size }: Sent, reply: Reply): void {
  const { socket, session, observers } = place;
  const allowed = permissionError(socket.data, event);
  if (allowed !== null) return reply({ ok: false, error: allowed });
  if (event === 'take-home:get') return reply(giveTakeHome(socket, session, message));
  const command = readCommand(event, message, socket.data.attendee, size);
  if (!command.ok) return reply({ ok: false, error: command.error });
  submitMeasured(session, command.value, observers, (outcome) => {
    orFault(observers.telemetry, reply, () => {
      if (!outcome.ok) reply({ ok: false, error: wireError(outcome.error) });
      else if (command.value.type !== 'answer:give') reply({ ok: true });
      else recorded(place, command.value, outcome.value[0], reply);
    });
  });
}

/** A storage problem passes by itself: a client keeps the answer and tries again. */
function wireError({ name, message }: Refusal | StorageProblem): WireError {
  return { name, message, ...(isStorageProblem(name) ? { retryAfter: 3 } : {}) };
}

function giveTakeHome(socket: PlenarySocket, session: LiveSession, message: unknown): TakeHomeAck {
  const error = checkMessage('take-home:get', message);
  if (error !== null) return { ok: false, error };
  const { pages } = budgetsOf(socket.conn);
  if (!pages.take(performance.now())) return { ok: false, error: slowDown };
  return { ok: true, takeHome: takeHome(session.state, socket.data.attendee) };
}

/**
 * The receipt of an answer that is durable by now; the attendee's other tabs hear of it too. `made` is
 * its fact; a copy has made none, and gets the first receipt.
 */
function recorded(
  { socket, session, presence }: Place,
  { activity, attendee, id }: AnswerCommand,
  made: StoredFact | undefined,
  reply: Reply,
): void {
  const fact = made ?? session.state.activities.get(activity)?.ids.get(answerKey(attendee, id));
  if (fact === undefined) return reply({ ok: false, error: refusal('reset') });
  const tabs = presence.tabsOf(attendee);
  if (tabs.length > 1) {
    const own = forAttendee('answers:mine', ownAnswers(session.state, attendee));
    for (const tab of tabs) if (tab !== socket) send(tab, own);
  }
  const tally = socket.connected ? tallyFor(socket, session, presence, activity) : [];
  reply({ ok: true, receipt: { activity, id, seq: fact.seq, at: fact.at } }, ...tally);
}
