import { formatNumber, formatRange } from '../../lib/format-number.ts';
import { isolated } from '../../lib/text-direction.ts';
import type { Axis, AxisShown, MatrixContent, Position } from './content.ts';
import { MIDDLE, MOST, quadrantsAt } from './grid.ts';

/** The task in a line: "Place 5 items by effort and impact". */
export function taskLabel({ items, x, y }: MatrixContent): string {
  return `Place ${items.length} items by ${isolated(x.label)} and ${isolated(y.label)}`;
}

/** A number on an axis: "30 of 100, little"; "not set" for null. */
export function valueLabel(axis: Axis, value: number | null): string {
  return value === null ? 'not set' : `${value} of ${MOST}, ${sideLabel(axis, value)}`;
}

/** A position in words: "Effort 30 of 100, little; Impact 80 of 100, large". */
export function positionLabel({ x, y }: MatrixContent, position: Position): string {
  return [x, y]
    .map((axis, at) => `${isolated(axis.label)} ${valueLabel(axis, position[at] ?? null)}`)
    .join('; ');
}

/** A point in short: "Do now (Effort 30, Use 80)"; "Effort 30 (little), Use 80 (large)" without names. */
export function pointLabel(content: MatrixContent, point: Position): string {
  const isNamed = content.quadrants.length > 0;
  const figures = [content.x, content.y].map((axis, at) => {
    const value = point[at] ?? 0;
    const figure = `${isolated(axis.label)} ${formatNumber(value)}`;
    return isNamed ? figure : `${figure} (${sideLabel(axis, value)})`;
  });
  return isNamed ? `${quadrantLabel(content, point)} (${figures.join(', ')})` : figures.join(', ');
}

/** The quadrant of a point by its name; by the ends of both axes where quadrants have no names. */
export function quadrantLabel({ x, y, quadrants }: MatrixContent, [across, up]: Position): string {
  if (across === MIDDLE && up === MIDDLE) return 'In the middle';
  if (quadrants.length === 0) {
    return [sideOf(x, across), sideOf(y, up)].join(', ');
  }
  const names = quadrantsAt(across, up).map((quadrant) => isolated(quadrants[quadrant] ?? ''));
  return names.length === 1 ? (names[0] ?? '') : `Between ${names.join(' and ')}`;
}

/** The middle half of the room on an axis: "20 to 45". */
export function halfLabel({ lowerQuartile, upperQuartile }: AxisShown): string {
  return formatRange(lowerQuartile, upperQuartile, '');
}

function sideOf(axis: Axis, value: number): string {
  return `${isolated(axis.label)}: ${sideLabel(axis, value)}`;
}

function sideLabel({ low, high }: Axis, value: number): string {
  if (value === MIDDLE) return 'in the middle';
  return isolated(value < MIDDLE ? low : high);
}

/** The progress in a line: "2 of 5 placed". */
export function placedLabel(positions: readonly (Position | null)[]): string {
  const placed = positions.filter((position) => position !== null).length;
  return `${placed} of ${positions.length} placed.`;
}
