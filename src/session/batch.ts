import type { Command } from './commands.ts';
import { answerKey } from './state.ts';

/** Something that waits, with the command that it waits for. */
interface Waiting {
  readonly command: Command;
}

/** The items to decide now and those that wait on, both in their order. */
export interface Split<Item> {
  readonly now: readonly Item[];
  readonly later: readonly Item[];
}

/**
 * Splits off the commands that may be decided on the same state and committed together: answers, at
 * most one of each attendee to each question, up to the next other command; or that command alone.
 * So no decision rests on a fact that is not yet durable, and a commit that fails leaves nothing to
 * take back. A second answer waits, with all that its attendee sent after it, and holds up nobody
 * else: in order of arrival, one who floods would make the room wait for as many commits.
 */
export function splitBatch<Item extends Waiting>(
  waiting: readonly Item[],
  most: number,
): Split<Item> {
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
