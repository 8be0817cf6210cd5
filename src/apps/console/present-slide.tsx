import type { ComponentChildren } from 'preact';
import type { ConsoleDeck, ConsoleSnapshot } from '../../session/views.ts';
import { shownOn } from '../../presenting/shown-on.ts';
import { SlidePreview } from '../../presenting/slide-preview.tsx';
import { coverOf, StageCover } from '../../presenting/stage-cover.tsx';
import { formatMinutes } from '../../presenting/pace.ts';
import type { StagePen } from './stage-pen.ts';
import { StagePicture } from './stage-picture.tsx';

interface Props {
  readonly deck: ConsoleDeck;
  readonly snapshot: ConsoleSnapshot;
  /** The present slide's index in the deck. */
  readonly index: number;
  readonly pen: StagePen;
  /** Buttons for what the stage shows. */
  readonly children: ComponentChildren;
}

/** The slide on the stage, as the room sees it, with its number, its step and its tools. */
export function PresentSlide({ deck, snapshot, index, pen, children }: Props) {
  const slide = deck.slides[index];
  const activity = shownOn(slide, snapshot);
  const cover = coverOf(snapshot, slide);
  return (
    <section class="now" aria-label="On stage now">
      <div class="console-caption" lang="en">
        <h2 class="caption">
          {cover === null ? `Slide ${index + 1} of ${deck.slides.length}` : `On stage: ${cover}`}
          {cover === null && slide !== undefined && (
            <span class="caption-more">
              {stepLabel(slide, snapshot)}
              {plannedTimeLabel(slide)}
            </span>
          )}
        </h2>
        <div class="slide-tools" role="group" aria-label="Slide tools">
          {children}
        </div>
      </div>
      <div class="now-picture" data-blanked={snapshot.blanked}>
        {slide !== undefined && (
          <StagePicture pen={pen}>
            <SlidePreview
              {...{ slide, activity }}
              board={snapshot.board}
              fragment={snapshot.position.f}
              mode={snapshot.mode}
              theme={deck.theme}
            />
          </StagePicture>
        )}
        <StageCover {...{ snapshot, slide }} />
      </div>
    </section>
  );
}

type ConsoleSlide = ConsoleDeck['slides'][number];

function stepLabel({ fragments }: ConsoleSlide, { position }: ConsoleSnapshot): string {
  return fragments === 0 ? '' : ` · step ${position.f + 1} of ${fragments}`;
}

function plannedTimeLabel({ minutes }: ConsoleSlide): string {
  return minutes === null ? '' : ` · planned for ${formatMinutes(minutes)} min`;
}
