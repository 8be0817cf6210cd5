import type { ConsoleDeck, ConsoleSnapshot } from '../../session/views.ts';
import { OwnText } from '../../ui/own-text.tsx';
import type { Chapter } from './chapters.ts';
import { LazyPreview } from '../../presenting/lazy-preview.tsx';
import { questionMark } from './question-mark.ts';
import { shownOn } from '../../presenting/shown-on.ts';
import { slideName } from '../../presenting/slide-name.ts';

interface Props {
  readonly chapter: Chapter;
  readonly deck: ConsoleDeck;
  readonly snapshot: ConsoleSnapshot;
  /** The index of the slide on the stage. */
  readonly present: number;
  /** The index that Enter leads to, or null. */
  readonly selected: number | null;
  /** The indices of the slides to show. */
  readonly found: readonly number[];
  readonly listId: string;
  readonly onGo: (index: number) => void;
}

/** A chapter of the overview. Slides that do not fit the search are hidden, and keep their pictures. */
export function OverviewChapter({ chapter, ...props }: Props) {
  const { title, from, to } = chapter;
  const headingId = `${props.listId}-chapter-${from}`;
  const indices = Array.from({ length: to - from }, (_, place) => from + place);
  return (
    <div
      role="group"
      class="overview-chapter"
      aria-labelledby={headingId}
      hidden={!indices.some((index) => props.found.includes(index))}
    >
      <p class="overview-chapter-title" id={headingId} role="presentation">
        {title !== '' && (
          <b lang={props.snapshot.lang}>
            <OwnText>{title}</OwnText>
          </b>
        )}
        <span>{from + 1 === to ? `Slide ${to}` : `Slides ${from + 1}–${to}`}</span>
      </p>
      {indices.map((index) => (
        <OverviewSlide key={index} index={index} {...props} />
      ))}
    </div>
  );
}

function OverviewSlide({ index, ...props }: Omit<Props, 'chapter'> & { index: number }) {
  const { deck, snapshot, present, selected, found, listId, onGo } = props;
  const slide = deck.slides[index];
  if (slide === undefined) return null;
  const activity = snapshot.activities.find(({ id }) => id === slide.activity) ?? null;
  return (
    // Its keys are those of the field that controls the list.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={`${listId}-${index}`}
      role="option"
      tabIndex={-1}
      data-index={index}
      class="overview-slide"
      aria-selected={index === selected}
      hidden={!found.includes(index)}
      onClick={() => onGo(index)}
    >
      <LazyPreview
        slide={slide}
        activity={shownOn(slide, snapshot)}
        mode={snapshot.mode}
        theme={deck.theme}
      />
      <p class="overview-name">
        <span class="overview-number">{index + 1}</span>{' '}
        <span lang={snapshot.lang}>
          <OwnText>{slideName(slide, snapshot)}</OwnText>
        </span>{' '}
        {activity !== null && (
          <b class={`overview-mark phase phase-${activity.phase}`}>
            {questionMark(activity, snapshot.ended)}
          </b>
        )}{' '}
        {index === present && <b class="overview-mark overview-present">On stage</b>}
      </p>
    </div>
  );
}
