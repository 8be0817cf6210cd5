import type { ComponentChildren } from 'preact';
import { RoomChoices } from '../../../ui/choice/room-choices.tsx';
import type { PollContent, PollShown } from '../poll.ts';

interface RoomProps {
  readonly content: PollContent;
  readonly tally: NonNullable<PollShown>;
}

/** The room's choices. It is loaded after the first poll, which nobody has to wait for. */
export function Room({ content, tally }: RoomProps): ComponentChildren {
  const bars = [
    ...content.options.map((label, index) => ({
      label,
      count: tally.counts[index] ?? 0,
      accent: content.accents[index],
    })),
    ...(content.other ? [{ label: 'Something else', count: tally.other }] : []),
  ];
  return <RoomChoices answers={tally.answers} bars={bars} />;
}
