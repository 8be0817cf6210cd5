import { z } from 'zod';
import type { Json } from '../lib/json.ts';
import { failure, success, type Result } from '../lib/result.ts';
import type { Command } from '../session/commands.ts';
import { protocolVersion } from './version.ts';
import type { WireError } from './wire-error.ts';

/** The longest answer, in characters of its JSON. */
const LONGEST_ANSWER = 8_000;
/** How deep an answer may be nested; none needs more than three levels. */
const MOST_LEVELS = 8;
/** The longest explanation of a misunderstanding, in characters: it repeats what was sent. */
const LONGEST_WORDS = 300;

const name = z.string().min(1).max(64);
const named = z.strictObject({ activity: name });
const place = z.number().int().min(0).max(100_000);

const handshake = z.object({
  v: z.literal(protocolVersion),
  code: z.string().max(32),
  role: z.enum(['attendee', 'stage', 'console']),
  /** An attendee's identity, as an earlier connection was given it. */
  token: z.string().max(256).optional(),
  /** The presenter's key; a signed-in browser needs none. */
  key: z.string().max(256).optional(),
  /** The hash of the deck that the client has: it is not sent again. */
  deck: z.string().max(64).optional(),
  /** The keys of the contents that an attendee's page has: they are not sent again. */
  contents: z.array(z.string().max(16)).max(256).optional(),
  /** Made by the page when it was opened, at random: its older connection is closed. */
  page: z.string().min(16).max(64).optional(),
});

/** The claims of a client when it connects (`auth` of Socket.IO). */
export type Handshake = z.infer<typeof handshake>;

/** Anything but a member that is left out. */
const isSent = (value: unknown): boolean => value !== undefined;

const messages = {
  'answer:give': z.strictObject({
    activity: name,
    // JSON, since it was parsed as such; what may stand in it the question's type says.
    answer: z.custom<Json>(isSent),
    /** Made by the client; repeating it repeats nothing. */
    id: z.string().regex(/^[\w-]{8,64}$/),
    /** Of the question that was answered: refused if it was reworded or reset since. */
    hash: z.string().max(64).optional(),
    round: z.number().int().min(1).optional(),
  }),
  'slide:show': z.strictObject({ h: place, v: place, f: z.number().int().min(-1).max(100_000) }),
  'join:show': z.strictObject({ shown: z.boolean() }),
  'activity:open': named,
  'activity:close': named,
  'activity:reveal': named,
  'activity:hide': named,
  'activity:reveal-answer': named,
  'activity:reset': named,
  // JSON, since it was parsed as such; the type of the activity checks the rest.
  'activity:control': z.strictObject({ activity: name, control: z.custom<Json>(isSent) }),
  'self-paced:set': z.strictObject({ on: z.boolean() }),
  'take-home:get': z.strictObject({}),
  'session:end': z.strictObject({}),
} as const;

/** The messages that a client may send, by their events. */
export type ClientMessages = { [Event in ClientEvent]: z.infer<(typeof messages)[Event]> };

type ClientEvent = keyof typeof messages;

/** The event names that a client may send. */
export const clientEventNames = Object.keys(messages) as ClientEvent[];

/** What a client says when it connects, if it can be understood. */
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

/** What a client may send that asks for something to happen. */
export type CommandEvent = Exclude<ClientEvent, 'take-home:get'>;

/**
 * The command that a message asks for, or why it cannot be understood. `attendee` gives answers;
 * `size` is how many characters the message had as it arrived.
 */
export function readCommand(
  event: CommandEvent,
  message: unknown,
  attendee: string,
  size: number,
): Result<Command, WireError> {
  switch (event) {
    case 'answer:give': {
      if (isDeep(message, MOST_LEVELS)) {
        return failure({ name: 'bad-message', message: 'That answer is nested too deeply.' });
      }
      if (size > LONGEST_ANSWER) {
        return failure({ name: 'too-large', message: 'That answer is too long.' });
      }
      return read(event, message, ({ hash, round, ...answer }) => ({
        type: event,
        attendee,
        hash: hash ?? null,
        round: round ?? null,
        ...answer,
      }));
    }
    case 'slide:show':
      return read(event, message, (position) => ({ type: event, position }));
    case 'join:show':
      return read(event, message, ({ shown }) => ({ type: event, shown }));
    case 'activity:control':
      return read(event, message, ({ activity, control }) => ({ type: event, activity, control }));
    case 'self-paced:set':
      return read(event, message, ({ on }) => ({ type: event, on }));
    case 'session:end':
      return read(event, message, () => ({ type: event }));
    default:
      return read(event, message, ({ activity }) => ({ type: event, activity }));
  }
}

function read<Event extends CommandEvent>(
  event: Event,
  message: unknown,
  toCommand: (message: z.infer<(typeof messages)[Event]>) => Command,
): Result<Command, WireError> {
  const result = messages[event].safeParse(message);
  if (!result.success) return failure(misunderstood(event, result.error));
  return success(toCommand(result.data as z.infer<(typeof messages)[Event]>));
}

/** What does not fit in a message, or null. */
export function checkMessage(event: ClientEvent, message: unknown): WireError | null {
  const { error } = messages[event].safeParse(message);
  return error === undefined ? null : misunderstood(event, error);
}

function misunderstood(event: ClientEvent, { issues: [issue] }: z.ZodError): WireError {
  const where = issue?.path.join('.') || 'message';
  const words = `"${event}" was not understood: ${where}: ${issue?.message ?? 'it does not fit'}`;
  return { name: 'bad-message', message: words.slice(0, LONGEST_WORDS) };
}

/** Whether lists and objects stand in each other deeper than `levels`: no deeper is looked. */
function isDeep(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeep(part, levels - 1));
}
