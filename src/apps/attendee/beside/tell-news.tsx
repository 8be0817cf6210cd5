import { useEffect, useRef, useState } from 'preact/hooks';
import type { AttendeeSession } from '../../../client/sessions/attendee-session.ts';
import type { ActivityView, AttendeeSnapshot } from '../../../session/views.ts';
import { newsOf, seenOf } from './news.ts';
import { millisecondsLeft } from './time-limit.ts';

const WARN_BEFORE_MS = 10_000;

interface Props {
  readonly session: AttendeeSession;
  readonly snapshot: AttendeeSnapshot;
  /** The question that everybody answers now. */
  readonly current: ActivityView | undefined;
}

/** Tells screen readers of what comes without a press of their reader's. */
export function TellNews({ session, snapshot, current }: Props) {
  const seen = seenOf(snapshot, current);
  const before = useRef(seen);
  const [news, tell] = useState('');
  useEffect(() => {
    tell(newsOf(before.current, seen));
    before.current = seen;
  }, [JSON.stringify(seen)]);
  return (
    <>
      <p class="visually-hidden" role="status" lang="en">
        {news}
      </p>
      <TellTime session={session} current={current} />
    </>
  );
}

/** Tells once that a question is about to close, unless it had no longer from the start. */
function TellTime({ session, current }: Omit<Props, 'snapshot'>) {
  const offset = session.clockOffset.value;
  const [warning, warn] = useState('');
  useEffect(() => {
    const left = current === undefined ? null : millisecondsLeft(current, offset);
    if (left === null || left <= WARN_BEFORE_MS) return;
    const timer = setTimeout(() => warn('10 seconds left.'), left - WARN_BEFORE_MS);
    return () => {
      clearTimeout(timer);
      warn('');
    };
  }, [current?.id, current?.phase, current?.closesAt, offset]);
  return (
    <p class="visually-hidden" role="status" lang="en">
      {warning}
    </p>
  );
}
