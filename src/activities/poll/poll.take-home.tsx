import { Fragment, type ComponentChildren } from 'preact';
import { formatAnswerCount } from '../../ui/format-answer-count.ts';
import type { TakeHomeViewProps } from '../views.ts';
import type { PollAnswer, PollContent, PollShown } from './poll.ts';
import { chosenBars } from './bars.ts';
import { OwnText } from '../../ui/own-text.tsx';
import { LabelledText } from '../../ui/labelled-text.tsx';

type Props = TakeHomeViewProps<PollContent, PollAnswer, PollShown>;

/** The attendee's choices, and a sentence with the room's. */
export default function PollTakeHome({ content, answer, tally }: Props): ComponentChildren {
  const chosen = answer.choices.map((choice) => content.options[choice] ?? '');
  const own = answer.other === null ? [] : [`“${answer.other}”`];
  return (
    <>
      <ul class="take-home-answer">
        {[...chosen, ...own].map((choice) => (
          <li key={choice}>
            <OwnText>{choice}</OwnText>
          </li>
        ))}
      </ul>
      {tally !== null && (
        <p class="take-home-note">
          <LabelledText label={`The room, ${formatAnswerCount(tally.answers)}:`}>
            {chosenBars(content, tally).map(({ label, count }, index) => (
              <Fragment key={label}>
                {index > 0 && '\u00a0· '}
                <OwnText>{label}</OwnText>
                {`\u00a0${count}`}
              </Fragment>
            ))}
          </LabelledText>
        </p>
      )}
    </>
  );
}
