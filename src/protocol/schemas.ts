import { z } from 'zod';
import type { Json } from '../lib/json.ts';
import { failure, success, type Result } from '../lib/result.ts';
import { wellFormed } from '../lib/well-formed.ts';
import type { Command } from '../session/commands.ts';
import { stageModes } from '../session/stage-mode.ts';
import { gestureMessages, type GestureEvent } from './gestures.ts';
import { protocolVersion } from './version.ts';
import type { WireError } from './wire-error.ts';

/** The maximum length of an answer or an asked question, in characters of its JSON. */
const MAX_ANSWER_LENGTH = 8_000;
/** The maximum nesting of a message; none needs more than four levels. */
const MAX_DEPTH = 8;
/** The maximum length of an explanation, in characters, because it quotes the message. */
const MAX_EXPLANATION_LENGTH = 300;

const name = z.string().min(1).max(64);
const named = z.strictObject({ activity: name });
/** A name that somebody types; the session measures it once it is tidied. */
const typed = z.string().max(200);
const ofPlayer = z.strictObject({ player: z.number().int().min(1), name: typed });
const index = z.number().int().min(0).max(100_000);

const handshake = z.object({
  v: z.literal(protocolVersion),
  code: z.string().max(32),
  role: z.enum(['attendee', 'stage', 'console', 'remote']),
  /** An attendee's token from an earlier connection, or that of a remote from its link. */
  token: z.string().max(256).optional(),
  /** The presenter's key; a signed-in browser needs none. */
  key: z.string().max(256).optional(),
  /** The hash of the deck that the client has, which is not sent again. */
  deck: z.string().max(64).optional(),
  /** The keys of the contents that an attendee's page has, which are not sent again. */
  contents: z.array(z.string().max(16)).max(256).optional(),
  /** A random id of the page; an older connection with the same id is closed. */
  page: z.string().min(16).max(64).optional(),
});

/** The claims of a client when it connects (`auth` of Socket.IO). */
export type Handshake = z.infer<typeof handshake>;

/** Accepts any value but a missing member. */
const isSent = (value: unknown): boolean => value !== undefined;

const messages = {
  'answer:give': z.strictObject({
    activity: name,
    // JSON, since it was parsed as such; the type of the activity checks the rest.
    answer: z.custom<Json>(isSent),
    /** An idempotency key, made by the client. */
    id: z.string().regex(/^[\w-]{8,64}$/),
    /** The answered question's hash; the answer is refused if it was reworded or reset since. */
    hash: z.string().max(64).optional(),
    round: z.number().int().min(1).optional(),
  }),
  'slide:show': z.strictObject({ h: index, v: index, f: z.number().int().min(-1).max(100_000) }),
  'join:show': z.strictObject({ shown: z.boolean() }),
  'stage:blank': z.strictObject({ on: z.boolean() }),
  'join-corner:show': z.strictObject({ shown: z.boolean() }),
  'stage-mode:set': z.strictObject({ mode: z.enum(stageModes) }),
  'activity:open': named,
  'activity:close': named,
  'activity:reveal': named,
  'activity:hide': named,
  'activity:reveal-answer': named,
  'activity:hide-answer': named,
  'activity:reset': named,
  // JSON, since it was parsed as such; the type of the activity checks the rest.
  'activity:control': z.strictObject({ activity: name, control: z.custom<Json>(isSent) }),
  'self-paced:set': z.strictObject({ on: z.boolean() }),
  'follow:set': z.strictObject({ on: z.boolean() }),
  'reactions:set': z.strictObject({ on: z.boolean() }),
  /** A sign, by its place in the list. It is counted, shown and not kept. */
  'reaction:send': z.strictObject({ sign: z.number().int().min(0).max(9) }),
  'step:undo': z.strictObject({ step: z.number().int().min(1) }),
  'slide:follow': z.strictObject({ on: z.boolean() }),
  'channel:follow': z.strictObject({ channel: name, on: z.boolean() }),
  /** A question that is in no deck: its type, and the options of its fence. The compiler checks them. */
  'question:ask': z.strictObject({ type: name, options: z.record(name, z.custom<Json>(isSent)) }),
  'question:shown': z.strictObject({ activity: name, round: z.number().int().min(1) }),
  'player:join': z.strictObject({ name: typed.optional(), team: typed.optional() }),
  /** The name, as the presenter has read it. */
  'player:approve': ofPlayer,
  'player:put-away': ofPlayer,
  'score:get': z.strictObject({}),
  'remote:link': z.strictObject({}),
  'remotes:disconnect': z.strictObject({}),
  ...gestureMessages,
  'take-home:get': z.strictObject({}),
  'session:end': z.strictObject({}),
  'session:reopen': z.strictObject({}),
  'closing:show': z.strictObject({}),
} as const;

