import { unreachable } from '../../lib/unreachable.ts';
import type { Choices, MatchContent } from './content.ts';

import { APART_PERCENT, LEAST_PERCENT, type Score, type Verdict } from './scores.ts';
import type { MatchRoom } from './content.ts';
import { isolated } from '../../lib/text-direction.ts';

/** A verdict: "Netflix", "Between Netflix and Uber", "No clear match". */
export function verdictLabel({ cases }: MatchContent, verdict: Verdict): string {
  const name = (place: number): string => cases[place]?.name ?? '';
  switch (verdict.is) {
    case 'clear':
      return name(verdict.case);
    case 'between':
      return `Between ${listed(verdict.cases.map(name))}`;
    case 'none':
      return 'No clear match';
    default:
      return unreachable(verdict);
  }
}

/** An explanation of the shares below a verdict. */
export function explanation({ is }: Verdict): string {
  switch (is) {
    case 'clear':
      return 'What each got of the points it could get:';
    case 'between':
      return `Nearly equal, less than ${APART_PERCENT}% apart. What each got of the points it could get:`;
    case 'none':
      return `None got ${LEAST_PERCENT}% of the points it could get.`;
    default:
      return unreachable(is);
  }
}

/** A case's share of its maximum, in percent, not rounded. */
export function percentOf({ points, of }: Score): number {
  return (100 * points) / of;
}

/** "10 of 14 points". */
export function formatPoints({ points, of }: Score): string {
  return `${points} of ${of} points`;
}

/** The reason for a missing result, and while the question is open, what to do about it. */
export function unfinishedLabel(choices: Choices, open: boolean): string {
  const answered = choices.filter((choice) => choice !== null).length;
  return open
    ? `You have answered ${answered} of ${choices.length} questions. Answer the others to see your result.`
    : `You answered ${answered} of ${choices.length} questions. Your result needs all of them.`;
}

/** The reason for hiding the room's spread although some have answered. */
export function notEnoughLabel({ questions }: MatchContent, finished: number): string {
  const all = `answered all ${questions.length} questions`;
  if (finished === 0) return `Nobody has ${all} yet.`;
  const some = finished === 1 ? '1 person has' : `${finished} people have`;
  return `${some} ${all}. The room’s result appears when a few more have.`;
}

/** The most common clear match: "Matched most often: Netflix, 8 of 20". */
export function leadingCasesLabel(
  { cases }: MatchContent,
  room: MatchRoom,
  finished: number,
): string {
  const most = Math.max(...room.clear);
  if (most === 0) return 'Nobody clearly matches a single case';
  const leading = cases.flatMap(({ name }, place) =>
    room.clear[place] === most ? [isolated(name)] : [],
  );
  const each = leading.length > 1 ? ' each' : '';
  return `Matched most often: ${listed(leading)}, ${most} of ${finished}${each}`;
}

/** Sentences on the attendees whom the bars leave out. */
export function restLabels({ between, none }: MatchRoom, unfinished: number): string[] {
  const betweenTwo = between.reduce((sum, count) => sum + count, 0) / 2;
  return [
    ...(betweenTwo > 0 ? [`Between two cases (shown at both): ${betweenTwo}`] : []),
    `No clear match: ${none}`,
    ...(unfinished > 0 ? [`Still answering: ${unfinished}`] : []),
  ];
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
