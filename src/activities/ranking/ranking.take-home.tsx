import { Fragment, type ComponentChildren } from 'preact';
import { formatAnswerCount } from '../../ui/format-answer-count.ts';
import { LabelledText } from '../../ui/labelled-text.tsx';
import { OwnText } from '../../ui/own-text.tsx';
import type { TakeHomeViewProps } from '../views.ts';
import type { RankingAnswer, RankingContent, RankingShown } from './content.ts';
import { standings } from './standings.ts';

type Props = TakeHomeViewProps<RankingContent, RankingAnswer, RankingShown>;

/** The attendee's order, and a sentence with the room's. */
export default function RankingTakeHome({ content, answer, tally }: Props): ComponentChildren {
  return (
    <>
      <ol class="take-home-answer">
        {answer.order.map((option, at) => (
          <li key={option}>
            {`${at + 1}.\u00a0`}
            <OwnText>{content.options[option] ?? ''}</OwnText>
          </li>
        ))}
      </ol>
      {tally !== null && (
        <p class="take-home-note">
          <LabelledText label={`The room, ${formatAnswerCount(tally.answers)}:`}>
            {standings(content, tally).map(({ option, place, text }, index) => (
              <Fragment key={option}>
                {index > 0 && '\u00a0· '}
                {`${place}.\u00a0`}
                <OwnText>{text}</OwnText>
              </Fragment>
            ))}
          </LabelledText>
        </p>
      )}
    </>
  );
}