/** The messages that a client may send, by their events. */
export type ClientMessages = { [Event in ClientEvent]: z.infer<(typeof messages)[Event]> };

type ClientEvent = keyof typeof messages;

/** The event names that a client may send. */
export const clientEventNames = Object.keys(messages) as ClientEvent[];

/** Parses a handshake. */
export function readHandshake(auth: unknown): Result<Handshake, WireError> {
  const parsed = handshake.safeParse(auth);
  if (parsed.success) return success(parsed.data);
  const isVersion = parsed.error.issues.some((issue) => issue.path[0] === 'v');
  return failure(
    isVersion
      ? { name: 'version', message: 'This page is out of date. Please reload it.' }
      : { name: 'bad-handshake', message: 'The connection did not say who it is.' },
  );
}

/** The events that become commands. */
export type CommandEvent = Exclude<
  ClientEvent,
  | 'take-home:get'
  | 'score:get'
  | 'slide:follow'
  | 'channel:follow'
  | 'question:shown'
  | 'reaction:send'
  | 'remote:link'
  | 'question:ask'
  | GestureEvent
>;

/** The circumstances in which a message was received. */
export interface Received {
  /** The author of an answer. */
  readonly attendee: string;
  /** The length of the message, in characters. */
  readonly size: number;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number;
}

/** Parses a message as a command, with well-formed texts. */
export function readCommand(
  event: CommandEvent,
  message: unknown,
  received: Received,
): Result<Command, WireError> {
  if (isDeep(message, MAX_DEPTH)) {
    return failure({ name: 'bad-message', message: 'That message is nested too deeply.' });
  }
  return readFlat(event, message, received);
}

function readFlat(
  event: CommandEvent,
  message: unknown,
  received: Received,
): Result<Command, WireError> {
  if (isOfPlayer(event)) return readPlayer(event, message, received);
  switch (event) {
    case 'answer:give':
      return readAnswer(message, received);
    case 'slide:show':
      return read(event, message, (position) => ({ type: event, position }));
    case 'join:show':
    case 'join-corner:show':
      return read(event, message, ({ shown }) => ({ type: event, shown }));
    case 'stage-mode:set':
      return read(event, message, ({ mode }) => ({ type: event, mode }));
    case 'activity:control':
      return read(event, message, ({ activity, control }) => ({ type: event, activity, control }));
    case 'stage:blank':
    case 'self-paced:set':
    case 'follow:set':
    case 'reactions:set':
      return read(event, message, ({ on }) => ({ type: event, on }));
    case 'step:undo':
      return read(event, message, ({ step }) => ({ type: event, step, at: received.at }));
    case 'session:end':
    case 'remotes:disconnect':
    case 'closing:show':
      return read(event, message, () => ({ type: event }));
    case 'session:reopen':
      return read(event, message, () => ({ type: event, at: received.at }));
    default:
      return read(event, message, ({ activity }) => ({ type: event, activity }));
  }
}

type PlayerEvent = Extract<CommandEvent, `player:${string}`>;

function isOfPlayer(event: CommandEvent): event is PlayerEvent {
  return event.startsWith('player:');
}

