import type { ComponentChildren } from 'preact';
import { accentClass } from '../../../lib/accents.ts';
import type { MatchContent } from '../content.ts';
import type { MatchShown } from '../match.ts';
import { notEnoughLabel, restLabels } from '../labels.ts';
import { OwnText } from '../../../ui/own-text.tsx';

interface RoomProps {
  readonly content: MatchContent;
  readonly tally: NonNullable<MatchShown>;
}

/** The room's spread over the cases, as figures. */
export function Room({
  content,
  tally: { answers, finished, room },
}: RoomProps): ComponentChildren {
  return (
    <div class="match-room">
      <h2 class="match-room-heading" lang="en">
        The room
      </h2>
      {room === null ? (
        <p class="choice-note" lang="en">
          {notEnoughLabel(content, finished)}
        </p>
      ) : (
        <>
          <ul class="entries" lang="en">
            {content.cases.map(({ name, accent }, place) => (
              <li key={name} class={accentClass(accent)}>
                <b class="match-name">
                  <OwnText>{name}</OwnText>
                </b>
                <span class="match-figures">
                  <b>{room.clear[place]}</b> clearly
                  <span class="choice-note">, {room.between[place]} between</span>
                </span>
              </li>
            ))}
          </ul>
          <ul class="entries match-room-rest choice-note" lang="en">
            {restLabels(room, answers - finished).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
