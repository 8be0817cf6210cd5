import { OwnText } from '../../../ui/own-text.tsx';
import type { UnsentAnswer } from './unsent-answers.ts';

/** The questions whose answer was begun and is not recorded, with the words of it. */
export function NotSent({ answers }: { answers: readonly UnsentAnswer[] }) {
  return (
    <>
      {answers.map((answer) => (
        <section key={answer.id} class="take-home-question">
          <h2>
            <OwnText>{answer.question}</OwnText>
          </h2>
          <p class="take-home-note" lang="en">
            {labelOf(answer)}
          </p>
          {answer.words !== '' && (
            <p class="take-home-answer take-home-draft">
              <OwnText>{answer.words}</OwnText>
            </p>
          )}
        </section>
      ))}
    </>
  );
}

function labelOf({ words, refusal }: UnsentAnswer): string {
  if (refusal !== null) return `Your answer was not recorded: ${refusal}`;
  return words === ''
    ? 'You began an answer and did not send it.'
    : 'You wrote this and did not send it:';
}
