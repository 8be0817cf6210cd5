import type { ComponentChildren } from 'preact';
import { sameIndices } from '../../lib/indices.ts';
import type { TakeHomeViewProps } from '../views.ts';
import { Verdict } from '../../ui/verdict.tsx';
import { Explanation } from './parts/explanation.phone.tsx';
import type { QuizAnswer, QuizPrompt, QuizShown, QuizCorrectAnswer } from './quiz.ts';
import './quiz.css';
import { OwnText } from '../../ui/own-text.tsx';

type Props = TakeHomeViewProps<QuizPrompt, QuizAnswer, QuizShown, QuizCorrectAnswer>;

/** The attendee's choices; once revealed, the correct answer and its explanation. */
export default function QuizTakeHome({ content, answer, correctAnswer }: Props): ComponentChildren {
  const right = correctAnswer !== null && sameIndices(correctAnswer.right, answer.choices);
  return (
    <>
      {correctAnswer !== null && (
        <p class="verdict-kept">
          <Verdict isRight={right} />
        </p>
      )}
      <dl class="quiz-kept">
        <Kept name="Your answer" options={content.options} places={answer.choices} right={right} />
        {correctAnswer !== null && !right && (
          <Kept
            name="Correct answer"
            options={content.options}
            places={correctAnswer.right}
            right
          />
        )}
      </dl>
      {correctAnswer !== null && <Explanation correctAnswer={correctAnswer} />}
    </>
  );
}

interface KeptProps {
  readonly name: string;
  readonly options: readonly string[];
  readonly places: readonly number[];
  readonly right: boolean;
}

function Kept({ name, options, places, right }: KeptProps): ComponentChildren {
  return (
    <div class={right ? 'quiz-kept-right' : ''}>
      <dt lang="en">{name}</dt>
      {places.map((place) => (
        <dd key={place}>
          <OwnText>{options[place] ?? ''}</OwnText>
        </dd>
      ))}
    </div>
  );
}
