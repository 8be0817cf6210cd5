import { describe, expect, it } from 'vitest';
import { levelScale } from './levels.ts';

describe('the places of levels', () => {
  const levels = levelScale(1, 5);

  it('puts a level’s middle over the middle of its column', () => {
    for (const level of [1, 3, 5]) {
      expect(levels.middle(level)).toBeCloseTo(levels.left(level) + levels.column / 2);
    }
  });

  it('puts a median between two levels halfway between them', () => {
    expect(levels.middle(2.5)).toBeCloseTo((levels.middle(2) + levels.middle(3)) / 2);
  });

  it('stays within its width', () => {
    expect(levels.left(1)).toBeGreaterThanOrEqual(0);
    expect(levels.left(5) + levels.column).toBeLessThanOrEqual(levels.width);
  });
});
