import { dotsFor } from './dots-for.ts';

/**
 * A dot for each answer; for each few where there are very many. Hidden from screen readers: the
 * count is beside it.
 */
export function AnswerDots({ answers }: { answers: number }) {
  const { dots, each } = dotsFor(answers);
  return (
    <div class="answer-dots" aria-hidden="true">
      <div class="answer-dots-field">
        {Array.from({ length: dots }, (_, place) => (
          <span key={place} />
        ))}
      </div>
      {each > 1 && <p>{each} per dot</p>}
    </div>
  );
}
