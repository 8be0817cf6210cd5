import type { DeckProblem } from './deck.ts';

const MOST_PLACES_NAMED = 6;

/** Makes one warning of those that say the same at several places; it counts and names the places. */
export function gatherWarnings(problems: readonly DeckProblem[]): DeckProblem[] {
  const alike = new Map<string, DeckProblem[]>();
  for (const [index, problem] of problems.entries()) {
    const key = problem.severity === 'warning' ? problem.message : String(index);
    const before = alike.get(key);
    if (before === undefined) alike.set(key, [problem]);
    else before.push(problem);
  }
  return [...alike.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, message: first.message + placesOf(first, others) }],
  );
}

function placesOf(first: DeckProblem, others: readonly DeckProblem[]): string {
  if (others.length === 0) return '';
  const named = others
    .slice(0, MOST_PLACES_NAMED)
    .map(({ file, line }) => (file === first.file ? `line ${line}` : `${file}:${line}`));
  const rest = others.length > named.length ? ', …' : '';
  return ` (${others.length + 1} places; also ${named.join(', ')}${rest})`;
}
