import type { DeckProblem } from '../../../deck/deck.ts';

/** More are seldom read before the first are mended. */
const MOST_SHOWN = 20;

/** The mistakes and warnings of a deck, each with its file and line. */
export function ReportedProblems({ problems }: { problems: readonly DeckProblem[] }) {
  if (problems.length === 0) return null;
  const more = problems.length - MOST_SHOWN;
  return (
    <ul class="bring-deck-problems" aria-label="Mistakes and warnings">
      {problems.slice(0, MOST_SHOWN).map(({ severity, file, line, message }) => (
        <li key={`${file}:${line}:${message}`} class={severity === 'error' ? 'problem' : ''}>
          {file}:{line}: {severity === 'warning' && 'warning: '}
          {message}
        </li>
      ))}
      {more > 0 && <li>and {more} more</li>}
    </ul>
  );
}
