import type { PollContent, PollShown } from './poll.ts';

/** How the room chose, most first, without what nobody chose: "Coffee 3 · Tea 2", with spaces that do not break. */
export function formatRoomChoices({ options }: PollContent, tally: NonNullable<PollShown>): string {
  const counted = options.map((option, index) => ({ option, count: tally.counts[index] ?? 0 }));
  return [...counted, { option: 'Something else', count: tally.other }]
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ option, count }) => `${option}\u00a0${count}`)
    .join('\u00a0· ');
}
