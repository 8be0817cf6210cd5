import type { Json } from '../lib/json.ts';
import type { AskedSlide } from '../deck/asked-slide.ts';
import type { Deck, Position } from '../deck/deck.ts';
import type { StageMode } from './stage-mode.ts';

/** A request to a session; `decide` turns it into facts or refuses it. */
export type Command =
  | AnswerCommand
  | { readonly type: 'slide:show'; readonly position: Position }
  | { readonly type: 'join:show'; readonly shown: boolean }
  | { readonly type: 'stage:blank'; readonly on: boolean }
  | { readonly type: 'join-corner:show'; readonly shown: boolean }
  | { readonly type: 'stage-mode:set'; readonly mode: StageMode }
  | { readonly type: 'activity:open'; readonly activity: string }
  | { readonly type: 'activity:close'; readonly activity: string }
  | { readonly type: 'activity:reveal'; readonly activity: string }
  | { readonly type: 'activity:hide'; readonly activity: string }
  | { readonly type: 'activity:reveal-answer'; readonly activity: string }
  | { readonly type: 'activity:hide-answer'; readonly activity: string }
  | { readonly type: 'activity:reset'; readonly activity: string }
  | { readonly type: 'activity:control'; readonly activity: string; readonly control: Json }
  /** The countdown that ends at `closesAt` (milliseconds since 1970-01-01 UTC) is over. */
  | { readonly type: 'countdown:end'; readonly activity: string; readonly closesAt: number }
  | { readonly type: 'self-paced:set'; readonly on: boolean }
  /** Lets phones show the present slide between questions, or keeps it from them. */
  | { readonly type: 'follow:set'; readonly on: boolean }
  /** Lets attendees send reactions to the stage, or no more. */
  | { readonly type: 'reactions:set'; readonly on: boolean }
  /** Disconnects the phones that are remotes, and makes the link that signed them in void. */
  | { readonly type: 'remotes:disconnect' }
  /**
   * Takes back the presenter's step whose first fact has this number: the latest one. `at` is now, in
   * milliseconds since 1970-01-01 UTC.
   */
  | { readonly type: 'step:undo'; readonly step: number; readonly at: number }
  | { readonly type: 'deck:revise'; readonly deck: Deck }
  /** Asks a question that is in no deck, on a slide behind the present one. */
  | ({ readonly type: 'question:ask' } & AskedSlide)
  /** `name` for presenters, tidied already; '' takes the name back. */
  | { readonly type: 'session:name'; readonly name: string }
  | PlayerJoinCommand
  /** Lets the room see the name of a player, by the player's number. `name` is the one that was read. */
  | {
      readonly type: 'player:approve' | 'player:put-away';
      readonly player: number;
      readonly name: string;
    }
  | { readonly type: 'session:end' }
  /** Lets a session that has ended go on. `at` is now, in milliseconds since 1970-01-01 UTC. */
  | { readonly type: 'session:reopen'; readonly at: number }
  /** Shows the closing slide of a session that has ended. */
  | { readonly type: 'closing:show' };

/** The wish of an attendee to play; null leaves the name or the team as it is. */
export interface PlayerJoinCommand {
  readonly type: 'player:join';
  readonly attendee: string;
  readonly name: string | null;
  readonly team: string | null;
}

export interface AnswerCommand {
  readonly type: 'answer:give';
  readonly attendee: string;
  readonly activity: string;
  /** Made by the client; the same id twice is one answer. */
  readonly id: string;
  /** The hash of the question that the attendee saw, where the client says it. */
  readonly hash: string | null;
  /** Its round, where the client says it. */
  readonly round: number | null;
  readonly answer: unknown;
  /** Milliseconds from when the question was shown to its arrival; left out where nobody measured. */
  readonly after?: number | undefined;
}
