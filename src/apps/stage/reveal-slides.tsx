import { effect, type ReadonlySignal } from '@preact/signals';
import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import Reveal, { type RevealApi } from 'reveal.js';
import type { StageSession } from '../../client/sessions/presenting-session.ts';
import type { Position } from '../../deck/deck.ts';
import type { StageDeck, StageSlide, StageSnapshot } from '../../session/views.ts';
import { ActivityFrame } from '../../presenting/activity-frame.tsx';
import { BoardOnSlide, boardPlace } from '../../presenting/board/board-on-slide.tsx';
import { showCodeFocus } from '../../presenting/code-view.ts';
import { redrawDiagrams } from '../../presenting/diagrams.ts';
import { shownOn } from '../../presenting/shown-on.ts';
import { followLink } from '../../presenting/follow-link.ts';
import { allowAutoAnimations } from './auto-animation.ts';
import { markInk, unmarkInk } from '../../presenting/background-ink.ts';
import { useDeckStyle } from '../../presenting/use-deck-style.ts';
import { fillSection, questionPlace } from '../../presenting/slide-section.ts';
import { isMotionReduced } from '../../ui/motion.ts';
import { directionOf, type Direction } from '../../lib/text-direction.ts';

/** The size of a slide in CSS pixels; reveal.js scales it to the projector. */
const SLIDE_SIZE = { width: 1920, height: 1080 };

interface Props {
  readonly session: StageSession;
  /** Called with the position to which a link on a slide leads. Does not change. */
  readonly onLink: (position: Position) => void;
}

/** The slides, drawn by reveal.js, which owns the DOM below this element. */
export function RevealSlides({ session, onLink }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const show = useRef<SlideShow | null>(null);
  useDeckStyle(session.deck.value?.style);
  useEffect(() => {
    if (place.current === null) return;
    const slides = new SlideShow(place.current, session.snapshot, onLink);
    show.current = slides;
    const stop = effect(() => {
      const deck = session.deck.value;
      const snapshot = session.snapshot.value;
      if (deck === null || snapshot === null || deck.hash !== snapshot.deck) return;
      slides.update(deck, snapshot);
    });
    return () => {
      stop();
      slides.destroy();
    };
  }, [session, onLink]);
  useEffect(() => show.current?.takeMode(), [session.snapshot.value?.mode]);
  return <div class="reveal" ref={place} />;
}

