import type { ComponentChildren } from 'preact';
import type { Choices, MatchContent } from '../content.ts';

interface AnswersProps {
  readonly content: MatchContent;
  readonly choices: Choices;
  /** Goes to a question; left out where nothing can be changed. */
  readonly onChange?: ((question: number) => void) | undefined;
}

/** What was asked, and what was chosen. */
export function Answers({ content, choices, onChange }: AnswersProps): ComponentChildren {
  return (
    <ul class="match-list">
      {content.questions.map(({ ask, options }, question) => {
        const choice = choices[question] ?? null;
        return (
          <li key={ask}>
            <span class="match-entry">
              <span class="match-note">{ask}</span>
              {choice === null ? <i lang="en">Not answered</i> : options[choice]?.text}
            </span>
            {onChange !== undefined && (
              <button type="button" class="button" lang="en" onClick={() => onChange(question)}>
                {choice === null ? 'Answer' : 'Change'}
                <span class="visually-hidden"> {ask}</span>
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
