import { lowestRows, ratedRows, type RatedRow } from './lowest.ts';
import type { Rating, RatingAnswer, RatingContent, RatingRow, RatingShown } from './content.ts';
import { MIDDLE_ANSWER } from '../../lib/spread-words.ts';
import { isolated } from '../../lib/text-direction.ts';

/** The highest level of the scale. */
export function highest({ from, levels }: Pick<RatingContent, 'from' | 'levels'>): number {
  return from + levels.length - 1;
}

/** A mark without width of the direction in which numbers are read. */
const LEFT_TO_RIGHT = '\u200e';

type Scale = Pick<RatingContent, 'from' | 'levels'>;

/** A value with its scale: "4 of 5", "−2 on a scale from −2 to 2". */
export function onScale(scale: Scale, value: number): string {
  return `${figure(value)} ${scaleLabel(scale)}`;
}

/** The scale behind a value. One cannot count up to a level below zero: both ends are named then. */
export function scaleLabel(scale: Scale): string {
  const top = figure(highest(scale));
  return scale.from >= 0 ? `of ${top}` : `on a scale from ${figure(scale.from)} to ${top}`;
}

/** The description of a level in a row, else its name, else empty. */
export function meaning(content: RatingContent, row: RatingRow, level: number): string {
  const step = level - content.from;
  return row.descriptors[step] || content.levels[step] || '';
}

/** A rating as an attendee would say it: "4 of 5: Registry says what is live". */
export function ratingLabel(content: RatingContent, row: RatingRow, rating: Rating): string {
  if (rating === null) return 'Not rated yet';
  if (rating === 'cannot-say') return 'Can’t say';
  const means = meaning(content, row, rating);
  return `${onScale(content, rating)}${means === '' ? '' : `: ${isolated(means)}`}`;
}

/** Labels of the two ends of the scale: "1 Ad hoc", "5 Proven". */
export function ends({ from, levels }: RatingContent): string[] {
  return [0, levels.length - 1].map((step) => {
    // On a page from right to left, a minus would go to the other side of its number.
    const mark = from + step < 0 ? LEFT_TO_RIGHT : '';
    return `${mark}${figure(from + step)} ${levels[step] ?? ''}`.trim();
  });
}

/** A level, median or quartile with at most one digit after the point. */
export function figure(value: number): string {
  return String(Math.round(10 * value) / 10).replace('-', '\u2212');
}

/** A sentence on the rows with the lowest median; null unless at least two can be compared. */
export function lowestRowsLabel(
  { rows }: RatingContent,
  shown: NonNullable<RatingShown>,
): string | null {
  const known = rows.flatMap(({ label }, index) => {
    const median = shown.rows[index]?.spread.median;
    return median === undefined ? [] : [{ label, median }];
  });
  if (known.length < 2) return null;
  const least = Math.min(...known.map(({ median }) => median));
  const lowest = known.filter(({ median }) => median === least).map(({ label }) => isolated(label));
  if (lowest.length === known.length)
    return `All rows have the same ${MIDDLE_ANSWER}, ${figure(least)}`;
  // Semicolons: a label may hold an "and" and commas of its own.
  return `Lowest (${MIDDLE_ANSWER} ${figure(least)}): ${lowest.join('; ')}`;
}

/** A sentence on the rows that an attendee rated lowest; null unless at least two are rated. */
export function ownLowestRowsLabel(content: RatingContent, answer: RatingAnswer): string | null {
  const rated = ratedRows(content, answer);
  const lowest = lowestRows(content, answer);
  const [first] = lowest;
  if (rated.length < 2 || first === undefined) return null;
  const level = onScale(content, first.level);
  if (lowest.length === rated.length) return `All your ratings are ${level}`;
  return `Your lowest (${level}): ${namesOf(lowest)}`;
}

/** The rows that an attendee rated lowest: "Data; People (2 of 5)"; null where all are alike. */
export function lowestInShort(content: RatingContent, answer: RatingAnswer): string | null {
  const lowest = lowestRows(content, answer);
  const [first] = lowest;
  if (first === undefined || lowest.length === ratedRows(content, answer).length) return null;
  return `${namesOf(lowest)} (${onScale(content, first.level)})`;
}

function namesOf(rows: readonly RatedRow[]): string {
  return rows.map(({ row }) => isolated(row.label)).join('; ');
}
