import type { ComponentChildren } from 'preact';
import { signalLabels, signals, STRETCH_MS, type PaceStretch } from '../content.ts';
import './pace-bars.css';

interface Props {
  readonly stretches: readonly PaceStretch[];
  /** The first and the last stretch to draw, by their starts in milliseconds since 1970-01-01 UTC. */
  readonly from: number;
  readonly to: number;
}

const HEIGHT = 40;

/** A bar for each half minute, a part for each signal; the picture of a list that says the same. */
export function PaceBars({ stretches, from, to }: Props): ComponentChildren {
  const count = Math.max(1, Math.round((to - from) / STRETCH_MS) + 1);
  const most = Math.max(4, ...stretches.map((one) => peopleOf(one)));
  const byStart = new Map(stretches.map((one) => [one.at, one]));
  return (
    <svg
      class="pace-bars"
      viewBox={`0 0 ${count} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {Array.from({ length: count }, (_, place) => {
        const stretch = byStart.get(from + place * STRETCH_MS);
        return stretch === undefined ? null : (
          <Bar key={stretch.at} {...{ stretch, place, most }} />
        );
      })}
    </svg>
  );
}

interface BarProps {
  readonly stretch: PaceStretch;
  readonly place: number;
  readonly most: number;
}

function Bar({ stretch: { counts }, place, most }: BarProps): ComponentChildren {
  let below = 0;
  return DRAWN.map((signal) => {
    const people = counts[signals.indexOf(signal)] ?? 0;
    const height = (people / most) * HEIGHT;
    below += height;
    return (
      <rect
        key={signal}
        class={`pace-${signal}`}
        x={place + 0.08}
        y={HEIGHT - below}
        width={0.84}
        height={height}
      />
    );
  });
}

/** From the foot: those that ask for something are beside each other. */
const DRAWN = ['lost', 'fast', 'slow', 'right'] as const;

/** The signals of a stretch in words, those that hold for somebody: "3 too fast, 1 lost". */
export function paceWords(stretch: PaceStretch | undefined): string {
  const parts = signals.flatMap((signal, place) => {
    const people = stretch?.counts[place] ?? 0;
    return people === 0 ? [] : [`${signalLabels[signal]}: ${people}`];
  });
  return parts.length === 0 ? 'No signals' : parts.join(', ');
}

function peopleOf({ counts }: PaceStretch): number {
  return counts.reduce((sum, people) => sum + people, 0);
}

/** The colours of the signals, for those who see the bars. */
export function PaceLegend(): ComponentChildren {
  return (
    <p class="pace-legend" aria-hidden="true" lang="en">
      {DRAWN.map((signal) => (
        <span key={signal}>
          <svg viewBox="0 0 10 10">
            <rect class={`pace-${signal}`} width="10" height="10" />
          </svg>
          {signalLabels[signal]}
        </span>
      ))}
    </p>
  );
}