/** Keeps reveal.js at the session's position. */
class SlideShow {
  readonly #slides: HTMLElement;
  #reveal: RevealApi | null = null;
  #animated = (move: () => void): void => move();
  #ready = false;
  #shown: { deck: StageDeck; sections: readonly HTMLElement[] } | null = null;
  #position: Position = { h: 0, v: 0, f: -1 };
  #direction: Direction = 'ltr';
  /** reveal.js lays slides out anew only with the window, and the foot takes room from them. */
  readonly #resized = new ResizeObserver(() => {
    if (this.#ready) this.#reveal?.layout();
  });
  /** The slide whose code is in view. */
  #withCode: HTMLElement | null = null;

  constructor(
    readonly place: HTMLElement,
    readonly snapshot: ReadonlySignal<StageSnapshot | null>,
    onLink: (position: Position) => void,
  ) {
    this.#slides = document.createElement('div');
    this.#slides.className = 'slides';
    place.append(this.#slides);
    this.#resized.observe(place);
    place.addEventListener('click', (event) => {
      followLink(event, this.#shown?.deck.slides ?? [], onLink);
    });
  }

  /** Shows a deck at the session's position. */
  update(deck: StageDeck, { position, lang }: StageSnapshot): void {
    this.#position = position;
    this.#direct(directionOf(lang));
    const isChanged = this.#shown?.deck.hash !== deck.hash;
    if (isChanged) this.#replaceDeck(deck);
    if (this.#reveal === null) this.#start();
    else if (this.#ready && (isChanged || !isAt(this.#reveal, position))) this.#move();
    if (this.#ready) this.#markInks();
  }

  /** Marks the slides that are shown now and next by what is behind them. */
  #markInks(): void {
    if (this.#shown === null) return;
    const { deck, sections } = this.#shown;
    const current = deck.slides.findIndex(
      ({ h, v }) => h === this.#position.h && v === this.#position.v,
    );
    for (const [index, slide] of deck.slides.entries()) {
      const section = sections[index];
      if (section === undefined || Math.abs(index - current) > MEASURED_AHEAD) continue;
      void markInk(section, slide.attributes);
    }
  }

  /** Draws anew what was drawn or measured in the page's mode before. */
  takeMode(): void {
    for (const section of this.#shown?.sections ?? []) unmarkInk(section);
    if (!this.#ready) return;
    this.#markInks();
    redrawDiagrams(this.place);
  }

  /** Sets the direction in which slides come in; their order is that of the session in both. */
  #direct(direction: Direction): void {
    if (this.#direction === direction) return;
    this.#direction = direction;
    if (this.#ready) this.#reveal?.configure({ rtl: direction === 'rtl' });
  }

  #restore(): void {
    if (this.#ready && this.#reveal !== null && !isAt(this.#reveal, this.#position)) this.#move();
  }

  #move(): void {
    const { h, v, f } = this.#position;
    this.#animated(() => this.#reveal?.slide(h, v, f));
    this.#showCode();
  }

  /** Brings the code of a slide into view when the slide is shown: later, people may scroll it. */
  #showCode(): void {
    const section = this.#reveal?.getCurrentSlide() ?? null;
    if (section === null || section === this.#withCode) return;
    this.#withCode = section;
    showCodeFocus(section);
  }

  destroy(): void {
    this.#resized.disconnect();
    for (const section of this.#shown?.sections ?? []) unmountParts(section);
    if (this.#ready) this.#reveal?.destroy();
    this.#slides.remove();
  }

  /** Refills edited slides in place; rebuilds all if slides were added, removed or moved. */
  #replaceDeck(deck: StageDeck): void {
    const before = this.#shown;
    const sections = before?.sections ?? [];
    if (before === null || !sameOutline(before.deck, deck)) {
      for (const section of sections) unmountParts(section);
      this.#shown = { deck, sections: buildSections(this.#slides, deck, this.#fill) };
      if (this.#ready) this.#reveal?.sync();
      return;
    }
    this.#shown = { deck, sections };
    for (const [index, slide] of deck.slides.entries()) {
      const section = sections[index];
      if (section === undefined || before.deck.slides[index]?.hash === slide.hash) continue;
      const states = [...section.classList].filter((name) => revealStates.has(name));
      this.#fill(section, slide);
      section.classList.add(...states);
      if (this.#ready) this.#reveal?.syncSlide(section);
    }
  }

  readonly #fill = (section: HTMLElement, slide: StageSlide): void => {
    unmountParts(section);
    if (section === this.#withCode) this.#withCode = null;
    fillSection(section, slide);
    const board = boardPlace(section);
    if (board !== null) render(<SlideBoard snapshot={this.snapshot} />, board);
    const place = questionPlace(section);
    if (place !== null) render(<Question slide={slide} snapshot={this.snapshot} />, place);
  };

  #start(): void {
    // Parameters in the address would override reveal.js's options.
    history.replaceState(null, '', location.pathname);
    this.#reveal = new Reveal(this.place, {
      ...SLIDE_SIZE,
      margin: 0,
      // The default would cut slides off on a phone.
      minScale: 0.05,
      center: false,
      controls: false,
      progress: false,
      slideNumber: false,
      hash: false,
      respondToHashChanges: false,
      keyboard: false,
      touch: false,
      rtl: this.#direction === 'rtl',
      overview: false,
      help: false,
      jumpToSlide: false,
      postMessage: false,
      postMessageEvents: false,
      transition: 'none',
      // Light ink on paper cannot be read while a dark ground fades in.
      backgroundTransition: 'none',
      // Not 0, by which the attributes of a deck would still start it.
      autoSlide: false,
      autoAnimate: !isMotionReduced(),
      // By default, reveal.js becomes a scrolling page below 435 px.
      scrollActivationWidth: 0,
    });
    this.#animated = allowAutoAnimations(this.#reveal);
    // Only the session moves the slides. Settings can miss one of reveal.js's own ways to move, and
    // so can a new version: it is taken back to the session's position, whatever moved it.
    for (const moved of ['slidechanged', 'fragmentshown', 'fragmenthidden']) {
      this.#reveal.on(moved, () => queueMicrotask(() => this.#restore()));
    }
    void this.#reveal.initialize().then(() => {
      this.#ready = true;
      // reveal.js sets the role "application", which keeps screen readers from browsing the slide.
      this.place.removeAttribute('role');
      this.#move();
      this.#markInks();
    });
  }
}

/** The pictures behind so many slides before and after are loaded and measured beforehand. */
const MEASURED_AHEAD = 2;

/** True if reveal.js is there already: `slide()` would restart the slide's GIFs and videos. */
function isAt(reveal: RevealApi, { h, v, f }: Position): boolean {
  const shown = reveal.getIndices();
  // A slide without fragments has no `f`.
  return shown.h === h && shown.v === v && (shown.f ?? -1) === f;
}

/** Classes that reveal.js sets on sections by their position. */
const revealStates = new Set(['past', 'present', 'future']);

function Question(props: { slide: StageSlide; snapshot: ReadonlySignal<StageSnapshot | null> }) {
  const snapshot = props.snapshot.value;
  const activity = snapshot === null ? null : shownOn(props.slide, snapshot);
  return activity === null ? null : <ActivityFrame activity={activity} />;
}

function SlideBoard({ snapshot }: { snapshot: ReadonlySignal<StageSnapshot | null> }) {
  return <BoardOnSlide board={snapshot.value?.board ?? null} />;
}

/** Unmounts the question and the board of a slide. */
function unmountParts(section: HTMLElement): void {
  for (const place of [questionPlace(section), boardPlace(section)]) {
    if (place !== null) render(null, place);
  }
}

function sameOutline(before: StageDeck, after: StageDeck): boolean {
  return (
    before.slides.length === after.slides.length &&
    before.slides.every(({ h, v }, index) => {
      const slide = after.slides[index];
      return slide?.h === h && slide.v === v;
    })
  );
}

/** Builds a section for each slide; those of one column lie within another section. */
function buildSections(
  slides: HTMLElement,
  deck: StageDeck,
  fill: (section: HTMLElement, slide: StageSlide) => void,
): HTMLElement[] {
  slides.replaceChildren();
  const columns = new Map<number, HTMLElement>();
  return deck.slides.map((slide) => {
    const section = document.createElement('section');
    fill(section, slide);
    const isColumn = deck.slides.some(({ h, v }) => h === slide.h && v > 0);
    if (!isColumn) {
      slides.append(section);
      return section;
    }
    const column = columns.get(slide.h) ?? slides.appendChild(document.createElement('section'));
    columns.set(slide.h, column);
    column.append(section);
    return section;
  });
}
