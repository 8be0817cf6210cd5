import type { ComponentChildren } from 'preact';
import { Fragment } from 'preact';
import { LabelledText } from '../../ui/labelled-text.tsx';
import { OwnText } from '../../ui/own-text.tsx';
import { formatAnswerCount } from '../../ui/format-answer-count.ts';
import type { TakeHomeViewProps } from '../views.ts';
import type { WordCloudAnswer, WordCloudContent, WordCloudShown } from './content.ts';

type Props = TakeHomeViewProps<WordCloudContent, WordCloudAnswer, WordCloudShown>;

/** The attendee's own words, and the room's with their numbers. */
export default function WordCloudTakeHome({ answer, tally }: Props): ComponentChildren {
  return (
    <>
      <ul class="take-home-answer">
        {answer.words.map((word) => (
          <li key={word}>
            <OwnText>{word}</OwnText>
          </li>
        ))}
      </ul>
      {tally !== null && tally.words.length > 0 && (
        <p class="take-home-note">
          <LabelledText label={`The room, ${formatAnswerCount(tally.answers)}:`}>
            {tally.words.map(({ text, count }, index) => (
              <Fragment key={text}>
                {index > 0 && ' · '}
                <OwnText>{text}</OwnText>
                {count > 1 && `\u00a0${count}`}
              </Fragment>
            ))}
          </LabelledText>
        </p>
      )}
    </>
  );
}
