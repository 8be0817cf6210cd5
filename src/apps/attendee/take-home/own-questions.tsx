import type { TakeHome } from '../../../session/views.ts';
import { OwnText } from '../../../ui/own-text.tsx';

/** The attendee's own questions to the presenter, and which of them were answered. */
export function OwnQuestions({ asked }: Required<Pick<TakeHome, 'asked'>>) {
  return (
    <section aria-labelledby="own-questions">
      <h2 id="own-questions" lang="en">
        Your questions to the presenter
      </h2>
      <ul class="take-home-answer">
        {asked.map(({ text, note }) => (
          <li key={text}>
            <OwnText>{text}</OwnText>
            {note !== '' && <span lang="en"> ({note.toLowerCase()})</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
