import type { Json } from '../lib/json.ts';
import type { Deck, Position } from '../deck/deck.ts';

/**
 * An event of a session. Facts are never changed; the state of a session follows from them.
 * `hash` and `round` name exactly which question was answered: a reworded question has another
 * hash, a question that was reset another round.
 */
export type Fact =
  | {
      readonly type: 'session:started';
      readonly code: string;
      readonly secret: string;
      readonly deck: Deck;
    }
  | { readonly type: 'deck:revised'; readonly deck: Deck }
  | { readonly type: 'slide:shown'; readonly position: Position }
  | { readonly type: 'join:shown'; readonly shown: boolean }
  | { readonly type: 'activity:opened'; readonly activity: string }
  | { readonly type: 'activity:closed'; readonly activity: string }
  | { readonly type: 'activity:revealed'; readonly activity: string }
  | { readonly type: 'activity:hidden'; readonly activity: string }
  | { readonly type: 'activity:answer-revealed'; readonly activity: string }
  | { readonly type: 'activity:reset'; readonly activity: string }
  | { readonly type: 'activity:controlled'; readonly activity: string; readonly control: Json }
  | { readonly type: 'self-paced:switched'; readonly on: boolean }
  | {
      readonly type: 'answer:given';
      readonly activity: string;
      readonly hash: string;
      readonly round: number;
      readonly attendee: string;
      /** Made by the attendee's client: the same id twice is one answer. */
      readonly id: string;
      readonly answer: Json;
    }
  | { readonly type: 'session:ended' };

/** A fact as the log keeps it. */
export interface StoredFact {
  /** 1, 2, 3, … within its session. */
  readonly seq: number;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  readonly fact: Fact;
}
