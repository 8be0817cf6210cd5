import { pointsOf } from '../activities/question-points.ts';
import { activityType } from '../activities/registry.ts';
import type { Activity } from '../activities/contract.ts';
import { slideAt } from '../deck/navigation.ts';
import { contentHash } from '../lib/content-hash.ts';
import { enrol, hasPlayers } from './players.ts';
import { noStandings, type Standings } from './score-state.ts';
import type { GivenAnswer, SessionState } from './state.ts';

/** Milliseconds in which the points for speed fall to none, where the question has no time limit. */
const STANDARD_TIME = 30_000;

/** Counts all points anew. A question gives points for as long as its correct answer is revealed. */
export function recountStandings(state: SessionState): void {
  const counting = [...state.activities.values()].filter(
    ({ activity, answerRevealed }) => answerRevealed && pointsOf(activity) > 0,
  );
  if (state.deck.score === undefined || counting.length === 0) {
    state.standings = noStandings;
    return;
  }
  const { speed } = state.deck.score;
  const points = new Map<string, number>();
  for (const { activity, answers } of counting) {
    for (const [attendee, given] of answers) {
      const before = points.get(attendee) ?? 0;
      points.set(attendee, before + pointsOfAnswer(activity, given, speed));
    }
  }
  if (hasPlayers(state.deck.score)) for (const attendee of points.keys()) enrol(state, attendee);
  const fewest = Math.max(...counting.map(({ activity }) => activity.settings.minAnswers));
  const key = contentHash([...points]).slice(0, 8);
  state.standings = { ...ranked(points), fewest, key };
}

function ranked(points: ReadonlyMap<string, number>): Omit<Standings, 'fewest' | 'key'> {
  const byPoints = [...points].sort(([, one], [, other]) => other - one);
  const places = new Map<number, number>();
  for (const [index, [, own]] of byPoints.entries())
    if (!places.has(own)) places.set(own, index + 1);
  return { points, ranked: byPoints.map(([attendee]) => attendee), places };
}

/**
 * The points of an answer, a whole number. With speed, half of them are for being right, and half fall
 * evenly to none over the time of the question.
 */
export function pointsOfAnswer(
  activity: Activity,
  { answer, after }: Pick<GivenAnswer, 'answer' | 'after'>,
  speed: boolean,
): number {
  const share = activityType(activity.type).score?.(activity.content, answer) ?? 0;
  const { closeAfter } = activity.settings;
  const time = closeAfter === null ? STANDARD_TIME : closeAfter * 1000;
  const left = after === undefined ? 0 : Math.max(0, 1 - after / time);
  return Math.round(pointsOf(activity) * share * (speed ? (1 + left) / 2 : 1));
}

/** The places that the board on the present slide shows; null without one. */
export function boardHere({ deck, position }: Pick<SessionState, 'deck' | 'position'>) {
  return slideAt(deck, position)?.board ?? null;
}

/** Notes the standings that a board on the present slide shows. `isNew`: it has come just now. */
export function noteBoard(state: SessionState, isNew: boolean): void {
  if (boardHere(state) === null) return;
  const { before, latest } = state.boards;
  state.boards = { before: isNew ? latest : before, latest: state.standings };
}
