import { expect, it } from 'vitest';
import { gridNeighbour } from './grid-neighbour.ts';

/** Two chapters of three and two slides, in rows of two. */
const places = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 0, y: 8 },
  { x: 0, y: 20 },
  { x: 10, y: 20 },
];

it.each([
  [1, 1, 2],
  [2, 1, 3],
  [4, -1, 2],
  [2, -1, 0],
  [1, -1, 1],
  [4, 1, 4],
  [9, 1, 9],
] as const)(
  'An arrow from slide %i of the overview in direction %i leads to %i',
  (from, by, to) => {
    expect(gridNeighbour(places, from, by)).toBe(to);
  },
);
