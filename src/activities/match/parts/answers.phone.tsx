import type { ComponentChildren } from 'preact';
import { Overview } from '../../../ui/paging/paging.tsx';
import type { Choices, MatchContent } from '../content.ts';
import '../../../ui/choice/choice.css';
import { OwnText } from '../../../ui/own-text.tsx';

interface AnswersProps {
  readonly content: MatchContent;
  readonly choices: Choices;
  /** Goes to a question; left out where nothing can be changed. */
  readonly onChange?: ((question: number) => void) | undefined;
}

/** All questions with the chosen options. */
export function Answers({ content, choices, onChange }: AnswersProps): ComponentChildren {
  const pages = content.questions.map(({ ask, options }, question) => {
    const choice = choices[question] ?? null;
    const chosen =
      choice === null ? (
        <i lang="en">Not answered</i>
      ) : (
        <OwnText>{options[choice]?.text ?? ''}</OwnText>
      );
    const entry = (
      <>
        <span class="choice-note">
          <OwnText>{ask}</OwnText>
        </span>
        {chosen}
      </>
    );
    return { name: ask, answered: choice !== null, entry };
  });
  return <Overview pages={pages} answer="Answer" onChange={onChange} />;
}
