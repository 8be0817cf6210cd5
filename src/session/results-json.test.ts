import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PureSession, yes } from '../../test/fixtures/pure-session.ts';
import { report } from './results.ts';
import { resultsJson } from './results-json.ts';

it('[X1] results in pieces are the same JSON as in one, for any number of rows', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 250 }), (people) => {
      const session = new PureSession();
      session.show(1);
      for (let one = 0; one < people; one += 1) session.answer(`a-${one}`, 'tea', yes);
      expect([...resultsJson(session.state)].join('')).toBe(JSON.stringify(report(session.state)));
    }),
    { numRuns: 15, examples: [[0], [99], [100], [101], [200]] },
  );
});
