import { useEffect, useRef } from 'preact/hooks';
import type { DeckPreview, PreviewSlide } from '../../protocol/deck-editing.ts';
import { LazyPreview } from '../../presenting/lazy-preview.tsx';
import { slideName } from '../../presenting/slide-name.ts';
import { SlidePreview } from '../../presenting/slide-preview.tsx';
import { fillHtml } from '../../presenting/slide-section.ts';
import { OwnText } from '../../ui/own-text.tsx';

interface Props {
  readonly preview: DeckPreview;
  /** The index of the slide with the cursor; -1 for none. */
  readonly current: number;
  readonly onSlide: (slide: PreviewSlide) => void;
}

/** The slide with the cursor, its notes, and all slides as small pictures. */
export function SlidePane({ preview, current, onSlide }: Props) {
  const { slides, mode } = preview;
  const theme = preview.theme ?? undefined;
  const slide = slides[current];
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <section class="slide-pane" aria-label="Preview">
      {slide === undefined ? (
        <p class="caption">No slide yet. Write one, such as “# Welcome”.</p>
      ) : (
        <div class="present-slide" inert lang={preview.lang}>
          <SlidePreview
            {...{ slide, mode, theme }}
            fragment={slide.fragments - 1}
            activity={slide.question}
          />
        </div>
      )}
      {slide !== undefined && (
        <p class="caption">
          Slide {current + 1} of {slides.length}
        </p>
      )}
      {slide !== undefined && slide.notes !== '' && (
        <SlideNotes html={slide.notes} lang={preview.lang} />
      )}
      <ol class="slide-list" aria-label="Slides" ref={list}>
        {slides.map((one, index) => (
          <li key={index}>
            <button
              type="button"
              class="slide-button"
              aria-current={index === current}
              onClick={() => onSlide(one)}
            >
              <LazyPreview slide={one} activity={one.question} mode={mode} theme={theme} />
              <span class="slide-name">
                <span class="visually-hidden">Slide </span>
                {index + 1} <OwnText>{nameOf(one)}</OwnText>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function SlideNotes({ html, lang }: { html: string; lang: string }) {
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (text.current !== null) fillHtml(text.current, html);
  }, [html]);
  return (
    <details class="slide-notes">
      <summary>Notes</summary>
      <div
        role="group"
        aria-label="Notes"
        // It scrolls by itself, so it has to be in reach of the keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        lang={lang}
        ref={text}
      />
    </details>
  );
}

function nameOf(slide: PreviewSlide): string {
  return slideName(slide, { activities: slide.question === null ? [] : [slide.question] });
}
