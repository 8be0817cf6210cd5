import type { TakeHomeQuestion } from '../../../session/views.ts';
import { OwnText } from '../../../ui/own-text.tsx';

interface Props {
  readonly questions: readonly TakeHomeQuestion[];
  /** The ids of the open questions. */
  readonly open: ReadonlySet<string>;
}

/** A list of the unanswered questions; the open ones are links. */
export function NotAnswered({ questions, open }: Props) {
  if (questions.length === 0) return null;
  return (
    <section class="take-home-unanswered" aria-labelledby="not-answered">
      <h2 id="not-answered" lang="en">
        Not answered
      </h2>
      <ul>
        {questions.map(({ activity: { id, question } }) => (
          <li key={id}>
            {open.has(id) ? (
              <QuestionLink id={id}>{question}</QuestionLink>
            ) : (
              <OwnText>{question}</OwnText>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A link to an open question on this page; it unfolds the question. */
export function QuestionLink({ id, children }: { id: string; children: string }) {
  const place = `question-${id}`;
  const go = (event: Event): void => {
    // The address keeps #mine, which shows this page.
    event.preventDefault();
    const heading = document.getElementById(place);
    if (heading === null) return;
    let folded = heading.closest('details');
    if (folded === null) heading.tabIndex = -1;
    for (; folded !== null; folded = folded.parentElement?.closest('details') ?? null) {
      folded.open = true;
    }
    heading.focus({ preventScroll: true });
    heading.scrollIntoView();
  };
  return (
    <a href={`#${place}`} onClick={go}>
      <OwnText>{children}</OwnText>
    </a>
  );
}
