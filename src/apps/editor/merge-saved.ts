import { diff3Merge } from 'node-diff3';

/**
 * Merges two texts that began as `base`, line by line. null where both changed the same lines: then a
 * person has to choose.
 */
export function mergeSaved(base: string, mine: string, theirs: string): string | null {
  const regions = diff3Merge(mine.split('\n'), base.split('\n'), theirs.split('\n'), {
    excludeFalseConflicts: true,
  });
  const lines: string[] = [];
  for (const { ok } of regions) {
    if (ok === undefined) return null;
    for (const line of ok) lines.push(line);
  }
  return lines.join('\n');
}
