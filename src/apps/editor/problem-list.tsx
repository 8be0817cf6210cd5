import type { DeckProblem } from '../../deck/deck.ts';

interface Props {
  readonly problems: readonly DeckProblem[];
  readonly onGo: (problem: DeckProblem) => void;
}

/** The problems of the deck, mistakes first; a press leads to the line. */
export function ProblemList({ problems, onGo }: Props) {
  const mistakes = problems.filter(({ severity }) => severity === 'error');
  const hints = problems.filter(({ severity }) => severity === 'warning');
  return (
    <section class="editor-problems" aria-label="Mistakes and hints">
      <p class="caption" role="status">
        {summary(mistakes.length, hints.length)}
      </p>
      <ul>
        {[...mistakes, ...hints].map((problem) => (
          <li key={`${problem.file}:${problem.line}:${problem.message}`}>
            <button type="button" class="problem-button" onClick={() => onGo(problem)}>
              <span class={problem.severity === 'error' ? 'problem' : 'hint'}>
                {problem.severity === 'error' ? 'Mistake' : 'Hint'}
              </span>{' '}
              {problem.file}, line {problem.line}: {problem.message}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function summary(mistakes: number, hints: number): string {
  if (mistakes > 0) {
    const count = mistakes === 1 ? '1 mistake' : `${mistakes} mistakes`;
    return `${count} to fix before this deck can be presented`;
  }
  if (hints === 0) return 'No mistakes';
  return hints === 1 ? 'No mistakes, 1 hint' : `No mistakes, ${hints} hints`;
}
