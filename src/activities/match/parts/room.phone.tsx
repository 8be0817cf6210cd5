import type { ComponentChildren } from 'preact';
import type { MatchContent } from '../content.ts';
import type { MatchShown } from '../match.ts';
import { notEnoughInWords } from '../words.ts';

interface RoomProps {
  readonly content: MatchContent;
  readonly tally: NonNullable<MatchShown>;
}

/** How the room spreads over the cases, in figures. */
export function Room({ content, tally: { finished, room } }: RoomProps): ComponentChildren {
  return (
    <div class="match-room">
      <h2 class="match-room-heading" lang="en">
        The room
      </h2>
      {room === null ? (
        <p class="match-note" lang="en">
          {notEnoughInWords(content, finished)}
        </p>
      ) : (
        <ul class="match-list" lang="en">
          {content.cases.map(({ name, accent }, place) => (
            <li key={name} class={`accent-${accent}`}>
              <b class="match-entry match-name">{name}</b>
              <span class="match-figures">
                <b>{room.clear[place]}</b> clearly
                <span class="match-note">, {room.between[place]} between</span>
              </span>
            </li>
          ))}
          <li>
            <span class="match-entry">No clear match</span>
            <span class="match-figures">{room.none}</span>
          </li>
        </ul>
      )}
    </div>
  );
}
