import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { partialAnswers, nextUnanswered, withAnswer } from '../../lib/stepwise-answers.ts';
import { Overview, Paging, useFocusOnMove } from '../../ui/paging/paging.tsx';
import { usePagePause } from '../../ui/paging/use-page-pause.ts';
import type { PhoneViewProps } from '../views.ts';
import { Levels } from './parts/levels.phone.tsx';
import { onScale, ratingLabel } from './labels.ts';
import './rating.css';
import type { Rating, RatingAnswer, RatingContent, RatingShown } from './content.ts';
import { OwnText } from '../../ui/own-text.tsx';

type Props = PhoneViewProps<RatingContent, RatingAnswer, RatingShown>;

/** One row at a time; each tap gives all ratings so far and moves on to the next row. */
export default function RatingPhone(props: Props): ComponentChildren {
  const { labelledBy, content, answer, open, tally, give } = props;
  const ratings = partialAnswers(content.rows, answer?.ratings);
  const rate = (row: number, rating: Rating): readonly Rating[] => {
    const changed = withAnswer(ratings, row, rating);
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
        answer !== null && <Ratings labelledBy={labelledBy} content={content} ratings={ratings} />
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
  const [place, setPlace] = useState(() => nextUnanswered(ratings, -1));
  const [pause, beginPause] = usePagePause();
  const name = useId();
  const heading = useFocusOnMove<HTMLParagraphElement>(place);
  const row = place === null ? undefined : content.rows[place];
  if (place === null || row === undefined) {
    return (
      <>
        <p class="page-heading" id={name} tabIndex={-1} ref={heading} lang="en">
          Your ratings
        </p>
        <Ratings labelledBy={name} content={content} ratings={ratings} onChange={setPlace} />
      </>
    );
  }
  const last = place === content.rows.length - 1;
  return (
    <>
      <p class="page-heading" id={name} tabIndex={-1} ref={heading}>
        <span class="choice-note" lang="en">
          {place + 1} of {content.rows.length}
        </span>{' '}
        <OwnText>{row.label}</OwnText>
      </p>
      {row.ask !== '' && (
        <p>
          <OwnText>{row.ask}</OwnText>
        </p>
      )}
      <Levels
        // A new row is a new set of buttons: none may keep the focus or the look of the last one.
        key={place}
        labelledBy={name}
        content={content}
        row={row}
        rating={ratings[place] ?? null}
        pause={pause}
        onRate={(rating) => {
          setPlace(nextUnanswered(rate(place, rating), place));
          beginPause();
        }}
      />
      <Paging
        place={place}
        onwards={{
          to: last ? null : place + 1,
          name: last ? 'All ratings' : 'Next',
          quiet: true,
        }}
        onMove={setPlace}
      />
    </>
  );
}

interface RatingsProps {
  readonly labelledBy: string;
  readonly content: RatingContent;
  readonly ratings: readonly Rating[];
  /** Goes to a row; left out where the question is closed. */
  readonly onChange?: (row: number) => void;
}

function Ratings({ labelledBy, content, ratings, onChange }: RatingsProps): ComponentChildren {
  const pages = content.rows.map((row, index) => {
    const rating = ratings[index] ?? null;
    const entry = (
      <>
        <span class="rating-label">
          <OwnText>{row.label}</OwnText>
        </span>
        <span class="choice-note">
          <bdi>{ratingLabel(content, row, rating)}</bdi>
        </span>
      </>
    );
    return { name: row.label, answered: rating !== null, entry };
  });
  return <Overview labelledBy={labelledBy} pages={pages} answer="Rate" onChange={onChange} />;
}

interface RoomProps {
  readonly content: RatingContent;
  readonly tally: NonNullable<RatingShown>;
}

function Room({ content, tally }: RoomProps): ComponentChildren {
  return (
    <div class="rating-room">
      <p class="choice-note" lang="en">
        The room’s middle answers
      </p>
      <ul class="entries">
        {content.rows.map(({ label }, index) => {
          const median = tally.rows[index]?.spread.median;
          return (
            <li key={label}>
              <span class="entry rating-label">
                <OwnText>{label || 'All answers'}</OwnText>
              </span>
              <span class="rating-median" lang="en">
                {median === undefined ? 'not enough answers yet' : onScale(content, median)}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
