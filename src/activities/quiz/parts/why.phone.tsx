import type { ComponentChildren } from 'preact';
import { CheckMark } from '../../../ui/check-mark.tsx';
import type { QuizSolution } from '../quiz.ts';
import { verdictInWords } from '../words.ts';
import '../quiz.css';

/** Whether one is right, in a word and a mark. */
export function Verdict({ right }: { right: boolean }): ComponentChildren {
  return (
    <span class={right ? 'quiz-verdict quiz-verdict-right' : 'quiz-verdict'} lang="en">
      {right ? <CheckMark /> : <NearMark />}
      {verdictInWords(right)}
    </span>
  );
}

/** Two waves, as in ≈: near, and not there. */
function NearMark(): ComponentChildren {
  return (
    <svg
      class="quiz-near"
      viewBox="0 0 24 24"
      width="1em"
      height="1em"
      fill="none"
      stroke="currentColor"
      stroke-width="3.4"
      aria-hidden="true"
    >
      <path d="M2 9.5c4-4.5 7-3 10-1s6 3.5 10-1M2 17.5c4-4.5 7-3 10-1s6 3.5 10-1" />
    </svg>
  );
}

/** Why it is so, and where that can be read, as far as the author says so. */
export function Why({ solution }: { solution: QuizSolution }): ComponentChildren {
  return (
    <>
      {solution.explain !== '' && <p class="quiz-explain">{solution.explain}</p>}
      {solution.source !== '' && (
        <p class="quiz-source">
          <cite>{solution.source}</cite>
        </p>
      )}
    </>
  );
}
