import type { ComponentChildren } from 'preact';
import { CheckMark, NearMark } from '../../../ui/marks.tsx';
import type { QuizCorrectAnswer } from '../quiz.ts';
import { verdictLabel } from '../labels.ts';
import '../quiz.css';

/** Whether one is right, in a word and a mark. */
export function Verdict({ right }: { right: boolean }): ComponentChildren {
  return (
    <span class={right ? 'quiz-verdict quiz-verdict-right' : 'quiz-verdict'} lang="en">
      {right ? <CheckMark /> : <NearMark />}
      {verdictLabel(right)}
    </span>
  );
}

/** Explanation it is so, and where that can be read, as far as the author says so. */
export function Explanation({
  correctAnswer,
}: {
  correctAnswer: QuizCorrectAnswer;
}): ComponentChildren {
  return (
    <>
      {correctAnswer.explain !== '' && <p class="quiz-explain">{correctAnswer.explain}</p>}
      {correctAnswer.source !== '' && (
        <p class="quiz-source">
          <cite>{correctAnswer.source}</cite>
        </p>
      )}
    </>
  );
}
