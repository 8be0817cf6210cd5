import { describe, expect, it } from 'vitest';
import {
  angleOf,
  LABEL_GAP,
  labelPlaces,
  lettersAt,
  radiusFor,
  ringLevels,
  hasRoomForNames,
  wrapWords,
} from './radar-layout.ts';

const label = (letters: number) => ['x'.repeat(letters)];

describe('the rings of a radar', () => {
  it('are as large as the labels above and below them allow', () => {
    expect(radiusFor([label(3), label(3), label(3)], 24, 'stage')).toBe(6.3);
  });

  it.each([3, 4, 5, 6, 8, 12])('leave the labels beside %i axes within the drawing', (axes) => {
    const labels = Array.from({ length: axes }, () => label(11));
    const radius = radiusFor(labels, 24, 'stage');
    expect(radius).toBeGreaterThan(radiusFor(labels, 24, 'phone'));
    const sides = labels.map((_, index) => Math.abs(Math.sin(angleOf(index, axes))));
    const ends = sides.map((side) => (side < 0.2 ? 0 : (radius + LABEL_GAP) * side + 11 * 0.56));
    expect(Math.max(...ends)).toBeLessThan(12.001);
  });

  it('are large beside words of Hebrew and Arabic, whose letters are no wider than Latin ones', () => {
    for (const word of ['والعمليات', 'והתהליכים']) {
      const labels = [label(3), [word], label(5), [word]];
      const radius = radiusFor(labels, 24, 'phone');
      expect(hasRoomForNames(radius)).toBe(true);
    }
    expect(
      hasRoomForNames(radiusFor([label(3), label(14), label(3), label(14)], 24, 'phone')),
    ).toBe(false);
  });

  it('have a number each where these do not touch, and else those at the ends and in the middle', () => {
    expect(ringLevels(1, 5, 6.3)).toEqual([1, 2, 3, 4, 5]);
    expect(ringLevels(0, 10, 6.3)).toEqual([0, 5, 10]);
    expect(ringLevels(-2, 2, 2.5)).toEqual([-2, 0, 2]);
    expect(ringLevels(1, 4, 2.4)).toEqual([1, 4]);
    expect(ringLevels(0, 1, 1.5)).toEqual([0, 1]);
  });

  it('give a label more letters above and below than beside', () => {
    expect([0, Math.PI, Math.PI / 2].map(lettersAt)).toEqual([16, 16, 11]);
  });
});

describe('the names of two outlines', () => {
  it('are where each reaches farthest beyond the other', () => {
    expect(labelPlaces([3, 5, 5, 1, 1], [3, 3, 3, 3, 3])).toEqual({
      values: { edge: 1, outside: true },
      beside: { edge: 3, outside: true },
    });
  });

  it('are clear of the first axis, which has the levels, if there are other edges', () => {
    const { values, beside } = labelPlaces([5, 4, 3, 1], [1, 3, 3, 4]);
    expect([values.edge, beside.edge]).toEqual([1, 2]);
  });

  it('are inside where one never reaches beyond the other', () => {
    expect(labelPlaces([5, 5, 5], [4, 4, 1])).toEqual({
      values: { edge: 1, outside: true },
      beside: { edge: 0, outside: false },
    });
  });

  it('are apart where both outlines are the same', () => {
    const { values, beside } = labelPlaces([3, 3, 3], [3, 3, 3]);
    expect(values.edge).not.toBe(beside.edge);
  });
});

describe('a radar’s labels', () => {
  it('break between words', () => {
    expect(wrapWords('People and ways of working', 11)).toEqual([
      'People and',
      'ways of',
      'working',
    ]);
    expect(wrapWords('Interoperability', 13)).toEqual(['Interoperability']);
  });

  it('[S42] break within a word that is much longer than a line, and between its letters', () => {
    expect(wrapWords('Incomprehensibility', 11)).toEqual(['Incomprehe', 'nsibility']);
    expect(wrapWords('e\u0301'.repeat(15), 11)).toEqual([
      'e\u0301'.repeat(11),
      'e\u0301'.repeat(4),
    ]);
    expect(wrapWords('机器学习模型的持续监控', 11)).toEqual(['机器学习模', '型的持续监', '控']);
  });

  it('[S42] leave the rest out after four lines', () => {
    expect(wrapWords('x'.repeat(70), 11)).toEqual([
      ...Array.from({ length: 3 }, () => 'x'.repeat(11)),
      `${'x'.repeat(11)}…`,
    ]);
  });
});
