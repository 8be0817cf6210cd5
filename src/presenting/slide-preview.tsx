import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { DeckTheme, Mode } from '../deck/theme/theme.ts';
import type { StageActivityView, StageSlide } from '../session/views.ts';
import type { Board } from '../session/score-views.ts';
import { ActivityFrame } from './activity-frame.tsx';
import { BoardOnSlide, boardPlace } from './board/board-on-slide.tsx';
import { showCodeFocus } from './code-view.ts';
import { showFragments } from './fragment-steps.ts';
import { looksOf } from './deck-looks.ts';
import { paintBackground } from './slide-background.ts';
import { fillSection, loadLazyMedia, questionPlace } from './slide-section.ts';
import './slide-preview.css';

export interface SlidePreviewProps {
  readonly slide: StageSlide;
  /** The last fragment shown, -1 for none. */
  readonly fragment: number;
  /** The question on the slide, as the room sees it. */
  readonly activity: StageActivityView | null;
  /** The board that the room sees; left out for none. */
  readonly board?: Board | undefined;
  readonly mode: Mode;
  /** The theme of its deck. */
  readonly theme: DeckTheme | undefined;
}

const SLIDE_WIDTH = 1920;

/** A small picture of a slide: its own HTML in the slides' own style, without reveal.js. */
export function SlidePreview(props: SlidePreviewProps) {
  const { slide, fragment, activity, board, mode, theme } = props;
  const looks = looksOf(theme);
  const frame = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const section = useRef<HTMLElement>(null);
  useScale(frame);
  useEffect(() => {
    if (section.current === null || paper.current === null || picture.current === null) return;
    fillSection(section.current, slide);
    loadLazyMedia(section.current);
    section.current.classList.add('present');
    paintBackground(section.current, paper.current, picture.current, slide.attributes);
    showCodeFocus(section.current);
    // Diagrams, and ink on pictures that the paper shows through, are of one mode.
  }, [slide.hash, mode]);
  useEffect(() => {
    if (section.current !== null) showFragments(section.current, fragment);
  }, [slide.hash, mode, fragment]);
  useEffect(() => {
    const place = section.current === null ? null : questionPlace(section.current);
    if (place === null) return;
    render(activity === null ? null : <ActivityFrame activity={activity} />, place);
  }, [slide.hash, mode, activity]);
  useEffect(() => {
    const place = section.current === null ? null : boardPlace(section.current);
    if (place !== null) render(<BoardOnSlide board={board ?? null} />, place);
  }, [slide.hash, mode, board]);
  return (
    <div
      class={`slide-preview has-${mode}-background ${looks.class}`}
      style={looks.style}
      ref={frame}
    >
      <div class="reveal" ref={paper}>
        <div class="slide-preview-picture" ref={picture} />
        <div class="slides">
          <section ref={section} />
        </div>
      </div>
    </div>
  );
}

/** Keeps `--scale` at the ratio of the frame's width to a slide's. */
function useScale(frame: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      element.style.setProperty('--scale', String(element.clientWidth / SLIDE_WIDTH));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
}
