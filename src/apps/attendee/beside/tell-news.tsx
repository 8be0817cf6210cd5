import { useEffect, useRef, useState } from 'preact/hooks';
import type { ActivityView, AttendeeSnapshot } from '../../../session/views.ts';
import { newsOf, seenOf } from './news.ts';

interface Props {
  readonly snapshot: AttendeeSnapshot;
  /** The question that everybody answers now. */
  readonly current: ActivityView | undefined;
}

/** Tells screen readers of what comes without a press of their reader's. */
export function TellNews({ snapshot, current }: Props) {
  const seen = seenOf(snapshot, current);
  const before = useRef(seen);
  const [news, tell] = useState('');
  useEffect(() => {
    tell(newsOf(before.current, seen));
    before.current = seen;
  }, [JSON.stringify(seen)]);
  return (
    <p class="visually-hidden" role="status" lang="en">
      {news}
    </p>
  );
}
