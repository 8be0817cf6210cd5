import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NUMBER_SIZE, numberSpots } from './number-spots.ts';

const point = fc.record({ x: fc.nat(40), y: fc.nat(40) }).map(({ x, y }) => ({
  x: 2.5 * x,
  y: 2.5 * y,
}));

describe('[V26] the numbers of items', () => {
  it('stand at their points where these are far apart', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 100, y: 100 },
      { x: 50, y: 50 },
    ];
    expect(numberSpots(points)).toEqual(points);
  });

  it('lie over no other and within the square, wherever the points are', () => {
    const near = fc
      .tuple(point, fc.array(fc.record({ x: fc.nat(5), y: fc.nat(5) }), { maxLength: 16 }))
      .map(([{ x, y }, steps]) =>
        steps.map((step) => ({ x: Math.min(x + step.x, 100), y: Math.min(y + step.y, 100) })),
      );
    fc.assert(
      fc.property(fc.oneof(near, fc.array(point, { maxLength: 16 })), (points) => {
        const spots = numberSpots(points);
        expect(spots).toHaveLength(points.length);
        for (const [index, one] of spots.entries()) {
          expect(Math.min(one.x, one.y, 100 - one.x, 100 - one.y)).toBeGreaterThanOrEqual(0);
          for (const other of spots.slice(index + 1)) {
            const across = (one.x - other.x) / NUMBER_SIZE.width;
            const up = (one.y - other.y) / NUMBER_SIZE.height;
            expect(Math.hypot(across, up)).toBeGreaterThanOrEqual(1);
          }
        }
      }),
    );
  });
});
