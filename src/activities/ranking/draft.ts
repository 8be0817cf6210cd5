import { isIndices } from '../../lib/indices.ts';
import type { RankingAnswer, RankingContent } from './content.ts';

/** Options that an attendee has put in order and not sent yet; the first place first. */
export type Draft = readonly number[];

/** Returns true for a draft in its present form. */
export const isDraft = isIndices;

/** The draft with an option at the next place; taken out, if it has a place. */
export function toggle(draft: Draft, option: number): Draft {
  return draft.includes(option) ? draft.filter((other) => other !== option) : [...draft, option];
}

/** The draft with an option at another place, from 0; unchanged where there is no such place. */
export function moveTo(draft: Draft, option: number, place: number): Draft {
  if (!draft.includes(option) || place < 0 || place >= draft.length) return draft;
  const others = draft.filter((other) => other !== option);
  return [...others.slice(0, place), option, ...others.slice(place)];
}

/** The obstacle to sending the draft in a sentence; null where there is none. */
export function obstacle({ top }: RankingContent, draft: Draft): string | null {
  const missing = top - draft.length;
  if (missing <= 0) return null;
  return missing === 1 ? 'Place one more to send.' : `Place ${missing} more to send.`;
}

/** true where sending the draft would change nothing. */
export function isGiven(draft: Draft, answer: RankingAnswer | null): boolean {
  return answer !== null && String(draft) === String(answer.order);
}

/** The words for the change by a press: "Tea: place 2 of 3"; "Tea: taken out". */
export function placeNews({ options, top }: RankingContent, draft: Draft, option: number): string {
  const place = draft.indexOf(option) + 1;
  return `${options[option] ?? ''}: ${place === 0 ? 'taken out' : `place ${place} of ${top}`}`;
}
