import type { ComponentChildren } from 'preact';
import { accentClass } from '../../lib/accents.ts';
import { OwnText } from '../own-text.tsx';
import { YourAnswer } from './choice-button.tsx';
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
  /** True if it is this attendee's answer; to be told once the question is closed. */
  readonly isOwn?: boolean;
  /** The attendee's own words, where the label stands for those of all. */
  readonly ownWords?: string | null;
}

/** The room's choices as small bars for a phone. */
export function RoomChoices({ answers, bars }: Props): ComponentChildren {
  return (
    <div class="choice-room">
      <p class="choice-note" lang="en">
        The room’s answers: {answers}
      </p>
      <ul>
        {bars.map(({ label, count, accent, isOwn = false, ownWords = null }) => (
          <li key={label} class={`choice-room-row ${accentClass(accent)}`}>
            <span class="choice-text">
              <OwnText>{label}</OwnText>
              {isOwn && <YourAnswer />}
              {ownWords !== null && (
                <span class="choice-room-words">
                  <OwnText>{ownWords}</OwnText>
                </span>
              )}
            </span>
            <RoomShare count={count} answers={answers} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The count of an option and its share as a bar; inside `choice-room-row`. */
export function RoomShare({ count, answers }: { count: number; answers: number }) {
  const percent = (100 * count) / answers;
  return (
    <>
      <span class="choice-room-count">
        {' '}
        {count} <span class="choice-note">{Math.round(percent)}%</span>
      </span>
      <span class="choice-room-bar" style={{ width: `${percent}%` }} />
    </>
  );
}
