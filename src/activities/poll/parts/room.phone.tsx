import type { ComponentChildren } from 'preact';
import { RoomChoices } from '../../../ui/choice/room-choices.tsx';
import { barsOf } from '../bars.ts';
import type { PollContent, PollShown } from '../poll.ts';

interface RoomProps {
  readonly content: PollContent;
  readonly tally: NonNullable<PollShown>;
}

/** The room's choices. It is loaded after the first poll, which nobody has to wait for. */
export function Room({ content, tally }: RoomProps): ComponentChildren {
  return <RoomChoices answers={tally.answers} bars={barsOf(content, tally)} />;
}
