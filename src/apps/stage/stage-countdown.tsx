import { useEffect, useState } from 'preact/hooks';
import { Countdown } from '../../ui/countdown.tsx';

const LAST_MS = 10_000;

interface Props {
  /** Milliseconds since 1970-01-01 UTC, by the server's clock. */
  readonly closesAt: number;
  /** Milliseconds to add to `performance.now()` for the time of the server's clock. */
  readonly clockOffset: number;
}

/** The time left for the question, above its slide; fills its band in the last ten seconds. */
export function StageCountdown({ closesAt, clockOffset }: Props) {
  const isLast = useLastSeconds(closesAt, clockOffset);
  return (
    <section
      class={isLast ? 'stage-countdown stage-countdown-last' : 'stage-countdown'}
      lang="en"
      aria-label="Time left"
    >
      <Countdown closesAt={closesAt} clockOffset={clockOffset} />
    </section>
  );
}

function useLastSeconds(closesAt: number, clockOffset: number): boolean {
  const [isLast, setLast] = useState(false);
  useEffect(() => {
    const left = closesAt - clockOffset - performance.now() - LAST_MS;
    setLast(left <= 0);
    const timer = setTimeout(() => setLast(true), Math.max(0, left));
    return () => clearTimeout(timer);
  }, [closesAt, clockOffset]);
  return isLast;
}
