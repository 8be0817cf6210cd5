import { isIndices, toggleIndex } from '../../lib/indices.ts';
import { isRecord, type Json } from '../../lib/json.ts';
import { LONGEST_OTHER, OTHER_UNFIT } from './longest-other.ts';
import type { PollAnswer, PollContent } from './poll.ts';

/** Choices that an attendee has marked and not sent yet. */
export type Draft = {
  /** Indices into `options`, rising. */
  readonly choices: readonly number[];
  /** The attendee's own choice as typed. */
  readonly other: string;
};

/** Returns true for a draft in its present form. */
export function isDraft(kept: Json): kept is Draft {
  return isRecord(kept) && isIndices(kept['choices']) && typeof kept['other'] === 'string';
}

/** The draft that is already given; an empty one where nothing was. */
export function draftOf(answer: PollAnswer | null): Draft {
  return { choices: answer?.choices ?? [], other: answer?.other ?? '' };
}

/** The draft as an answer; `obstacle` checks it. */
export function answerOf(draft: Draft): PollAnswer {
  return { choices: draft.choices, other: draft.other.trim() || null };
}

/** The draft with one option marked or unmarked. */
export function toggle(draft: Draft, choice: number): Draft {
  return { ...draft, choices: toggleIndex(draft.choices, choice) };
}

/** A sentence on what keeps the draft from being sent; null where nothing does. */
export function obstacle({ min, max }: PollContent, draft: Draft): string | null {
  const { choices, other } = answerOf(draft);
  // As the server measures it. The rest of its rules for texts would weigh too much for the first page.
  if ([...(other ?? '').normalize()].length > LONGEST_OTHER) return OTHER_UNFIT;
  const chosen = choices.length + (other === null ? 0 : 1);
  const missing = min - chosen;
  if (missing > 0)
    return missing === 1 ? 'Choose one more to send.' : `Choose ${missing} more to send.`;
  if (chosen <= max) return null;
  return `You have chosen ${chosen}. Choose at most ${max}: deselect ${chosen - max}.`;
}

/** true where sending the draft would change nothing. */
export function isGiven(draft: Draft, answer: PollAnswer | null): boolean {
  if (answer === null) return false;
  const now = answerOf(draft);
  return now.other === answer.other && String(now.choices) === String(answer.choices);
}
