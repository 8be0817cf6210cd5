import type { ComponentChildren } from 'preact';
import './choice.css';

interface Props {
  /** Voters; each bar is a share of them. */
  readonly answers: number;
  readonly bars: readonly { readonly label: string; readonly count: number }[];
}

/** How the room chose, as small as a phone needs it. */
export function RoomChoices({ answers, bars }: Props): ComponentChildren {
  return (
    <div class="choice-room">
      <p class="choice-note" lang="en">
        The room’s answers: {answers}
      </p>
      <ul>
        {bars.map(({ label, count }) => (
          <li key={label}>
            <span>{label}</span>
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
