import type { ComponentChildren, RefObject } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useFollowing } from '../../ui/use-following.ts';
import type { PhoneViewProps } from '../views.ts';
import { Levels } from './parts/levels.phone.tsx';
import type { Rating, RatingAnswer, RatingContent, RatingShown } from './rating.ts';
import { nextUnrated, ratingsOf, withRating } from './steps.ts';
import { figure, highest, ratingInWords } from './words.ts';
import './rating.css';

type Props = PhoneViewProps<RatingContent, RatingAnswer, RatingShown>;

/** One row at a time; each tap gives all ratings so far and moves on to the next row. */
export default function RatingPhone(props: Props): ComponentChildren {
  const { labelledBy, content, answer, open, tally, give } = props;
  const [ratings, setRatings] = useFollowing(answer, (given) => ratingsOf(content, given));
  const rate = (row: number, rating: Rating): readonly Rating[] => {
    const changed = withRating(ratings, row, rating);
    setRatings(changed);
    give({ ratings: changed });
    return changed;
  };
  const [only, ...others] = content.rows;
  return (
    <div class="rating">
      {only !== undefined && others.length === 0 ? (
        <Levels
          labelledBy={labelledBy}
          content={content}
          row={only}
          rating={ratings[0] ?? null}
          onRate={open ? (rating) => rate(0, rating) : undefined}
        />
      ) : open ? (
        <Paged content={content} ratings={ratings} rate={rate} />
      ) : (
        <Overview labelledBy={labelledBy} content={content} ratings={ratings} />
      )}
      {tally !== null && <Room content={content} tally={tally} />}
    </div>
  );
}

interface PagedProps {
  readonly content: RatingContent;
  readonly ratings: readonly Rating[];
  /** Gives one more rating; returns all of them. */
  rate(row: number, rating: Rating): readonly Rating[];
}

function Paged({ content, ratings, rate }: PagedProps): ComponentChildren {
  const [place, setPlace] = useState(() => nextUnrated(ratings, -1));
  const name = useId();
  const heading = useFocusOnMove(place);
  const row = place === null ? undefined : content.rows[place];
  if (place === null || row === undefined) {
    return (
      <>
        <p class="rating-heading" id={name} tabIndex={-1} ref={heading} lang="en">
          Your ratings
        </p>
        <Overview labelledBy={name} content={content} ratings={ratings} onChange={setPlace} />
      </>
    );
  }
  const last = place === content.rows.length - 1;
  return (
    <>
      <p class="rating-heading" id={name} tabIndex={-1} ref={heading}>
        <span class="rating-note" lang="en">
          {place + 1} of {content.rows.length}
        </span>{' '}
        {row.label}
      </p>
      {row.ask !== '' && <p>{row.ask}</p>}
      <Levels
        // A new row is a new set of buttons: none may keep the focus or the look of the last one.
        key={place}
        labelledBy={name}
        content={content}
        row={row}
        rating={ratings[place] ?? null}
        onRate={(rating) => setPlace(nextUnrated(rate(place, rating), place))}
      />
      <div class="rating-paging" lang="en">
        {place > 0 && (
          <button type="button" class="button button-quiet" onClick={() => setPlace(place - 1)}>
            Back
          </button>
        )}
        <button
          type="button"
          class="button button-quiet"
          onClick={() => setPlace(last ? null : place + 1)}
        >
          {last ? 'All ratings' : 'Next'}
        </button>
      </div>
    </>
  );
}

/** Moves the focus to what a page begins with, so that it is read out; not when the first appears. */
function useFocusOnMove(place: number | null): RefObject<HTMLParagraphElement | null> {
  const heading = useRef<HTMLParagraphElement>(null);
  const shown = useRef(place);
  useLayoutEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    heading.current?.focus();
  }, [place]);
  return heading;
}

interface OverviewProps {
  readonly labelledBy: string;
  readonly content: RatingContent;
  readonly ratings: readonly Rating[];
  /** Goes to a row; left out where the question is closed. */
  readonly onChange?: (row: number) => void;
}

function Overview({ labelledBy, content, ratings, onChange }: OverviewProps): ComponentChildren {
  return (
    <ul class="rating-list" aria-labelledby={labelledBy}>
      {content.rows.map((row, index) => {
        const rating = ratings[index] ?? null;
        return (
          <li key={row.label}>
            <span class="rating-entry">
              <span class="rating-label">{row.label}</span>
              <span class="rating-note">{ratingInWords(content, row, rating)}</span>
            </span>
            {onChange !== undefined && (
              <button type="button" class="button" onClick={() => onChange(index)}>
                {rating === null ? 'Rate' : 'Change'}
                <span class="visually-hidden"> {row.label}</span>
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface RoomProps {
  readonly content: RatingContent;
  readonly tally: NonNullable<RatingShown>;
}

function Room({ content, tally }: RoomProps): ComponentChildren {
  const top = highest(content);
  return (
    <div class="rating-room">
      <p class="rating-note" lang="en">
        The room’s medians
      </p>
      <ul class="rating-list">
        {content.rows.map(({ label }, index) => {
          const median = tally.rows[index]?.spread.median;
          return (
            <li key={label}>
              <span class="rating-entry rating-label">{label || 'All answers'}</span>
              <span class="rating-median" lang="en">
                {median === undefined ? 'too few answers yet' : `${figure(median)} of ${top}`}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
