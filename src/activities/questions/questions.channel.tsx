import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { OwnText } from '../../ui/own-text.tsx';
import type { ChannelViewProps } from '../channel-views.ts';
import type { QuestionsAnswer, QuestionsContent } from './content.ts';
import { ownQuestions, type OwnQuestion } from './own-questions.ts';
import { AskForm } from './parts/ask-form.tsx';
import { RoomList } from './parts/room-list.tsx';
import type { RoomQuestions } from './tally.ts';
import './questions.css';

type Props = ChannelViewProps<QuestionsContent, QuestionsAnswer, RoomQuestions>;

const NOTHING: QuestionsAnswer = { asked: [], votes: [] };

/** Asking a question, one's own questions, and those of the room with votes; folded at first. */
export default function QuestionsChannel(props: Props): ComponentChildren {
  const { tally, isOnStage, follow, give, draft, recorded } = props;
  const answer = props.answer ?? NOTHING;
  const [unfolded, setUnfolded] = useState(isOnStage);
  const wasOnStage = useRef(isOnStage);
  useEffect(() => {
    // It folds with its slide, unless something is typed in it.
    if (isOnStage) setUnfolded(true);
    else if (wasOnStage.current && draft === null) setUnfolded(false);
    wasOnStage.current = isOnStage;
  }, [isOnStage]);
  useEffect(() => follow(unfolded), [unfolded]);
  const own = ownQuestions(answer.asked, tally);
  const vote = (key: string): void => {
    const votes = answer.votes.includes(key)
      ? answer.votes.filter((one) => one !== key)
      : [...answer.votes, key];
    give({ ...answer, votes });
  };
  const takeBack = (text: string): void =>
    give({ ...answer, asked: answer.asked.filter((one) => one !== text) });
  return (
    <details
      class="questions"
      open={unfolded}
      onToggle={(event) => setUnfolded(event.currentTarget.open)}
    >
      <summary lang="en">Ask the presenter</summary>
      <AskForm {...props} answer={answer} open={own.filter(({ is }) => is !== 'answered').length} />
      <OwnList
        own={own}
        recorded={recorded?.asked ?? []}
        isKnown={tally !== null}
        onTakeBack={takeBack}
      />
      {tally !== null && (
        <RoomList
          words={tally.words}
          voted={answer.votes}
          own={own.flatMap(({ key }) => key ?? [])}
          onVote={vote}
        />
      )}
    </details>
  );
}

interface OwnListProps {
  readonly own: readonly OwnQuestion[];
  /** The questions that the server has. */
  readonly recorded: readonly string[];
  /** true once the room's questions have come. */
  readonly isKnown: boolean;
  readonly onTakeBack: (text: string) => void;
}

/** One's own questions. An answered one stays. */
function OwnList({ own, recorded, isKnown, onTakeBack }: OwnListProps): ComponentChildren {
  if (own.length === 0) return null;
  return (
    <section aria-label="Your questions" lang="en">
      <h3>Your questions</h3>
      <ul class="questions-list">
        {own.map(({ text, is }) => (
          <li key={text}>
            <p class="questions-text">
              <OwnText>{text}</OwnText>
              <span class="caption">
                {recorded.includes(text) ? isKnown && STATES[is] : 'Not sent yet'}
              </span>
            </p>
            {is !== 'answered' && (
              <button type="button" class="button button-small" onClick={() => onTakeBack(text)}>
                Take back<span class="visually-hidden">: {text}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const STATES: Readonly<Record<OwnQuestion['is'], string>> = {
  waiting: 'The presenter has it',
  shown: 'The room can vote for it',
  answered: 'Answered',
};
