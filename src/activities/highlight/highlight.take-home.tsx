import type { ComponentChildren } from 'preact';
import { sameIndices } from '../../lib/indices.ts';
import { Verdict } from '../../ui/verdict.tsx';
import type { TakeHomeViewProps } from '../views.ts';
import type {
  HighlightAnswer,
  HighlightCorrectAnswer,
  HighlightPrompt,
  HighlightShown,
} from './content.ts';
import { Tapped } from './parts/tapped.phone.tsx';

type Props = TakeHomeViewProps<
  HighlightPrompt,
  HighlightAnswer,
  HighlightShown,
  HighlightCorrectAnswer
>;

/** All lines, which one's own would mean little without; the room's and the correct ones marked. */
export default function HighlightTakeHome(props: Props): ComponentChildren {
  const { content, answer, tally, correctAnswer } = props;
  return (
    <>
      {correctAnswer !== null && (
        <p class="verdict-kept">
          <Verdict isRight={sameIndices(correctAnswer.right, answer.lines)} />
        </p>
      )}
      <Tapped {...{ content, answer, tally, correctAnswer }} />
    </>
  );
}
