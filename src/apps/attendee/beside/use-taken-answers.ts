import { useEffect, useRef } from 'preact/hooks';
import type { AttendeeSession } from '../../../client/sessions/attendee-session.ts';
import type { ActivityView } from '../../../session/views.ts';
import { takenAnswers, type Answered } from './taken-answers.ts';

/** Screen readers are not told of what changes while the question can't be touched. */
const NOTE_AFTER_MS = 500;
const NOTE = 'The presenter started this question again. Please answer again.';

/** Notes on the questions whose recorded answer a reset has taken, until they are answered again. */
export function useTakenAnswers(session: AttendeeSession, shown: readonly ActivityView[]): void {
  // The server's next list of answers has no earlier rounds.
  const recorded = useRef(new Map<string, Answered>());
  for (const [id, answer] of Object.entries(session.own.value)) recorded.current.set(id, answer);
  const states = new Map(shown.map((activity) => [activity.id, session.answerTo(activity).is]));
  const taken = takenAnswers(recorded.current, shown, (id) => states.get(id) ?? 'none');
  const note = (ids: readonly string[]): void => {
    session.answerNotes.value = Object.fromEntries(ids.map((id) => [id, NOTE]));
  };
  useEffect(() => {
    if (taken.length === 0) return note([]);
    const timer = setTimeout(() => note(taken), NOTE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [JSON.stringify(taken)]);
}
