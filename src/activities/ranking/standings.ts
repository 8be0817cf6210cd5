import type { RankedShown, RankingContent, RankingShown } from './content.ts';

/** An option in the order of the room. */
export interface Standing {
  /** Its index in the content. */
  readonly option: number;
  readonly text: string;
  /** From 1; options with as many points stand at the same place, and the places after it are left out. */
  readonly place: number;
  readonly shown: RankedShown;
}

/** The options by their points, most first; equal ones in the author's order. */
export function standings(
  content: RankingContent,
  { options }: NonNullable<RankingShown>,
): Standing[] {
  return options
    .map((shown, option): Standing => {
      const ahead = options.filter(({ points }) => points > shown.points).length;
      return { option, text: content.options[option] ?? '', place: ahead + 1, shown };
    })
    .sort((one, other) => one.place - other.place);
}
