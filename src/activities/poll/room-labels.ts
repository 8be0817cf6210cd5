import type { PollContent, PollShown } from './poll.ts';
import { isolated } from '../../lib/text-direction.ts';

/** The chosen options, most first: "Coffee 3 · Tea 2", with non-breaking spaces. */
export function formatRoomChoices({ options }: PollContent, tally: NonNullable<PollShown>): string {
  const counted = options.map((option, index) => ({ option, count: tally.counts[index] ?? 0 }));
  return [...counted, { option: 'Something else', count: tally.other }]
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ option, count }) => `${isolated(option)}\u00a0${count}`)
    .join('\u00a0· ');
}
