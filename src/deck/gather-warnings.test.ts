import { describe, expect, it } from 'vitest';
import type { DeckProblem } from './deck.ts';
import { gatherWarnings } from './gather-warnings.ts';

const warning = (line: number, message = 'a', file = '1.md'): DeckProblem => ({
  ...{ severity: 'warning', file, line, message },
});

describe('warnings that say the same', () => {
  it('are one, at the first place, with the number of places and the others', () => {
    const error: DeckProblem = { severity: 'error', file: '1.md', line: 3, message: 'a' };
    expect(
      gatherWarnings([warning(1), error, warning(5), warning(6, 'b'), warning(9, 'a', '2.md')]),
    ).toEqual([warning(1, 'a (3 places; also line 5, 2.md:9)'), error, warning(6, 'b')]);
  });

  it('name the first places only, of very many', () => {
    const many = Array.from({ length: 180 }, (_, index) => warning(index + 1));
    expect(gatherWarnings(many)).toEqual([
      warning(1, 'a (180 places; also line 2, line 3, line 4, line 5, line 6, line 7, …)'),
    ]);
  });

  it('stay apart where they are errors: each has to be corrected', () => {
    const errors = [1, 2].map((line): DeckProblem => ({ ...warning(line), severity: 'error' }));
    expect(gatherWarnings(errors)).toEqual(errors);
  });
});
