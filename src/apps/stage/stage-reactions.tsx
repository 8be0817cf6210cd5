import type { Reaction } from '../../client/sessions/stage-reactions.ts';
import type { StageSnapshot } from '../../session/views.ts';
import './stage-reactions.css';

interface Props {
  readonly reactions: readonly Reaction[];
  readonly shown: StageSnapshot['reactions'];
}

/** The room's reactions, which rise beside the slide and fade. Screen readers are spared them. */
export function StageReactions({ reactions, shown }: Props) {
  if (shown === null || !shown.on) return null;
  return (
    <div class="stage-reactions" aria-hidden="true">
      {reactions.map(({ id, sign, times }) => (
        <span
          key={id}
          class="stage-reaction"
          style={{ insetInlineEnd: `${(id % PLACES) * PLACE_WIDTH}em` }}
        >
          {shown.signs[sign]}
          {times > 1 && <small>{times}</small>}
        </span>
      ))}
    </div>
  );
}

/** The places beside each other. */
const PLACES = 2;
/** In em: they keep to the margin of the slide. */
const PLACE_WIDTH = 1.05;
