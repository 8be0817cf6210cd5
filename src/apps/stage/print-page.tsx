import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { StageSession } from '../../client/sessions/presenting-session.ts';
import { diagramsDrawn } from '../../presenting/diagrams.ts';
import { shownOn } from '../../presenting/shown-on.ts';
import { SlidePreview, type SlidePreviewProps } from '../../presenting/slide-preview.tsx';
import { DeckLogoPicture } from '../../presenting/deck-logo.tsx';
import { useDeckFont } from '../../presenting/deck-looks.ts';
import { useDeckStyle } from '../../presenting/use-deck-style.ts';
import { useMode } from '../../presenting/use-mode.ts';
import { fitCodeOnPaper } from './code-on-paper.ts';
import { Notice, unavailableReason } from './notice.tsx';
import './print.css';
import { OwnText } from '../../ui/own-text.tsx';
import { useDirection } from '../../ui/use-direction.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';

async function printDrawn(slides: HTMLElement | null): Promise<void> {
  if (slides !== null) await diagramsDrawn(slides);
  print();
}

/** Makes code fit its page, once slides and fonts are there; for the element with the slides. */
function useFittedCode({ deck, snapshot }: StageSession): RefObject<HTMLElement | null> {
  const slides = useRef<HTMLElement>(null);
  useEffect(() => {
    void document.fonts.ready.then(() => {
      if (slides.current !== null) fitCodeOnPaper(slides.current);
    });
  }, [deck.value, snapshot.value === null]);
  return slides;
}

/**
 * The slides for paper: a page for each after its last step, with the session's results. Not by
 * reveal.js's print view: it writes style sheets, which the pages' policy forbids, and moves
 * elements that Preact has drawn.
 */
export function PrintPage({ session }: { session: StageSession }) {
  useEffect(() => {
    // Without this class, reveal.js's style sheet prints the slides as running text.
    document.documentElement.classList.add('print-pdf');
  }, []);
  // Paper is light, even if the stage is dark.
  useMode('light');
  useDeckStyle(session.deck.value?.style);
  useDeckFont(session.deck.value?.theme?.font);
  const slides = useFittedCode(session);
  const unavailable = unavailableReason(session);
  const deck = session.deck.value;
  const snapshot = session.snapshot.value;
  useDirection(snapshot?.lang);
  usePageTitle('', snapshot?.title);
  if (unavailable !== null) return <Notice text={unavailable} />;
  if (deck === null || snapshot === null) return <Notice text="Connecting…" />;
  // A stage without the key receives each slide only when it is shown.
  const printed = deck.slides.filter(({ hash }) => hash !== '');
  const isComplete = printed.length === deck.slides.length;
  return (
    <div class="print">
      <header class="print-head" lang="en">
        <h1 lang={snapshot.lang}>
          <OwnText>{snapshot.title}</OwnText>
        </h1>
        <p>
          {isComplete
            ? `All ${printed.length} slides, one per page`
            : `The slides shown so far, ${printed.length} of ${deck.slides.length}, one per page`}
          , with the current results. To save a file, choose “Save as PDF” as the printer.
        </p>
        {!isComplete && (
          <p>
            To print all slides, <a href="/present">sign in</a> in this browser.
          </p>
        )}
        <button
          type="button"
          class="button button-primary"
          onClick={() => void printDrawn(slides.current)}
        >
          Print
        </button>
      </header>
      <main lang={snapshot.lang} ref={slides}>
        {printed.map((slide) => (
          <PrintedSlide
            key={`${slide.h}/${slide.v}`}
            slide={slide}
            activity={shownOn(slide, snapshot)}
            board={snapshot.board}
            theme={deck.theme}
          />
        ))}
      </main>
    </div>
  );
}

type PrintedSlideProps = Pick<SlidePreviewProps, 'slide' | 'activity' | 'board' | 'theme'>;

/** A page with a slide after its last step, in the light mode. */
function PrintedSlide({ slide, activity, board, theme }: PrintedSlideProps) {
  return (
    <div class="print-page">
      <SlidePreview
        {...{ slide, activity, board, theme }}
        fragment={slide.fragments - 1}
        mode="light"
      />
      {theme?.logo !== undefined && (
        <div class="print-logo">
          <DeckLogoPicture logo={theme.logo} ground="light" />
        </div>
      )}
    </div>
  );
}
