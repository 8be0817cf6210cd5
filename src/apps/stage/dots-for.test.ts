import { describe, expect, it } from 'vitest';
import { dotsFor, MOST_DOTS } from './dots-for.ts';

describe('the dots of a room that answers', () => {
  it('[P16] are one for each answer, as long as they can be told apart', () => {
    for (const answers of [0, 1, 37, MOST_DOTS]) {
      expect(dotsFor(answers)).toEqual({ dots: answers, each: 1 });
    }
  });

  it.each([
    [201, 101, 2],
    [401, 81, 5],
    [1_001, 101, 10],
    [2_001, 101, 20],
    [5_000, 100, 50],
    [50_000, 100, 500],
  ])('[P16] stand for several each where there are %i answers', (answers, dots, each) => {
    expect(dotsFor(answers)).toEqual({ dots, each });
  });
});
