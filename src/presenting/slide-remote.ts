import type { PresentingSession } from '../client/sessions/presenting-session.ts';
import type { Position } from '../deck/deck.ts';
import { previousPosition, startOfSlide } from '../deck/navigation.ts';
import { unreachable } from '../lib/unreachable.ts';

import type { StageActivityView, StageSnapshot } from '../session/views.ts';
import { stepOn, type RemoteDeck, type StepOn } from './next-action.ts';
import type { WireError } from '../protocol/wire-error.ts';

export type Step = 'next' | 'previous' | 'first' | 'last';

/** Moves the slides of a session, step by step, however fast the steps come. */
export class SlideRemote {
  // The position after all steps still on their way: three quick presses are three steps.
  #wanted: Position | null = null;
  #onTheirWay = 0;
  // The action of a press on a question: the next press must find it done.
  #acted: Promise<unknown> = Promise.resolve();

  constructor(readonly session: PresentingSession<RemoteDeck, StageSnapshot>) {}

  /** Resolves with the error for which nothing moved, or null. */
  async step(step: Step): Promise<WireError | null> {
    await this.#acted;
    const deck = this.session.deck.value;
    const snapshot = this.session.snapshot.value;
    if (deck === null || snapshot === null) return null;
    // The first step leaves the join screen, and shows the slide behind it.
    const joinShown = snapshot.joinShown && this.#wanted === null;
    const position = this.#wanted ?? snapshot.position;
    switch (step) {
      case 'next':
        return this.#stepOn(stepOn(deck, { ...snapshot, position, joinShown }));
      case 'previous':
        return this.show(joinShown ? position : previousPosition(deck, position));
      case 'first':
        return this.show(startOfSlide(deck, 0));
      case 'last':
        return this.show(startOfSlide(deck, deck.slides.length - 1));
      default:
        return unreachable(step);
    }
  }

  async #stepOn(next: StepOn<StageActivityView>): Promise<WireError | null> {
    switch (next.does) {
      case 'leave-join':
      case 'build':
      case 'go-on':
        return this.show(next.to);
      case 'act':
        return this.#act(next);
      case 'nothing':
        return null;
      default:
        return unreachable(next);
    }
  }

  #act({ what, activity }: StepOn<StageActivityView> & { does: 'act' }) {
    const acting = this.session.control(`activity:${what}`, { activity: activity.id });
    this.#acted = acting;
    return acting;
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
