import { describe, expect, it } from 'vitest';
import type { PointsContent } from './content.ts';
import { taskLabel } from './labels.ts';
import { axisEnd, intervalLabel, intervalNote, leadingLabel, rankedOptions } from './means.ts';
import { points } from './points.ts';

const CONTENT: PointsContent = { options: ['Tea', 'Coffee', 'Water'], total: 100, step: 5 };

describe('[V24] the means of points', () => {
  it('are ranked, the largest first, and equal ones in the order of the question', () => {
    expect(rankedOptions(tallyOf([20, 60, 20]))).toEqual([1, 0, 2]);
    expect(rankedOptions(tallyOf([20, 20, 60]))).toEqual([2, 0, 1]);
  });

  it('are drawn on an axis of whole tenths, which holds the intervals and ends at the total', () => {
    expect(axisEnd(CONTENT, tallyOf([33, 33, 34]))).toBe(40);
    expect(axisEnd(CONTENT, tallyOf([100, 0, 0]))).toBe(100);
    expect(axisEnd(CONTENT, tallyOf(...SPREAD))).toBe(80);
    expect(axisEnd({ ...CONTENT, total: 3 }, tallyOf([1, 1, 1]))).toBeCloseTo(1.2);
  });

  it('have an interval from five answers on, and below that say that there are too few', () => {
    const four = tallyOf(...SPREAD.slice(1));
    expect(four.options.map((shown) => intervalLabel(shown))).toEqual([
      ...Array.from({ length: 3 }, () => 'too few for an interval'),
    ]);
    expect(intervalNote(four)).toBe('Too few for an interval: that takes 5 answers');
    const five = tallyOf(...SPREAD);
    expect(five.options.map((shown) => intervalLabel(shown))).toEqual([
      '40.4–79.6',
      '13.7–42.3',
      '4.9–19.1',
    ]);
    expect(intervalNote(five)).toBe('95% interval of the mean');
  });

  it('have one figure for an interval of no width', () => {
    const same = tallyOf(...Array.from({ length: 5 }, () => [60, 40, 0]));
    expect(same.options.map((shown) => intervalLabel(shown))).toEqual(['60.0', '40.0', '0.0']);
  });
});

describe('the sentence on the means of points', () => {
  it.each([
    [[[60, 40, 0]], 'Most points: Tea, a mean of 60.0 of 100.'],
    [[[40, 40, 20]], 'Most points: Tea; Coffee, a mean of 40.0 of 100.'],
    [
      [
        [50, 50, 0],
        [50, 0, 50],
        [0, 50, 50],
      ],
      'All options have the same points, a mean of 33.3 of 100.',
    ],
  ])('%j: %s', (given, sentence) => {
    expect(leadingLabel(CONTENT, tallyOf(...given))).toBe(sentence);
  });

  it('has the interval of a single leader', () => {
    expect(leadingLabel(CONTENT, tallyOf(...SPREAD))).toBe(
      'Most points: Tea, a mean of 60.0 of 100, 95% interval 40.4 to 79.6.',
    );
  });
});

it('the task says its steps, unless any number may be given', () => {
  expect(taskLabel(CONTENT)).toBe('Give out 100 points, in steps of 5');
  expect(taskLabel({ total: 10, step: 1 })).toBe('Give out 10 points');
});

/** Five answers; the interval of tea is 60 ± 2.776 · √250 / √5, and so on. */
const SPREAD = [
  [40, 40, 20],
  [50, 35, 15],
  [60, 30, 10],
  [70, 25, 5],
  [80, 10, 10],
];

function tallyOf(...given: readonly (readonly number[])[]) {
  const tally = points.emptyTally(CONTENT);
  for (const own of given) points.count(tally, { points: own }, 1, 'ann');
  const showing = { minAnswers: 1, audience: 'room', answerRevealed: false, now: 0 } as const;
  const shown = points.show(tally, CONTENT, showing);
  if (shown === null) throw new Error('One answer is shown');
  return shown;
}
