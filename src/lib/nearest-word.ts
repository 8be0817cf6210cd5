/**
 * Returns the candidate at the smallest edit distance from `word`, if that is at most a third of its
 * length (one edit is always allowed). Otherwise null.
 */
export function nearestWord(word: string, candidates: readonly string[]): string | null {
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** The number of insertions, deletions and substitutions between two words (Levenshtein 1966). */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [row, letter] of [...a].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...b].entries()) {
      const substitute = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      const remove = (previous[column + 1] ?? 0) + 1;
      const insert = (current[column] ?? 0) + 1;
      current.push(Math.min(substitute, remove, insert));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
