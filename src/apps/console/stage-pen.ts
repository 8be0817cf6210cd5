import { signal, type ReadonlySignal } from '@preact/signals';
import type { ConsoleSession } from '../../client/sessions/presenting-session.ts';
import { slideShown, withPart, type Line } from '../../client/sessions/stage-gestures.ts';
import { MOST_POINTS, type SlidePoint } from '../../protocol/gestures.ts';

/** Twenty places a second look like one movement, and stay below the server's limit. */
const BETWEEN_SENDS_MS = 50;
/** A pointer that rests is told again: the stage drops one of which it hears nothing. */
const REPEATED_MS = 700;
const CENTRE: SlidePoint = { x: 0.5, y: 0.5 };

/** The presenter's hand on the picture of the present slide: it points, or draws. */
export class StagePen {
  readonly #use = signal<'point' | 'draw' | 'zoom'>('point');
  readonly #zoom = signal<SlidePoint | null>(null);
  readonly #aim = signal(CENTRE);
  readonly #pointer = signal<SlidePoint | null>(null);
  readonly #drawing = signal<readonly Line[]>([]);
  /** The name of the line that is drawn now. */
  #line = '';
  #lines = 0;
  /** Points of the line that were not sent yet. */
  #unsent: SlidePoint[] = [];
  #isPressed = false;
  #timer: ReturnType<typeof setInterval> | undefined;
  #toldAt = 0;
  #told: SlidePoint | null = null;

  constructor(readonly session: Pick<ConsoleSession, 'control' | 'snapshot'>) {
    let slide = '';
    session.snapshot.subscribe((snapshot) => {
      const next = slideShown(snapshot);
      if (next !== slide) this.#forget();
      slide = next;
    });
  }

  /** The effect of a press on the picture. */
  get use(): ReadonlySignal<'point' | 'draw' | 'zoom'> {
    return this.#use;
  }

  /** The place that the stage shows enlarged, or null. */
  get zoom(): ReadonlySignal<SlidePoint | null> {
    return this.#zoom;
  }

  /** The place of the part that keys choose, or null while none is chosen. */
  get aim(): SlidePoint | null {
    return this.#use.value === 'zoom' ? this.#aim.value : null;
  }

  /** True while presses do something else than point, or the stage shows a part of the slide. */
  get isBusy(): boolean {
    return this.#use.value !== 'point' || this.#zoom.value !== null;
  }

  get pointer(): ReadonlySignal<SlidePoint | null> {
    return this.#pointer;
  }

  get drawing(): ReadonlySignal<readonly Line[]> {
    return this.#drawing;
  }

  toggleDrawing(): void {
    this.#use.value = this.#use.value === 'draw' ? 'point' : 'draw';
  }

  /** Lets the next press enlarge its place; shows the whole slide again where that is done. */
  toggleZoom(): void {
    if (this.#zoom.value !== null) return this.#zoomTo(null);
    this.#aim.value = CENTRE;
    this.#use.value = this.#use.value === 'zoom' ? 'point' : 'zoom';
  }

  /** Moves the part that keys choose, within the slide. */
  moveAim(by: SlidePoint): void {
    const { x, y } = this.#aim.value;
    this.#aim.value = { x: within(x + by.x), y: within(y + by.y) };
  }

  /** Enlarges the part that keys chose. */
  takeAim(): void {
    this.press(this.#aim.value);
  }

  /** Ends drawing or choosing; else shows the whole slide again. */
  leave(): void {
    if (this.#use.value !== 'point') this.#use.value = 'point';
    else if (this.#zoom.value !== null) this.#zoomTo(null);
  }

  erase(): void {
    this.#drawing.value = [];
    void this.session.control('stage:erase', {});
  }

  press(at: SlidePoint): void {
    if (this.#use.value === 'zoom') {
      this.#use.value = 'point';
      this.#zoomTo(at);
      return;
    }
    this.#isPressed = true;
    this.#lines += 1;
    this.#line = `${this.#lines}-${crypto.getRandomValues(new Uint32Array(1)).join('')}`;
    this.move(at);
    this.#send();
    this.#timer = setInterval(() => this.#send(), BETWEEN_SENDS_MS);
  }

  move(at: SlidePoint): void {
    if (!this.#isPressed) return;
    if (this.#use.value !== 'draw') {
      this.#pointer.value = at;
      return;
    }
    this.#unsent.push(at);
    this.#drawing.value = withPart(this.#drawing.value, { line: this.#line, points: [at] });
  }

  release(): void {
    this.#isPressed = false;
    clearInterval(this.#timer);
    this.#send();
    if (this.#pointer.value === null) return;
    this.#pointer.value = null;
    this.#told = null;
    void this.session.control('stage:point', { at: null });
  }

  #zoomTo(at: SlidePoint | null): void {
    this.#zoom.value = at;
    void this.session.control('stage:zoom', { at });
  }

  /** The stage forgets by itself what belongs to a slide. */
  #forget(): void {
    this.#drawing.value = [];
    this.#zoom.value = null;
  }

  #send(): void {
    while (this.#unsent.length > 0) {
      const points = this.#unsent.splice(0, MOST_POINTS);
      void this.session.control('stage:draw', { line: this.#line, points });
    }
    const at = this.#pointer.value;
    const now = performance.now();
    if (at === null || (at === this.#told && now - this.#toldAt < REPEATED_MS)) return;
    this.#told = at;
    this.#toldAt = now;
    void this.session.control('stage:point', { at });
  }
}

function within(fraction: number): number {
  return Math.min(1, Math.max(0, fraction));
}