function readPlayer(
  event: PlayerEvent,
  message: unknown,
  { attendee }: Received,
): Result<Command, WireError> {
  if (event !== 'player:join') {
    return read(event, message, ({ player, name: seen }) => ({ type: event, player, name: seen }));
  }
  return read(event, message, ({ name: chosen = null, team = null }) => {
    return { type: event, attendee, name: chosen, team };
  });
}

function readAnswer(message: unknown, { attendee, size }: Received): Result<Command, WireError> {
  if (size > MAX_ANSWER_LENGTH) {
    return failure({ name: 'too-large', message: 'That answer is too long.' });
  }
  return read('answer:give', message, ({ hash, round, ...answer }) => ({
    type: 'answer:give',
    attendee,
    hash: hash ?? null,
    round: round ?? null,
    ...answer,
  }));
}

function read<Event extends CommandEvent>(
  event: Event,
  message: unknown,
  toCommand: (message: z.infer<(typeof messages)[Event]>) => Command,
): Result<Command, WireError> {
  // Sound: every message was parsed as JSON.
  const result = messages[event].safeParse(wellFormed(message as Json));
  if (!result.success) return failure(invalidMessage(event, result.error));
  return success(toCommand(result.data as z.infer<(typeof messages)[Event]>));
}

/** Validates a message; null if it is valid. */
export function checkMessage(event: ClientEvent, message: unknown): WireError | null {
  const { error } = messages[event].safeParse(message);
  return error === undefined ? null : invalidMessage(event, error);
}

/** Parses the wish of an attendee's page to follow the slides, or to follow them no more. */
export function readFollow(message: unknown): Result<boolean, WireError> {
  const { data, error } = messages['slide:follow'].safeParse(message);
  return error === undefined ? success(data.on) : failure(invalidMessage('slide:follow', error));
}

/** Parses the wish of an attendee's page to follow a channel, or to follow it no more. */
export function readChannelFollow(
  message: unknown,
): Result<ClientMessages['channel:follow'], WireError> {
  const { data, error } = messages['channel:follow'].safeParse(message);
  return error === undefined ? success(data) : failure(invalidMessage('channel:follow', error));
}

/** Parses the news that a page shows a question, in one of its rounds. */
export function readShown(message: unknown): Result<ClientMessages['question:shown'], WireError> {
  const { data, error } = messages['question:shown'].safeParse(message);
  return error === undefined ? success(data) : failure(invalidMessage('question:shown', error));
}

/** Parses an attendee's reaction: the place of its sign. */
export function readReaction(message: unknown): Result<number, WireError> {
  const { data, error } = messages['reaction:send'].safeParse(message);
  return error === undefined ? success(data.sign) : failure(invalidMessage('reaction:send', error));
}

/** Parses a question that a presenter asks on the spur of the moment. */
export function readAskedQuestion(
  message: unknown,
  size: number,
): Result<ClientMessages['question:ask'], WireError> {
  if (size > MAX_ANSWER_LENGTH || isDeep(message, MAX_DEPTH)) {
    return failure({ name: 'too-large', message: 'That question is too long.' });
  }
  const { data, error } = messages['question:ask'].safeParse(message);
  return error === undefined ? success(data) : failure(invalidMessage('question:ask', error));
}

/** Parses a presenter's gesture on the slide. */
export function readGesture<Event extends GestureEvent>(
  event: Event,
  message: unknown,
): Result<ClientMessages[Event], WireError> {
  const result = messages[event].safeParse(message);
  if (!result.success) return failure(invalidMessage(event, result.error));
  return success(result.data as ClientMessages[Event]);
}

function invalidMessage(event: ClientEvent, { issues: [issue] }: z.ZodError): WireError {
  const where = issue?.path.join('.') || 'message';
  const explanation = `"${event}" was not understood: ${where}: ${issue?.message ?? 'it does not fit'}`;
  return { name: 'bad-message', message: explanation.slice(0, MAX_EXPLANATION_LENGTH) };
}

/** Returns true if lists and objects are nested deeper than `levels`; it looks no deeper. */
function isDeep(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeep(part, levels - 1));
}
