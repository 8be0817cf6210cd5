import type { DeckProblem } from '../../../deck/deck.ts';

/** More are seldom read before the first are mended. */
const MOST_SHOWN = 20;

/** The mistakes of a deck, each with its file and line, and its hints, folded: the deck can be given with them. */
export function ReportedProblems({ problems }: { problems: readonly DeckProblem[] }) {
  const mistakes = problems.filter(({ severity }) => severity === 'error');
  const hints = problems.filter(({ severity }) => severity === 'warning');
  return (
    <>
      {mistakes.length > 0 && <Problems name="Mistakes" problems={mistakes} />}
      {hints.length > 0 && (
        <details class="bring-deck-folded">
          <summary>
            {hints.length === 1 ? '1 hint' : `${hints.length} hints`}: what is left out of slides,
            or may look otherwise
          </summary>
          <Problems name="Hints" problems={hints} />
        </details>
      )}
    </>
  );
}

function Problems({ name, problems }: { name: string; problems: readonly DeckProblem[] }) {
  const more = problems.length - MOST_SHOWN;
  return (
    <ul class="bring-deck-problems" aria-label={name}>
      {problems.slice(0, MOST_SHOWN).map(({ severity, file, line, message }) => (
        <li key={`${file}:${line}:${message}`} class={severity === 'error' ? 'problem' : ''}>
          {file}, line {line}: {message}
        </li>
      ))}
      {more > 0 && <li>and {more} more</li>}
    </ul>
  );
}
