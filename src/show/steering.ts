import type { Presenting } from '../client/presenting-session.ts';
import type { Position } from '../deck/deck.ts';
import { nextPosition, previousPosition, slideAt, startOfSlide } from '../deck/walk.ts';
import { unreachable } from '../lib/unreachable.ts';
import type { WireError } from '../protocol/protocol.ts';
import type { StageActivityView, StageDeck, StageSnapshot } from '../session/views.ts';
import { conductingBeforeNext } from './conducting.ts';

export type Step = 'next' | 'previous' | 'first' | 'last';

/** Moves the slides of a session, step by step, however fast the steps come. */
export class Steering {
  // Where the steps that are still on their way lead: three quick presses are three steps.
  #wanted: Position | null = null;
  #onTheirWay = 0;
  // What a press did with a question: the next press must find it done.
  #conducted: Promise<unknown> = Promise.resolve();

  constructor(readonly session: Presenting<SteeredDeck, StageSnapshot>) {}

  /** Resolves with why nothing moved, or null. */
  async step(step: Step): Promise<WireError | null> {
    await this.#conducted;
    const deck = this.session.deck.value;
    const snapshot = this.session.snapshot.value;
    if (deck === null || snapshot === null) return null;
    // The first step leaves the way to join, and shows the slide behind it.
    const leavesJoin = snapshot.joinShown && this.#wanted === null;
    const from = this.#wanted ?? snapshot.position;
    const forward = leavesJoin ? from : nextPosition(deck, from);
    switch (step) {
      case 'next':
        if (leavesJoin || !leavesSlide(from, forward)) return this.show(forward);
        return this.#conductOr(forward, questionAt(deck, snapshot, from));
      case 'previous':
        return this.show(leavesJoin ? from : previousPosition(deck, from));
      case 'first':
        return this.show(startOfSlide(deck, 0));
      case 'last':
        return this.show(startOfSlide(deck, deck.slides.length - 1));
      default:
        return unreachable(step);
    }
  }

  /** Leads through the question on the slide, and leaves it only when that is done. */
  async #conductOr(
    forward: Position,
    asked: StageActivityView | undefined,
  ): Promise<WireError | null> {
    const wanted = asked === undefined ? null : conductingBeforeNext(asked);
    if (asked === undefined || wanted === null) return this.show(forward);
    const conducting = this.session.control(`activity:${wanted}`, { activity: asked.id });
    this.#conducted = conducting;
    return conducting;
  }

  async show(position: Position): Promise<WireError | null> {
    this.#wanted = position;
    this.#onTheirWay += 1;
    const refused = await this.session.control('slide:show', position);
    this.#onTheirWay -= 1;
    if (this.#onTheirWay === 0 || refused !== null) this.#wanted = null;
    return refused;
  }
}

/** What steering needs to know of a deck. */
type SteeredDeck = {
  readonly slides: readonly Pick<
    StageDeck['slides'][number],
    'h' | 'v' | 'fragments' | 'activity'
  >[];
};

/** At the deck's end a step on changes nothing, but its question may be led through all the same. */
function leavesSlide(from: Position, to: Position): boolean {
  return from.h !== to.h || from.v !== to.v || from === to;
}

function questionAt(
  deck: SteeredDeck,
  snapshot: StageSnapshot,
  at: Position,
): StageActivityView | undefined {
  const id = slideAt(deck, at)?.activity;
  return snapshot.activities.find((activity) => activity.id === id);
}

const steps: Readonly<Record<string, Step>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
};

/** The step that a key asks for, as clickers send them; null where it belongs to what has focus. */
export function stepOfKey(event: KeyboardEvent): Step | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const focused = document.activeElement;
  if (focused?.closest('input, select, textarea, dialog') != null) return null;
  if (event.key === ' ' && focused?.closest('button, a[href], summary') != null) return null;
  return steps[event.key] ?? null;
}
