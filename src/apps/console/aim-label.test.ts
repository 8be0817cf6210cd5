import { expect, it } from 'vitest';
import { aimLabel } from './aim-label.ts';

it.each([
  [0.5, 0.5, 'Middle'],
  [0, 0, 'Top left'],
  [1, 0.5, 'Middle right'],
  [0.5, 1, 'Bottom'],
])('names the part of a slide at %d, %d: %s', (x, y, name) => {
  expect(aimLabel({ x, y })).toBe(name);
});
