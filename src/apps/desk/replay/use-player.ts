import { useLayoutEffect, useState } from 'preact/hooks';

const TICK_MS = 100;

/** The speeds of a replay, in playing time for each of a clock. */
export const speeds = [1, 10] as const;

export type Speed = (typeof speeds)[number];

/** A playing time that goes on by itself, or is set. */
export interface Player {
  /** Milliseconds from the beginning. */
  readonly time: number;
  readonly isPlaying: boolean;
  readonly speed: Speed;
  /** Plays, from the beginning where it is at its end; or pauses. */
  toggle(): void;
  /** Goes to a playing time; it goes on from there. */
  goTo(time: number): void;
  setSpeed(speed: Speed): void;
}

/** A player of so many milliseconds, which begins at a time. */
export function usePlayer(length: number, begin: number): Player {
  const [time, setTime] = useState(begin);
  const [wanted, setWanted] = useState(false);
  const [speed, setSpeed] = useState<Speed>(1);
  const isPlaying = wanted && time < length;
  // Not after the next paint: a replay that is paused would go on by a second.
  useLayoutEffect(() => {
    if (!isPlaying) return undefined;
    let before = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      const passed = (now - before) * speed;
      before = now;
      setTime((at) => Math.min(length, at + passed));
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [isPlaying, speed, length]);
  return {
    time,
    isPlaying,
    speed,
    toggle() {
      if (!isPlaying && time >= length) setTime(0);
      setWanted(!isPlaying);
    },
    goTo: (at) => setTime(Math.min(length, Math.max(0, at))),
    setSpeed,
  };
}
