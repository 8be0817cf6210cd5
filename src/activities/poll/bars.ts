import type { PollAnswer, PollContent, PollShown } from './poll.ts';

/** A bar of a poll's tally: an option, or all own choices together. */
interface PollBar {
  readonly label: string;
  readonly count: number;
  /** Its own accent; by default that of the question. */
  readonly accent?: number | undefined;
}

interface MarkedBar extends PollBar {
  readonly isOwn: boolean;
  /** The attendee's own choice, at the bar of all own choices. */
  readonly ownWords: string | null;
}

/** The bars of what somebody chose, the longest first. */
export function chosenBars(content: PollContent, tally: NonNullable<PollShown>): PollBar[] {
  return barsOf(content, tally)
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

/** The bars of a tally with the attendee's answer among them; null marks none. */
export function markedBars(
  content: PollContent,
  tally: NonNullable<PollShown>,
  answer: PollAnswer | null,
): readonly MarkedBar[] {
  return barsOf(content, tally).map((bar, index) => {
    const isOption = index < content.options.length;
    const ownWords = isOption ? null : (answer?.other ?? null);
    const isOwn = ownWords !== null || (isOption && answer?.choices.includes(index) === true);
    return { ...bar, isOwn, ownWords };
  });
}

/** The bars of a tally, in the order of the options. */
export function barsOf(content: PollContent, tally: NonNullable<PollShown>): readonly PollBar[] {
  return [
    ...content.options.map((label, index) => ({
      label,
      count: tally.counts[index] ?? 0,
      accent: content.accents[index],
    })),
    ...(content.other ? [{ label: 'Something else', count: tally.other }] : []),
  ];
}
