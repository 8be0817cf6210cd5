import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isoTime } from './iso-time.ts';

it('spells a moment as ISO 8601 in UTC, whichever was spelt before', () => {
  const near = fc.integer({ min: 1_795_000_000_000, max: 1_795_000_200_000 });
  const any = fc.integer({ min: -62_000_000_000_000, max: 253_000_000_000_000 });
  fc.assert(
    fc.property(fc.array(fc.oneof(near, any)), (moments) => {
      for (const at of moments) expect(isoTime(at)).toBe(new Date(at).toISOString());
    }),
  );
});
