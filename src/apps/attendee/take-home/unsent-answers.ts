import type { AttendeeSession } from '../../../client/sessions/attendee-session.ts';
import { isRecord, isString, type Json } from '../../../lib/json.ts';
import type { TakeHomeQuestion } from '../../../session/views.ts';

/** An answer that was begun on this device and is not recorded. */
export interface UnsentAnswer {
  /** The id of its question. */
  readonly id: string;
  readonly question: string;
  /** The typed words; '' where there are none. */
  readonly words: string;
  /** The reason why it was not recorded; null where it was not sent. */
  readonly refusal: string | null;
}

/**
 * The drafts on questions of the take-home page, but for those that are still on their way, and for marks
 * in the place of a recorded answer, which would seem not to be there.
 */
export function unsentAnswers(
  session: Pick<AttendeeSession, 'draftOf' | 'answerTo'>,
  questions: readonly TakeHomeQuestion[],
): readonly UnsentAnswer[] {
  return questions.flatMap(({ activity }) => {
    const draft = session.draftOf(activity);
    const state = session.answerTo(activity);
    if (draft === null) return [];
    if (state.is === 'sending' || state.is === 'kept' || state.is === 'delayed') return [];
    const words = wordsOf(draft);
    if (state.is === 'recorded' && words === '') return [];
    const refusal = state.is === 'refused' ? state.error.message : null;
    return [{ id: activity.id, question: activity.question, words, refusal }];
  });
}

/** The words of a draft of any form: a text, texts, or a text beside marked options. */
export function wordsOf(draft: Json): string {
  if (isString(draft)) return draft.trim();
  if (!isRecord(draft) && !Array.isArray(draft)) return '';
  const words = Object.values(draft).filter(isString);
  return words
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .join(' · ');
}
