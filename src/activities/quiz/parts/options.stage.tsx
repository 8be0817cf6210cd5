import type { ComponentChildren } from 'preact';
import { percent } from '../../../ui/charts/bars.tsx';
import { CheckMark } from '../../../ui/marks.tsx';
import type { QuizPrompt, QuizShown, QuizCorrectAnswer } from '../quiz.ts';
import { OwnText } from '../../../ui/own-text.tsx';

interface Props {
  readonly content: QuizPrompt;
  readonly tally: QuizShown;
  readonly correctAnswer: QuizCorrectAnswer | null;
}

/**
 * The options in the order of the deck, with a bar each once the room's answers are shown. Until
 * the correct answer is revealed all are drawn alike, the longest bar too. Hidden from assistive
 * technology where there are bars: put a `DataTable` beside it.
 */
export function Options({ content, tally, correctAnswer }: Props): ComponentChildren {
  return (
    <ul class="quiz-options" aria-hidden={tally !== null}>
      {content.options.map((text, place) => {
        const right = correctAnswer?.right.includes(place) ?? false;
        return (
          <li key={text} class={optionClass(right, correctAnswer)}>
            {right && <CheckMark />}
            <span class="quiz-option-text view-label">
              <OwnText>{text}</OwnText>
            </span>
            <span class="quiz-option-line">
              {tally !== null && <Bar count={tally.counts[place] ?? 0} answers={tally.answers} />}
              {right && <b lang="en">Correct</b>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function optionClass(right: boolean, correctAnswer: QuizCorrectAnswer | null): string {
  if (correctAnswer === null) return 'quiz-option';
  return right ? 'quiz-option quiz-option-right' : 'quiz-option quiz-option-wrong';
}

function Bar({ count, answers }: { count: number; answers: number }): ComponentChildren {
  return (
    <>
      <span class="quiz-bar" style={{ width: `${(100 * count) / answers}%` }} />
      <span class="quiz-figures">
        <b>{count}</b> {percent(count, answers)}
      </span>
    </>
  );
}
