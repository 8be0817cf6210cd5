import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonCost } from './json-cost.ts';

const cost = (text: string) => jsonCost(Buffer.from(text));

/** The values of a JSON value, and how deep they are nested, as they are once it is parsed. */
function parsedCost(value: unknown): { readonly values: number; readonly depth: number } {
  if (typeof value !== 'object' || value === null) return { values: 1, depth: 0 };
  const parts = Object.values(value).map(parsedCost);
  return {
    values: parts.reduce((sum, part) => sum + part.values, 1),
    depth: 1 + Math.max(0, ...parts.map(({ depth }) => depth)),
  };
}

it('[A24] The cost of a JSON text is never less than what parsing it makes, whatever its texts contain', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const { values, depth } = parsedCost(value);
      const estimated = cost(JSON.stringify(value));
      expect(estimated.depth).toBe(depth);
      expect(estimated.values).toBeGreaterThanOrEqual(values);
    }),
  );
  expect(cost('["[[[[,,,\\"[["]')).toEqual({ values: 2, depth: 1 });
  expect(cost('['.repeat(1_000)).depth).toBe(1_000);
});
