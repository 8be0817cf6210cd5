import type { InShort } from '../../../activities/contract.ts';
import type { TakeHomeQuestion } from '../../../session/views.ts';
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
export function inShortOf(questions: readonly TakeHomeQuestion[]): SummaryLine[] {
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
  return [...known, ...score];
}
