import { slideIndex } from '../../../deck/navigation.ts';
import { SlidePreview } from '../../../presenting/slide-preview.tsx';
import { shownOn } from '../../../presenting/shown-on.ts';
import { coverOf, StageCover } from '../../../presenting/stage-cover.tsx';
import type { Moment } from '../../../results/replay/moment.ts';
import { formatAnswerCount } from '../../../ui/format-answer-count.ts';

/** The stage at a moment, as the room saw it. */
export function StageThen({ moment: { deck, stage } }: { moment: Moment }) {
  const slide = deck.slides[slideIndex(deck, stage.position)];
  const activity = shownOn(slide, stage);
  const cover = coverOf(stage, slide);
  const isAsked = cover === null && activity !== null && activity.phase !== 'waiting';
  return (
    <section aria-label="The stage then">
      <p class="caption">
        {stageLabel({ deck, stage })}
        {isAsked && ` · ${formatAnswerCount(activity.answered)}`}
      </p>
      <div class="replay-picture" lang={stage.lang}>
        {/* A screen reader is told no more than the room saw. */}
        <div aria-hidden={stage.blanked || cover !== null ? 'true' : undefined}>
          {slide !== undefined && (
            <SlidePreview
              {...{ slide, activity }}
              board={stage.board}
              fragment={stage.position.f}
              mode={stage.mode}
              theme={deck.theme}
            />
          )}
        </div>
        {stage.blanked ? (
          <div class="replay-blank" />
        ) : (
          <StageCover {...{ snapshot: stage, slide }} />
        )}
      </div>
    </section>
  );
}

/** "Slide 7 of 20 · step 1 of 2", "Join screen", "Blank". */
function stageLabel({ deck, stage }: Pick<Moment, 'deck' | 'stage'>): string {
  if (stage.blanked) return 'Blank stage';
  const index = slideIndex(deck, stage.position);
  const slide = deck.slides[index];
  switch (coverOf(stage, slide)) {
    case 'join screen':
      return 'Join screen';
    case 'closing slide':
      return 'Closing slide';
    case 'a question from the room':
      return 'A question from the room';
    default: {
      const { fragments = 0 } = slide ?? {};
      const step = fragments === 0 ? '' : ` · step ${stage.position.f + 1} of ${fragments}`;
      return `Slide ${index + 1} of ${deck.slides.length}${step}`;
    }
  }
}
