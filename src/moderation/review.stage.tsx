import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useHeldOrder } from './held-order.stage.tsx';
import { useMerging } from './merging.stage.tsx';
import type { ModerationWanted } from './moderation.ts';
import { useRestingRows } from './resting-rows.stage.tsx';
import { ReviewPart } from './review-part.stage.tsx';
import type { PresenterTexts, ReviewedWords } from './shown.ts';
import './review.stage.css';

interface Props {
  readonly texts: PresenterTexts;
  /** The options that a text may belong to. */
  readonly options?: readonly string[];
  /** Sends a decision; left out where nothing can be decided. */
  readonly control: ((control: ModerationWanted) => void) | undefined;
  /** More verbs, or marks, of a text that the room reads. */
  readonly verbs?: (key: string) => ComponentChildren;
  /** The question's own chart: below the texts where these can be approved, and else above. */
  readonly children?: ComponentChildren;
}

/** All texts: those that wait before those that the room reads, and last those that were put away. */
export function Review({
  texts,
  options = [],
  control,
  verbs,
  children,
}: Props): ComponentChildren {
  const { putAway = [], more } = texts;
  const box = useRef<HTMLDivElement>(null);
  const words = useHeldOrder(box, texts.words);
  useRestingRows(box);
  const merging = useMerging(box, words, control);
  const waiting = words.filter(({ approved }) => !approved);
  const shared = { options, control, merging, verbs };
  return (
    // The console gives it more room while somebody has to read.
    <div class="review" ref={box} data-needs-room={(control && waiting.length > 0) || undefined}>
      {control === undefined && children}
      <ReviewPart
        heading={control === undefined ? 'Not approved' : 'Waiting for approval'}
        words={waiting}
        {...shared}
      />
      <ReviewPart
        heading={throughHeading(words, control !== undefined)}
        words={words.filter(({ approved }) => approved)}
        {...shared}
      />
      {control !== undefined && children}
      {putAway.length > 0 && (
        <ReviewPart heading="Put away" words={putAway} isPutAway {...shared} />
      )}
      {more > 0 && (
        <p class="view-note" lang="en">
          {more} more answers are in the results.
        </p>
      )}
    </div>
  );
}

/** The heading of the room's texts: not all were approved where texts come through by themselves. */
function throughHeading(words: readonly ReviewedWords[], isLive: boolean): string {
  if (!words.some(({ byItself }) => byItself)) return 'Approved';
  return isLive ? 'On the stage' : 'Shown to the room';
}
