import type { ComponentChildren } from 'preact';
import type { QuizCorrectAnswer } from '../quiz.ts';
import '../quiz.css';
import { OwnText } from '../../../ui/own-text.tsx';

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
