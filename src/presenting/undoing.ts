import { signal, type ReadonlySignal } from '@preact/signals';
import type { PresentingSession } from '../client/sessions/presenting-session.ts';
import type { WireError } from '../protocol/wire-error.ts';
import { refusal } from '../session/refusal.ts';
import type { TakenStep } from '../session/state.ts';
import type { LatestSteps } from '../session/views.ts';
import { PausableTimer } from './pausable-timer.ts';
import { PressGuard } from './press-guard.ts';

const NOTICE_MS = 10_000;

/** The step that a page tells of: taken, and to be undone; or undone. */
export interface StepNotice {
  readonly step: TakenStep;
  readonly isUndone: boolean;
}

/** Undoes the session's latest step, whichever page took it, and tells of each for ten seconds. */
export class Undoing {
  readonly #notice = signal<StepNotice | null>(null);
  readonly #timer = new PausableTimer(() => (this.#notice.value = null));
  readonly guard = new PressGuard();
  #latest: number | null = null;
  #undone: number | null = null;

  /** @param onPress called with each press, so that its bounce does nothing else */
  constructor(
    readonly session: Pick<PresentingSession<unknown, LatestSteps>, 'snapshot' | 'control'>,
    readonly onPress: () => void,
  ) {
    session.snapshot.subscribe((snapshot) => {
      if (snapshot !== null) this.#follow(snapshot);
    });
  }

  get notice(): ReadonlySignal<StepNotice | null> {
    return this.#notice;
  }

  /** Keeps the notice for as long as somebody is at it. */
  hold(isHeld: boolean): void {
    this.#timer.hold(isHeld);
  }

  /** Resolves with the error for which nothing was undone, or null. */
  async undo(): Promise<WireError | null> {
    const snapshot = this.session.snapshot.value;
    this.onPress();
    if (!this.guard.press() || snapshot === null) return null;
    if (snapshot.undo === null) return refusal('nothing-to-undo');
    return this.session.control('step:undo', { step: snapshot.undo.step });
  }

  #follow({ undo, undone }: LatestSteps): void {
    const isFirst = this.#latest === null;
    const isNew = undo !== null && undo.step > (this.#latest ?? 0);
    const isUndone = undone !== null && undone.step !== this.#undone;
    this.#latest = Math.max(this.#latest ?? 0, undo?.step ?? 0);
    this.#undone = undone?.step ?? null;
    if (isFirst) return;
    if (isUndone) this.#tell({ step: undone, isUndone });
    else if (isNew) this.#tell({ step: undo, isUndone });
    else if (this.#isOvertaken(undo)) this.#forget();
  }

  /** true where a countdown, say, has ended since. */
  #isOvertaken(undo: TakenStep | null): boolean {
    const notice = this.#notice.value;
    return notice !== null && !notice.isUndone && notice.step.step !== undo?.step;
  }

  #tell(notice: StepNotice): void {
    this.#notice.value = notice;
    this.#timer.start(NOTICE_MS);
    // A press at this moment was meant for the step before.
    this.guard.press();
  }

  #forget(): void {
    this.#timer.stop();
    this.#notice.value = null;
  }
}
