import { useEffect, useState } from 'preact/hooks';
import { formatDuration } from '../lib/format-duration.ts';

interface Props {
  /** Milliseconds since 1970-01-01 UTC, by the server's clock. */
  readonly closesAt: number;
  /** Milliseconds to add to `performance.now()` for the time of the server's clock. */
  readonly clockOffset: number;
}

/** The time left for a question: "0:23". Not announced: screen readers would read every second. */
export function Countdown({ closesAt, clockOffset }: Props) {
  const [now, setNow] = useState(performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.ceil((closesAt - now - clockOffset) / 1000));
  return (
    <span role="timer" aria-live="off" class="countdown">
      {formatDuration(seconds)}
    </span>
  );
}
