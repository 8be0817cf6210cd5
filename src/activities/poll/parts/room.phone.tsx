import type { ComponentChildren } from 'preact';
import { RoomChoices } from '../../../ui/choice/room-choices.tsx';
import { markedBars } from '../bars.ts';
import type { PollAnswer, PollContent, PollShown } from '../poll.ts';

interface RoomProps {
  readonly content: PollContent;
  readonly tally: NonNullable<PollShown>;
  /** The answer to mark; null while the options above show it. */
  readonly answer: PollAnswer | null;
}

/** The room's choices. It is loaded after the first poll, which nobody has to wait for. */
export function Room({ content, tally, answer }: RoomProps): ComponentChildren {
  return <RoomChoices answers={tally.answers} bars={markedBars(content, tally, answer)} />;
}
