import type { OpenTextContent } from './content.ts';

export interface OptionBar {
  readonly label: string;
  /** The option's index; null for attendees who tapped none. */
  readonly choice: number | null;
  readonly count: number;
}

/** A bar for each option, and one for those who wrote and tapped none; none without options. */
export function barsOf(
  { options }: OpenTextContent,
  { answers, counts }: { readonly answers: number; readonly counts: readonly number[] },
): OptionBar[] {
  if (options.length === 0) return [];
  const bars: OptionBar[] = options.map((label, choice) => ({
    label,
    choice,
    count: counts[choice] ?? 0,
  }));
  const count = answers - bars.reduce((sum, bar) => sum + bar.count, 0);
  return count === 0 ? bars : [...bars, { label: 'In own words', choice: null, count }];
}
