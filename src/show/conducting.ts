import type { StageActivityView } from '../session/views.ts';

/** What a presenter may do with a question; the events of the protocol without their prefix. */
export type Conducting = 'open' | 'close' | 'reveal' | 'hide' | 'solve' | 'reset';

type Standing = Pick<
  StageActivityView,
  'phase' | 'revealed' | 'solvable' | 'solution' | 'answered'
>;

/**
 * What comes next with a question. Where something is right: open, close (which shows how the room
 * answered), show what is right, and nothing more. Elsewhere: open, close, open again.
 */
export function nextConducting(asked: Standing): Conducting | null {
  const { phase, revealed, solvable, solution, answered } = asked;
  if (phase === 'waiting') return 'open';
  if (!solvable) return phase === 'open' ? 'close' : 'open';
  if (solution !== null) return null;
  // Nobody has answered: there is no split to show first.
  if (answered === 0) return 'solve';
  if (phase === 'open') return 'close';
  return revealed ? 'solve' : 'reveal';
}

/**
 * What a step on does with the question on the slide before it leaves it; null where it just goes
 * on. A clicker has one button: it must lead through a question that has a right answer.
 */
export function conductingBeforeNext(asked: Standing): Conducting | null {
  if (!asked.solvable || asked.phase === 'waiting') return null;
  return nextConducting(asked);
}
