import type { ComponentChildren } from 'preact';
import { sameIndices } from '../../lib/indices.ts';
import type { TakeHomeViewProps } from '../views.ts';
import type {
  HighlightAnswer,
  HighlightCorrectAnswer,
  HighlightPrompt,
  HighlightShown,
} from './content.ts';
import { Tapped } from './parts/tapped.phone.tsx';
import { Verdict } from './parts/verdict.phone.tsx';

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
        <p class="highlight-kept-verdict">
          <Verdict isRight={sameIndices(correctAnswer.right, answer.lines)} />
        </p>
      )}
      <Tapped {...{ content, answer, tally, correctAnswer }} />
    </>
  );
}
