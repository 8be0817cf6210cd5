import { failure, success, type Result } from '../../src/lib/result.ts';
import type { StoredFact } from '../../src/session/facts.ts';
import { giveWay } from '../limits/give-way.ts';
import type { EventLog, StorageProblem } from './event-log.ts';

type Reads = Pick<EventLog, 'read'>;
type Facts = Result<readonly StoredFact[], StorageProblem>;

// Facts are made into objects on the main thread: so many take a millisecond or two.
const SLICE = 50;

/**
 * The facts of a session in order, in slices between which all else comes first: none where it is unknown. A problem is the last that comes; a missing fact is one.
 */
export async function* readInSlices(log: Reads, session: string): AsyncGenerator<Facts, undefined> {
  for (let last = 0; ;) {
    await giveWay();
    const read = await log.read(session, last, SLICE);
    const isWhole = !read.ok || read.value.every(({ seq }, index) => seq === last + index + 1);
    yield isWhole ? read : failure(unreadable);
    if (!read.ok || !isWhole || read.value.length < SLICE) return;
    last += SLICE;
  }
}

/** All facts of a session at once. */
export async function readFacts(log: Reads, session: string): Promise<Facts> {
  const facts: StoredFact[] = [];
  for await (const slice of readInSlices(log, session)) {
    if (!slice.ok) return slice;
    facts.push(...slice.value);
  }
  return success(facts);
}

/** The problem of a session whose facts are not whole, or of another version. */
export const unreadable: StorageProblem = {
  name: 'damaged',
  message:
    'The log of this session cannot be read: it is damaged, or another version of Plenary wrote it. `npm run log -- verify` says what is wrong.',
};
