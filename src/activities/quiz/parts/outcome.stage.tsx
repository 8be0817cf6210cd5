import type { ComponentChildren } from 'preact';
import type { QuizShown, QuizSolution } from '../quiz.ts';

interface Props {
  readonly tally: QuizShown;
  readonly solution: QuizSolution | null;
}

/** Beside the options: how many answered, then how many of them are right, and why that is right. */
export function Outcome({ tally, solution }: Props): ComponentChildren {
  return (
    <div class="quiz-outcome">
      {tally !== null && <Figure {...tally} />}
      {solution !== null && solution.explain !== '' && (
        <p class="quiz-explained">{solution.explain}</p>
      )}
      {solution !== null && solution.source !== '' && (
        <p class="quiz-sourced">
          <cite>{solution.source}</cite>
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
      {right !== null ? `of ${answers} right` : answers === 1 ? 'answer' : 'answers'}
    </p>
  );
}
