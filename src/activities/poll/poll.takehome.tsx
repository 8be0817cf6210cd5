import type { ComponentChildren } from 'preact';
import { formatAnswerCount } from '../../ui/format-answer-count.ts';
import type { TakeHomeViewProps } from '../views.ts';
import type { PollAnswer, PollContent, PollShown } from './poll.ts';
import { formatRoomChoices } from './room-labels.ts';
import { OwnText } from '../../ui/own-text.tsx';

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
          <span lang="en">The room, {formatAnswerCount(tally.answers)}:</span>{' '}
          {formatRoomChoices(content, tally)}
        </p>
      )}
    </>
  );
}
