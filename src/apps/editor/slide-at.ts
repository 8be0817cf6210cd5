import type { SlidePlace } from '../../deck/deck.ts';

/** The index of the slide to which a line belongs; the file's first above all of its slides; -1 for a file without any. */
export function slideAt(places: readonly SlidePlace[], file: string, line: number): number {
  const first = places.findIndex((place) => place.file === file);
  const last = places.findLastIndex((place) => place.file === file && place.line <= line);
  return Math.max(first, last);
}

/**
 * The line behind which a new slide belongs: the last one, from 1, that is not blank of the slide with
 * the cursor.
 *
 * @param lines those of the file
 */
export function endOfSlide(
  lines: readonly string[],
  places: readonly SlidePlace[],
  file: string,
  line: number,
): number {
  const present = places[slideAt(places, file, line)]?.line ?? line;
  const next = places.find((place) => place.file === file && place.line > present);
  let end = next === undefined ? lines.length : next.line - 1;
  if (next !== undefined) {
    while (end > 1 && !/^-{2,4}\s*$/.test(lines[end - 1] ?? '')) end -= 1;
    end -= 1;
  }
  while (end > 1 && (lines[end - 1] ?? '').trim() === '') end -= 1;
  return Math.max(end, 1);
}
