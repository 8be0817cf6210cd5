import type { Board } from '../../session/score-views.ts';

/** Says how points are counted, in a sentence or two. */
export function waysOfCounting({ speed, teams }: Board): string {
  const ways = speed
    ? 'Half of the points are for a right answer, and half for a quick one, from when the question was on your phone.'
    : 'Points are for right answers. Speed does not count.';
  return teams === undefined ? ways : `${ways} A team has the mean of its people.`;
}
