import type { ComponentChildren } from 'preact';
import { Radar } from '../../ui/charts/radar.tsx';
import type { TakeHomeViewProps } from '../views.ts';
import { nextStepsFor } from './lowest.ts';
import { figure, highest, meaning, ownLowestRowsLabel, ratingLabel } from './labels.ts';
import '../../ui/charts/charts.css';
import './rating.take-home.css';
import type { Rating, RatingAnswer, RatingContent, RatingShown } from './content.ts';
import { OwnText } from '../../ui/own-text.tsx';
import { LabelledText } from '../../ui/labelled-text.tsx';
import { FEWEST_IN_SHAPE } from './shape.ts';

type Props = TakeHomeViewProps<RatingContent, RatingAnswer, RatingShown>;

/** The attendee's ratings beside the room's, the lowest of them, and next steps for these. */
export default function RatingTakeHome({ content, answer, tally }: Props): ComponentChildren {
  const [only, ...others] = content.rows;
  if (only !== undefined && others.length === 0) {
    const median = tally?.rows[0]?.spread.median;
    return (
      <>
        <p class="rating-own">
          <bdi>{ratingLabel(content, only, answer.ratings[0] ?? null)}</bdi>
        </p>
        {median !== undefined && <p lang="en">The room’s middle answer: {figure(median)}</p>}
      </>
    );
  }
  return (
    <>
      <Shape content={content} answer={answer} tally={tally} />
      <NextSteps content={content} answer={answer} />
      <Ratings content={content} answer={answer} tally={tally} />
    </>
  );
}

type Own = Pick<Props, 'content' | 'answer' | 'tally'>;

function Shape({ content, answer, tally }: Own): ComponentChildren {
  const axes = content.rows.flatMap(({ label }, index) => {
    const value = answer.ratings[index];
    const beside = tally?.rows[index]?.spread.median;
    if (typeof value !== 'number') return [];
    return [{ label, value, ...(beside === undefined ? {} : { beside }) }];
  });
  if (axes.length < FEWEST_IN_SHAPE) return null;
  return (
    <div class="rating-radar">
      <Radar
        axes={axes}
        from={content.from}
        to={highest(content)}
        sans="phone"
        names={{ value: 'you', beside: 'the room' }}
      />
    </div>
  );
}

function NextSteps({ content, answer }: Omit<Own, 'tally'>): ComponentChildren {
  const lowest = ownLowestRowsLabel(content, answer);
  const steps = nextStepsFor(content, answer);
  return (
    <>
      {lowest !== null && (
        <p class="rating-lowest-own" lang="en">
          {lowest}
        </p>
      )}
      {steps.length > 0 && (
        <ul class="rating-steps">
          {steps.map(({ about, step, see }) => (
            <li key={about}>
              <span class="rating-home-note">
                <LabelledText label="Next step for">
                  <OwnText>{about}</OwnText>
                </LabelledText>
              </span>
              <OwnText>{step}</OwnText>
              {see !== '' && (
                <span class="rating-home-note">
                  <LabelledText label="See">
                    <OwnText>{see}</OwnText>
                  </LabelledText>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** All that the radar draws, and more exactly. */
function Ratings({ content, answer, tally }: Own): ComponentChildren {
  return (
    <table class="rating-table">
      <thead>
        <tr lang="en">
          <th scope="col">
            <span class="visually-hidden">What was rated</span>
          </th>
          <th scope="col">You</th>
          {tally !== null && <th scope="col">The room</th>}
        </tr>
      </thead>
      <tbody>
        {content.rows.map((row, index) => {
          const rating = answer.ratings[index] ?? null;
          const median = tally?.rows[index]?.spread.median;
          return (
            <tr key={row.label}>
              <th scope="row">
                <OwnText>{row.label}</OwnText>
                {typeof rating === 'number' && (
                  <span class="rating-home-note">
                    <OwnText>{meaning(content, row, rating)}</OwnText>
                  </span>
                )}
              </th>
              <td lang="en">{inShort(rating)}</td>
              {tally !== null && (
                <td lang="en">{median === undefined ? 'too few' : figure(median)}</td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function inShort(rating: Rating): string {
  if (rating === null) return 'not rated';
  return rating === 'cannot-say' ? 'can’t say' : figure(rating);
}
