import { useEffect, useRef, useState } from 'preact/hooks';
import { formatDuration } from '../../lib/format-duration.ts';
import { formatMinutes, formatPace, paceOf } from '../../presenting/pace.ts';
import type { RemoteDeckView, RemoteSnapshot } from '../../session/remote-views.ts';
import { vibrate } from '../../ui/vibrate.ts';

const TIME_OVER_MS = [200, 100, 200];

interface Props {
  readonly deck: RemoteDeckView;
  readonly snapshot: RemoteSnapshot;
  /** The present slide's index in the deck. */
  readonly index: number;
  readonly clockOffset: number;
}

/** The time of the talk and of the present slide, each against its plan. */
export function RemoteClock({ deck, snapshot, index, clockOffset }: Props) {
  const now = useNow() + clockOffset;
  const { talkStartedAt, slideStartedAt } = snapshot;
  const elapsed = sinceMs(talkStartedAt, now);
  const onSlide = sinceMs(slideStartedAt, now);
  const pace = paceOf(deck.slides, index, elapsed / 60_000);
  const minutes = deck.slides[index]?.minutes ?? null;
  const isOver = minutes !== null && onSlide >= minutes * 60_000;
  useVibrationAt(isOver, slideStartedAt);
  return (
    <dl class="remote-clock">
      <Time
        name="Elapsed"
        value={formatTime(elapsed)}
        note={pace === null ? '' : `of ${formatMinutes(pace.planned)}`}
      />
      {pace !== null && talkStartedAt !== null && (
        <Time isPlain name="Schedule" value={formatPace(pace)} note="" />
      )}
      {minutes !== null && (
        <Time
          name="This slide"
          value={formatTime(onSlide)}
          note={isOver ? `over ${formatMinutes(minutes)}` : `of ${formatMinutes(minutes)}`}
          isOver={isOver}
        />
      )}
    </dl>
  );
}

interface TimeProps {
  readonly name: string;
  readonly value: string;
  readonly note: string;
  readonly isOver?: boolean;
  /** true where the value says by itself what it is of. */
  readonly isPlain?: boolean;
}

function Time({ name, value, note, isOver = false, isPlain = false }: TimeProps) {
  return (
    <div class={isOver ? 'remote-time-over' : ''}>
      <dt class={isPlain ? 'visually-hidden' : ''}>{name}</dt>
      <dd>
        <b>{value}</b> <span>{note}</span>
      </dd>
    </div>
  );
}

function sinceMs(start: number | null, now: number): number {
  return start === null ? 0 : Math.max(0, now - start);
}

function formatTime(milliseconds: number): string {
  return formatDuration(Math.floor(milliseconds / 1000));
}

/** `performance.now()`, each second. */
function useNow(): number {
  const [now, setNow] = useState(performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Vibrates once when the time of a slide, shown since `slide`, is over; not where it was over before. */
function useVibrationAt(isOver: boolean, slide: number | null): void {
  const waited = useRef<number | null>(null);
  useEffect(() => {
    if (!isOver) waited.current = slide;
    else if (waited.current === slide && slide !== null) vibrate(TIME_OVER_MS);
  }, [isOver, slide]);
}
