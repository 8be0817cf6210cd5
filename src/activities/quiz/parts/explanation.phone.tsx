import type { ComponentChildren } from 'preact';
import { CheckMark, NearMark } from '../../../ui/marks.tsx';
import type { QuizCorrectAnswer } from '../quiz.ts';
import { verdictLabel } from '../labels.ts';
import '../quiz.css';
import '../../../ui/cheer.css';
import { OwnText } from '../../../ui/own-text.tsx';

/** A label and a mark for a correct or a wrong answer. */
export function Verdict({ right }: { right: boolean }): ComponentChildren {
  return (
    <span class={right ? 'quiz-verdict quiz-verdict-right cheer' : 'quiz-verdict'} lang="en">
      {right ? <CheckMark /> : <NearMark />}
      {verdictLabel(right)}
    </span>
  );
}

/** The author's explanation and source, as far as given. */
export function Explanation({
  correctAnswer,
}: {
  correctAnswer: QuizCorrectAnswer;
}): ComponentChildren {
  return (
    <>
      {correctAnswer.explain !== '' && (
        <p class="quiz-explain">
          <OwnText>{correctAnswer.explain}</OwnText>
        </p>
      )}
      {correctAnswer.source !== '' && (
        <p class="quiz-source">
          <cite>
            <OwnText>{correctAnswer.source}</OwnText>
          </cite>
        </p>
      )}
    </>
  );
}
