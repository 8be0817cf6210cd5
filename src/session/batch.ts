import type { Command } from './commands.ts';
import { answerKey } from './state.ts';

/** Something that waits, with the command that it waits for. */
interface Waiting {
  readonly command: Command;
}

/** What is decided now, and what waits on; both in their order. */
export interface Parted<Item> {
  readonly now: readonly Item[];
  readonly later: readonly Item[];
}

/**
 * Parts what may be decided on the same state and committed together: one command of any other
 * kind, or the answers before the next of these, at most one of each attendee to each question. So no
 * decision ever rests on a fact that is not yet durable, and a commit that fails leaves nothing to
 * take back. Whoever sends a second answer waits with all that they sent after it, and holds up
 * nobody else: in an order of arrival, one who floods would make the room wait for as many commits.
 */
export function partBatch<Item extends Waiting>(
  waiting: readonly Item[],
  most: number,
): Parted<Item> {
  const [first, ...others] = waiting;
  if (first === undefined) return { now: [], later: [] };
  if (first.command.type !== 'answer:give') return { now: [first], later: others };
  const now: Item[] = [];
  const later: Item[] = [];
  const answered = new Set<string>();
  const held = new Set<string>();
  let next = 0;
  for (; next < waiting.length && now.length < most; next += 1) {
    const item = waiting[next];
    if (item?.command.type !== 'answer:give') break;
    const { attendee, activity } = item.command;
    const key = answerKey(attendee, activity);
    if (held.has(attendee) || answered.has(key)) {
      held.add(attendee);
      later.push(item);
    } else {
      answered.add(key);
      now.push(item);
    }
  }
  return { now, later: [...later, ...waiting.slice(next)] };
}
