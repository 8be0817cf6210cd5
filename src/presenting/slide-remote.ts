import type { PresentingSession } from '../client/sessions/presenting-session.ts';
import type { Position } from '../deck/deck.ts';
import { previousPosition, slideAt, startOfSlide } from '../deck/navigation.ts';
import { unreachable } from '../lib/unreachable.ts';

import type { RemoteActivityView } from '../session/remote-views.ts';
import type { StageSnapshot } from '../session/views.ts';
import { stepOn, type RemoteDeck, type StepOn } from './next-action.ts';
import { listenForPageKeys } from './page-keys.ts';
import { PressGuard } from './press-guard.ts';
import { SecondPress } from './second-press.ts';
import type { WireError } from '../protocol/wire-error.ts';

/** The parts of a snapshot that moving its slides needs. */
interface MovedSnapshot extends Omit<StageSnapshot, 'activities' | 'channels'> {
  readonly activities: readonly RemoteActivityView[];
}

export type Step = 'next' | 'previous' | 'first' | 'last';

/** Moves the slides of a session, step by step. Steps that nobody can have meant are ignored. */
export class SlideRemote {
  readonly guard = new PressGuard();
  /** Keys to either end of the deck, which one presses by mistake. */
  readonly toEnds = new SecondPress<'first' | 'last'>();
  // The position after all steps still on their way: on a slow network, three presses are three steps.
  #wanted: Position | null = null;
  #onTheirWay = 0;
  // An action of a press is on its way: the next press must find it done.
  #isActing = false;

  constructor(readonly session: PresentingSession<RemoteDeck, MovedSnapshot>) {
    let wasOpen: ReadonlySet<string> | null = null;
    session.snapshot.subscribe((snapshot) => {
      if (snapshot === null) return;
      const open = snapshot.activities.filter(({ phase }) => phase === 'open').map(({ id }) => id);
      const here = this.#questionAt(snapshot.position);
      const known = wasOpen;
      if (here !== null && open.includes(here) && known !== null && !known.has(here)) {
        this.guard.opened();
      }
      wasOpen = new Set(open);
    });
  }

  /** Resolves with the error for which nothing moved, or null. */
  async step(step: Step): Promise<WireError | null> {
    // A press that was asked for is meant, however soon it comes.
    const isAskedFor = this.toEnds.asked.value === step;
    const counts = this.guard.press() || isAskedFor;
    if (!counts || this.#isActing) return null;
    const deck = this.session.deck.value;
    const snapshot = this.session.snapshot.value;
    if (deck === null || snapshot === null || this.#isOpening(snapshot)) return null;
    if (step === 'next' || step === 'previous') this.toEnds.forget();
    else if (!this.toEnds.press(step)) return null;
    // The first step leaves the screen over the slide, and shows the slide behind it.
    const shown = this.#wanted === null ? snapshot : { ...snapshot, ...uncovered };
    const position = this.#wanted ?? snapshot.position;
    const isThere = this.#wanted === null;
    const ways = isThere ? snapshot.ways : [];
    const back = isThere && position.f < 0 ? snapshot.back : null;
    switch (step) {
      case 'next':
        return this.#stepOn(stepOn(deck, { ...shown, position, ways }));
      case 'previous':
        if (shown.blanked) return this.#endBlank();
        return this.show(isCovered(shown) ? position : (back ?? previousPosition(deck, position)));
      case 'first':
        return this.show(startOfSlide(deck, 0));
      case 'last':
        return this.show(startOfSlide(deck, deck.slides.length - 1));
      default:
        return unreachable(step);
    }
  }

  /** Blanks the stage, or shows it again; resolves with the error for which it could not, or null. */
  async toggleBlank(): Promise<WireError | null> {
    const snapshot = this.session.snapshot.value;
    if (!this.guard.press() || this.#isActing || snapshot === null) return null;
    return this.session.control('stage:blank', { on: !snapshot.blanked });
  }

  /** Shows the small QR code on the stage, or hides it; resolves as `toggleBlank`. */
  async toggleJoinCorner(): Promise<WireError | null> {
    const snapshot = this.session.snapshot.value;
    if (snapshot === null) return null;
    return this.session.control('join-corner:show', { shown: !snapshot.joinCorner });
  }

  /** Lets attendees send reactions, or no more; resolves as `toggleBlank`. */
  async toggleReactions(): Promise<WireError | null> {
    const { reactions = null } = this.session.snapshot.value ?? {};
    if (reactions === null) return null;
    return this.session.control('reactions:set', { on: !reactions.on });
  }

  /** Shows the closing slide, or the slide that it covers; resolves as `toggleBlank`. */
  async toggleClosing(): Promise<WireError | null> {
    const snapshot = this.session.snapshot.value;
    if (!this.guard.press() || this.#isActing || snapshot === null) return null;
    return snapshot.closingShown ? this.show(snapshot.position) : this.#showClosing();
  }

  async #stepOn(next: StepOn<RemoteActivityView>): Promise<WireError | null> {
    switch (next.does) {
      case 'end-blank':
        return this.#endBlank();
      case 'leave-join':
      case 'build':
      case 'go-on':
        return this.show(next.to);
      case 'act':
        return this.#act(next);
      case 'show-closing':
        return this.#showClosing();
      case 'nothing':
        return null;
      default:
        return unreachable(next);
    }
  }

  #act({ what, activity }: StepOn<RemoteActivityView> & { does: 'act' }) {
    return this.#whileActing(this.session.control(`activity:${what}`, { activity: activity.id }));
  }

  #endBlank(): Promise<WireError | null> {
    return this.#whileActing(this.session.control('stage:blank', { on: false }));
  }

  #showClosing(): Promise<WireError | null> {
    return this.#whileActing(this.session.control('closing:show', {}));
  }

  #whileActing(done: Promise<WireError | null>): Promise<WireError | null> {
    this.#isActing = true;
    return done.finally(() => (this.#isActing = false));
  }

  /** true while a step is on its way to a question that may open by it. */
  #isOpening({ activities }: MovedSnapshot): boolean {
    const id = this.#wanted === null ? null : this.#questionAt(this.#wanted);
    return activities.some((activity) => activity.id === id && activity.phase === 'waiting');
  }

  #questionAt(position: Position): string | null {
    const deck = this.session.deck.value;
    return (deck === null ? undefined : slideAt(deck, position))?.activity ?? null;
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

/** A stage that shows its slide, as it does once a slide is on its way. */
const uncovered = { joinShown: false, closingShown: false, blanked: false };

function isCovered({
  joinShown,
  closingShown,
}: Pick<StageSnapshot, 'joinShown' | 'closingShown'>): boolean {
  return joinShown || closingShown;
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

/** Calls `take` for each press of a key that asks for a step, until the returned function is called. */
export function listenForSteps(take: (step: Step) => void): () => void {
  return listenForPageKeys((key) => {
    const step = steps[isMirrored() ? mirroredKey(key) : key];
    return step === undefined ? undefined : () => take(step);
  });
}

/** Tells how to go on after the first press of Home or End; empty where none was pressed. */
export function secondPressLabel(asked: 'first' | 'last' | null): string {
  if (asked === null) return '';
  const key = asked === 'first' ? 'Home' : 'End';
  return `Press ${key} again to go to the ${asked} slide.`;
}

/** true on the page of a deck from right to left, where an arrow to the left leads on. */
function isMirrored(): boolean {
  return document.documentElement.dir === 'rtl';
}

function mirroredKey(key: string): string {
  if (key === 'ArrowLeft') return 'ArrowRight';
  return key === 'ArrowRight' ? 'ArrowLeft' : key;
}
