import type { RankedShown, RankingContent } from './content.ts';

/** The task: "Put all 4 in order", "Choose your first 3, in order". */
export function howMany({ options, top }: RankingContent): string {
  if (top === options.length) return `Put all ${top} in order`;
  return top === 1 ? 'Choose your first' : `Choose your first ${top}, in order`;
}

/** A mean place, with one digit after the point: "2.3". */
export function meanLabel({ mean }: RankedShown): string {
  return mean.toFixed(1);
}

/** The places between which half the room is: "2", "1–3"; "3–4+" where some did not place it. */
export function halfLabel(content: RankingContent, shown: RankedShown): string {
  const low = placeLabel(content, Math.round(shown.lowerQuartile));
  const high = placeLabel(content, Math.round(shown.upperQuartile));
  return low === high ? low : `${low}–${high}`;
}

/** A note on places that nobody could give; null where all options are put in order. */
export function othersNote(content: RankingContent): string | null {
  return hasOthers(content) ? `${othersLabel(content)}: not among the first ${content.top}` : null;
}

function placeLabel(content: RankingContent, place: number): string {
  return place > content.top && hasOthers(content) ? othersLabel(content) : String(place);
}

function othersLabel({ top }: RankingContent): string {
  return `${top + 1}+`;
}

// One option that alone is not placed is at the last place.
function hasOthers({ options, top }: RankingContent): boolean {
  return options.length - top > 1;
}
