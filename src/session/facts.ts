import { z } from 'zod';
import type { Deck } from '../deck/deck.ts';
import type { Json } from '../lib/json.ts';
import { MOST_KEPT_DAYS } from '../lib/kept-days.ts';
import { stageModes } from './stage-mode.ts';

const name = z.string().min(1);
const integer = z.number().int();

/** A deck as far as a session reads it; the compiler answers for the rest. */
const deckShape = z.looseObject({
  name,
  title: z.string(),
  hash: name,
  keepDays: integer.min(1).max(MOST_KEPT_DAYS).optional(),
  slides: z.array(z.looseObject({ h: integer, v: integer, hash: name })).min(1),
  activities: z.array(z.looseObject({ id: name, type: name, hash: name })),
});
const deck = z.custom<Deck>((value) => deckShape.safeParse(value).success);

// JSON, since it was parsed as such; the type of the activity checks the rest.
const json = z.custom<Json>((value) => value !== undefined);

/**
 * The number of the first fact of the presenter's step that made a fact. Left out where no step can be
 * undone, and by versions that could undo none.
 */
const step = integer.min(1).optional();

const onActivity = <Type extends string>(type: Type) =>
  z.strictObject({ type: z.literal(type), activity: name, step }).readonly();

const switched = <Type extends string>(type: Type) =>
  z.strictObject({ type: z.literal(type), on: z.boolean(), step }).readonly();

const shown = <Type extends string>(type: Type) =>
  z.strictObject({ type: z.literal(type), shown: z.boolean(), step }).readonly();

/**
 * An event of a session. Facts are never changed; the state of a session follows from them.
 * `hash` and `round` name exactly which question was answered: a reworded question has another
 * hash, a question that was reset another round.
 */
export const factSchema = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('session:started'),
      code: name,
      secret: name,
      deck,
      /** Left out where the session counts. */
      rehearsal: z.literal(true).optional(),
    })
    .readonly(),
  /** An empty name takes the name back. */
  z.strictObject({ type: z.literal('session:named'), name: z.string() }).readonly(),
  /** A step where the presenter asked a question that was in no deck. */
  z.strictObject({ type: z.literal('deck:revised'), deck, step }).readonly(),
  z
    .strictObject({
      type: z.literal('slide:shown'),
      position: z.strictObject({ h: integer, v: integer, f: integer }).readonly(),
      step,
    })
    .readonly(),
  shown('join:shown'),
  switched('stage:blanked'),
  shown('join-corner:shown'),
  z
    .strictObject({ type: z.literal('stage-mode:chosen'), mode: z.enum(stageModes), step })
    .readonly(),
  /** The texts of the room that become the options of a question, before it opens. */
  z
    .strictObject({
      type: z.literal('options:taken'),
      activity: name,
      options: z.array(name).min(1).readonly(),
      step,
    })
    .readonly(),
  onActivity('activity:opened'),
  onActivity('activity:closed'),
  onActivity('activity:revealed'),
  onActivity('activity:hidden'),
  onActivity('activity:answer-revealed'),
  onActivity('activity:answer-hidden'),
  onActivity('activity:reset'),
  z
    .strictObject({ type: z.literal('activity:controlled'), activity: name, control: json, step })
    .readonly(),
  switched('self-paced:switched'),
  switched('follow:switched'),
  switched('reactions:switched'),
  z.strictObject({ type: z.literal('remotes:disconnected') }).readonly(),
  /** Takes back the step whose first fact has the number `undoes`. */
  z.strictObject({ type: z.literal('step:undone'), undoes: integer.min(1) }).readonly(),
  z
    .strictObject({
      type: z.literal('answer:given'),
      activity: name,
      hash: name,
      round: integer.min(1),
      attendee: name,
      /** Made by the attendee's client: the same id twice is one answer. */
      id: name,
      answer: json,
      /** Milliseconds from when the question was shown; in sessions with points for speed only. */
      after: integer.min(0).optional(),
    })
    .readonly(),
  /** The name waits for approval. Left out: it is as before. */
  z
    .strictObject({
      type: z.literal('player:joined'),
      attendee: name,
      name: name.optional(),
      team: name.optional(),
    })
    .readonly(),
  z.strictObject({ type: z.literal('player:approved'), player: integer.min(1) }).readonly(),
  z.strictObject({ type: z.literal('player:put-away'), player: integer.min(1) }).readonly(),
  z.strictObject({ type: z.literal('session:ended'), step }).readonly(),
  z.strictObject({ type: z.literal('session:reopened') }).readonly(),
  z.strictObject({ type: z.literal('closing:shown'), step }).readonly(),
]);

export type Fact = z.infer<typeof factSchema>;

/** true for a fact of one attendee, which changes no snapshot of all others. */
export function isOfOneAttendee({ type }: Fact): boolean {
  return type === 'answer:given' || type === 'player:joined';
}

type WithStep<One> = One extends unknown ? ('step' extends keyof One ? One : never) : never;

/** A fact that a presenter's step can make. */
export type StepFact = WithStep<Fact>;

/** A fact as the log keeps it. */
export interface StoredFact {
  /** 1, 2, 3, … within its session. */
  readonly seq: number;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  readonly fact: Fact;
}
