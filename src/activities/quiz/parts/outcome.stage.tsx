import type { ComponentChildren } from 'preact';
import type { QuizShown, QuizCorrectAnswer } from '../quiz.ts';
import { OwnText } from '../../../ui/own-text.tsx';

interface Props {
  readonly tally: QuizShown;
  readonly correctAnswer: QuizCorrectAnswer | null;
}

/** The number of answers; once revealed, of correct ones, with the explanation. */
export function Outcome({ tally, correctAnswer }: Props): ComponentChildren {
  return (
    <div class="quiz-outcome">
      {tally !== null && <Figure {...tally} />}
      {correctAnswer !== null && correctAnswer.explain !== '' && (
        <p class="quiz-explained">
          <OwnText>{correctAnswer.explain}</OwnText>
        </p>
      )}
      {correctAnswer !== null && correctAnswer.source !== '' && (
        <p class="quiz-sourced">
          <cite>
            <OwnText>{correctAnswer.source}</OwnText>
          </cite>
        </p>
      )}
    </div>
  );
}

function Figure({ answers, right }: NonNullable<QuizShown>): ComponentChildren {
  const figure = right ?? answers;
  return (
    <p class="quiz-figure" lang="en">
      <span class="quiz-figure-number" style={{ '--quiz-digits': String(figure).length }}>
        {figure}
      </span>{' '}
      {right !== null ? `of ${answers} correct` : answers === 1 ? 'answer' : 'answers'}
    </p>
  );
}
