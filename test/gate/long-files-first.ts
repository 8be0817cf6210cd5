import type { TestSequencerConstructor, TestSpecification } from 'vitest/node';

/**
 * Long test files in the order in which they begin. Those that wait most of the time run beside those
 * that need the cores.
 */
const LONG = [
  'integration/log-tool',
  'integration/guessed-codes',
  'integration/bad-network',
  'e2e/whole-session',
  'faults/kill',
  'faults/soak',
  'faults/hostile-memory',
  'faults/bad-network',
  'faults/many-sessions',
  'faults/damaged-database',
  'faults/storage',
  'e2e/slides-fit',
  'e2e/followed-decks',
];

/** A sequencer that begins with the files that take longest: one that began last would leave the other cores idle. */
export async function longFilesFirst(): Promise<TestSequencerConstructor> {
  const { BaseSequencer } = await import('vitest/node');
  return class LongFilesFirst extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      const sorted = await super.sort(files);
      return sorted.toSorted((one, other) => rank(one) - rank(other));
    }
  };
}

/** A file's place among the long ones; behind all of them for any other. */
function rank({ moduleId }: TestSpecification): number {
  const place = LONG.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
  return place === -1 ? LONG.length : place;
}
