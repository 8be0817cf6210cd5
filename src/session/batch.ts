import type { AnswerCommand, Command, PlayerJoinCommand } from './commands.ts';

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
 * Splits off the commands that may be decided on the same state and committed together: those of
 * attendees, at most one answer of each to each question, up to the next other command; or that command alone.
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
  if (!isOfAttendee(first.command)) return { now: [first], later: others };
  const now: Item[] = [];
  const later: Item[] = [];
  const answered = new Set<string>();
  const held = new Set<string>();
  let next = 0;
  for (; next < waiting.length && now.length < most; next += 1) {
    const item = waiting[next];
    if (item === undefined || !isOfAttendee(item.command)) break;
    const { attendee } = item.command;
    const activity = item.command.type === 'answer:give' ? item.command.activity : '';
    const key = `${attendee}/${activity}`;
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

/** true for what an attendee does to their own answers or name, and to nobody else's. */
function isOfAttendee(command: Command): command is AnswerCommand | PlayerJoinCommand {
  return command.type === 'answer:give' || command.type === 'player:join';
}
