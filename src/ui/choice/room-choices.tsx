import type { ComponentChildren } from 'preact';
import { accentClass } from '../../lib/accents.ts';
import { OwnText } from '../own-text.tsx';
import './room-choices.css';

interface Props {
  /** Attendees; each bar is a share of them. */
  readonly answers: number;
  readonly bars: readonly RoomBar[];
}

interface RoomBar {
  readonly label: string;
  readonly count: number;
  /** Its own accent; by default that of the question. */
  readonly accent?: number | undefined;
}

/** The room's choices as small bars for a phone. */
export function RoomChoices({ answers, bars }: Props): ComponentChildren {
  return (
    <div class="choice-room">
      <p class="choice-note" lang="en">
        The room’s answers: {answers}
      </p>
      <ul>
        {bars.map(({ label, count, accent }) => (
          <li key={label} class={accentClass(accent)}>
            <span>
              <OwnText>{label}</OwnText>
            </span>
            <span class="choice-room-count">
              {count} <span class="choice-note">{Math.round((100 * count) / answers)}%</span>
            </span>
            <span class="choice-room-bar" style={{ width: `${(100 * count) / answers}%` }} />
          </li>
        ))}
      </ul>
    </div>
  );
}
