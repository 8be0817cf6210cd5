import type { DeckProblem } from '../deck/deck.ts';
import type { DeckProblems } from '../protocol/messages.ts';
import './deck-problem-list.css';

interface Props {
  readonly found: DeckProblems | null;
  /** The most problems that are listed. */
  readonly most: number;
}

/** The problems of a deck that is edited while it is shown; nothing where there are none. */
export function DeckProblemList({ found, most }: Props) {
  if (found === null || found.problems.length === 0) return null;
  const { deck, problems } = found;
  const hasErrors = problems.some(({ severity }) => severity === 'error');
  return (
    <div class="deck-problem-list" role="status" lang="en">
      <p>
        <b>
          {hasErrors
            ? `Mistakes in the deck “${deck}”: the version before is shown`
            : `Warnings of the deck “${deck}”`}
        </b>
      </p>
      <ul>
        {problems.slice(0, most).map((problem) => (
          <li key={`${placeOf(problem)} ${problem.message}`}>
            {placeOf(problem)} {problem.message}
          </li>
        ))}
      </ul>
      {problems.length > most && <p>{problems.length - most} more are on the console.</p>}
    </div>
  );
}

function placeOf({ file, line, severity }: DeckProblem): string {
  const place = file === '' ? '' : `${file}:${line}:`;
  return severity === 'warning' ? `${place} warning:` : place;
}
