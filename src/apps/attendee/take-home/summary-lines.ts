import type { InShort } from '../../../activities/contract.ts';
import { formatNumber } from '../../../lib/format-number.ts';
import type { TakeHome } from '../../../session/views.ts';
import { sectionsOf } from './sections.ts';

/** A line of the summary at the top of the page. `isOwn`: its text is the attendee's or the author's. */
export interface SummaryLine {
  readonly label: string;
  readonly text: string;
  readonly isOwn: boolean;
}

const labels: readonly (readonly [InShort['about'], string])[] = [
  ['next-step', 'Your next step'],
  ['suggested-step', 'Suggested next step'],
  ['lowest', 'Your lowest'],
  ['match', 'Your match'],
  ['first-place', 'You put first'],
  ['most-points', 'You gave most to'],
];

/**
 * The first things to read: the next step, what is lowest, the match, what somebody put first or gave
 * most points, and the score, each at most once. Of two
 * the later one counts, and a step that somebody has written more than one that was suggested.
 */
export function inShortOf({
  questions,
  score: points,
}: Pick<TakeHome, 'questions' | 'score'>): SummaryLine[] {
  const all = questions.flatMap(({ inShort }) => inShort);
  const isWritten = all.some(({ about }) => about === 'next-step');
  const lines = all.filter(({ about }) => !(isWritten && about === 'suggested-step'));
  const known = labels.flatMap(([about, label]): SummaryLine[] => {
    const line = lines.findLast((one) => one.about === about);
    return line === undefined ? [] : [{ label, text: line.text, isOwn: true }];
  });
  const score = sectionsOf(questions).flatMap((section): SummaryLine[] => {
    if (section.is !== 'check' || section.of === 0) return [];
    const text = `${section.right} of ${section.of} correct`;
    return [{ label: 'Your score', text, isOwn: false }];
  });
  return [...known, ...score, ...pointsLine(points)];
}

/** Points, place and team; nothing for one who has no points. */
function pointsLine(score: TakeHome['score']): SummaryLine[] {
  if (score === undefined || score.place === null) return [];
  const { points, place, people, team, shown } = score;
  const as = [shown, team].filter((name) => name !== null && name !== '').join(', ');
  const text = `${formatNumber(points)}, place ${place} of ${people}${as === '' ? '' : ` (${as})`}`;
  return [{ label: 'Your points', text, isOwn: false }];
}
