import { useEffect, useState } from 'preact/hooks';
import { formatDuration } from '../lib/format-duration.ts';

interface Props {
  /** Milliseconds since 1970-01-01 UTC, by the server's clock. */
  readonly closesAt: number;
  /** Milliseconds by which the server's clock is ahead of this device's. */
  readonly clockAhead: number;
}

/** The time left for a question: "0:23". Not announced: screen readers would read every second. */
export function Countdown({ closesAt, clockAhead }: Props) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.ceil((closesAt - now - clockAhead) / 1000));
  return (
    <span role="timer" aria-live="off" class="countdown">
      {formatDuration(seconds)}
    </span>
  );
}
