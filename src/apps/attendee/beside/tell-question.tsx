import { useEffect, useRef, useState } from 'preact/hooks';
import type { AttendeeSession } from '../../../client/sessions/attendee-session.ts';
import { roundKey } from '../../../session/round-key.ts';
import type { ActivityView } from '../../../session/views.ts';
import { vibrate } from '../../../ui/vibrate.ts';
import { leadIntoQuestion } from './question-focus.ts';
import { millisecondsLeft, newQuestionWords } from './time-limit.ts';

const VIBRATION_MS = 80;

interface Props {
  readonly session: AttendeeSession;
  /** The question that everybody answers now. */
  readonly current: ActivityView | undefined;
  /** The open question that came with the page, in its wording and round; null for none. */
  readonly first: string | null;
}

interface Announcement {
  readonly question: string;
  readonly words: string;
}

/** Tells of a question that opens: to screen readers, by a short vibration, and to the next Tab. */
export function TellQuestion({ session, current, first }: Props) {
  const opened = current?.phase === 'open' ? roundKey(current) : null;
  const before = useRef(first);
  const [said, say] = useState<Announcement | null>(null);
  useEffect(() => {
    if (opened === before.current) return;
    before.current = opened;
    // Empty in between: a question that comes back is not read out where its text does not change.
    say(null);
    if (opened === null || current === undefined) return;
    const left = millisecondsLeft(current, session.clockOffset.value);
    say({ question: opened, words: newQuestionWords(current.question, left) });
    vibrate(VIBRATION_MS);
    leadIntoQuestion(current.id);
  }, [opened]);
  return (
    <p class="visually-hidden" role="status">
      {/* Another element after a reset: the same text in the same one is not read out again. */}
      {said !== null && <span key={said.question}>{said.words}</span>}
    </p>
  );
}
