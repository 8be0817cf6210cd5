import { seededRandom } from './statistics.ts';
import { activityType } from '../../../src/activities/registry.ts';
import type { Json } from '../../../src/lib/json.ts';
import type { ActivityView } from '../../../src/session/views.ts';

/** One attendee's behaviour at one question. Times in seconds at human pace. */
export interface Intention {
  /** From seeing the question to tapping; null: gives no answer. */
  readonly answersAfter: number | null;
  /** From the receipt to tapping something else; null: stays with it. */
  readonly changesAfter: number | null;
  /** Locks the phone, which loses its connection: while thinking, or right after the tap. */
  readonly locks: 'thinking' | 'tapped' | null;
  readonly lockedFor: number;
}

/** The habits of one attendee; the same for the same number. */
export interface Habits {
  /** A few have a browser or a network that knows no WebSocket. */
  readonly pollsOnly: boolean;
  readonly comesLate: boolean;
  intend(thinking: number): Intention;
}

// One in twenty each, and different ones; small rooms have them too.
const ONE_IN = 20;
const POLLS = 3;
const COMES_LATE = 5;

// Shares of questions.
const SILENT = 0.08;
const LATE = 0.05;
const CHANGES = 0.1;
const LOCKS = 0.03;

// Half of a room has answered after this share of the time. Times to answer are log-normal: most
// people are quick, some are slow (van der Linden, 2006, "A lognormal model for response times").
const MEDIAN_SHARE = 0.4;
const SIGMA = 0.5;

/** The habits of the nth attendee, from 0. */
export function habitsOf(place: number): Habits {
  const chance = seededRandom(1_000 + place);
  return {
    pollsOnly: place % ONE_IN === POLLS,
    comesLate: place % ONE_IN === COMES_LATE,
    intend: (thinking) => ({
      answersAfter: answersAfter(chance, thinking),
      changesAfter: chance() < CHANGES ? thinking * (0.1 + 0.2 * chance()) : null,
      locks: locks(chance()),
      lockedFor: thinking * (0.2 + 0.6 * chance()),
    }),
  };
}

function answersAfter(chance: () => number, thinking: number): number | null {
  const kind = chance();
  if (kind < SILENT) return null;
  if (kind < SILENT + LATE) return thinking * (0.9 + 0.1 * chance());
  return Math.min(thinking, MEDIAN_SHARE * thinking * Math.exp(SIGMA * normal(chance)));
}

function locks(kind: number): Intention['locks'] {
  if (kind < LOCKS / 2) return 'thinking';
  return kind < LOCKS ? 'tapped' : null;
}

/** A number of the standard normal distribution (Box and Muller, 1958). */
function normal(chance: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

/** A plausible answer of one attendee, numbered from 0, to a question as their phone has it. */
export function answerTo(
  { type, content }: Pick<ActivityView, 'type' | 'content'>,
  attendee: number,
): Json {
  return activityType(type).sampleAnswer(content, attendee);
}
