import type { ComponentChildren } from 'preact';
import { RoomTexts } from '../../../moderation/room-texts.phone.tsx';
import { RoomChoices } from '../../../ui/choice/room-choices.tsx';
import type { OpenTextAnswer, OpenTextContent } from '../content.ts';
import type { OpenTextShown } from '../tally.ts';

interface Props {
  readonly content: OpenTextContent;
  readonly tally: NonNullable<OpenTextShown>;
  /** The answer to mark; null while the options above show it. */
  readonly answer: OpenTextAnswer | null;
}

/** The room's options and its approved texts. */
export function Room({ content, tally, answer }: Props): ComponentChildren {
  const { answers, counts } = tally;
  const { options } = content;
  return (
    <>
      {options.length > 0 && (
        <RoomChoices
          answers={answers}
          bars={options.map((label, index) => ({
            label,
            count: counts[index] ?? 0,
            isOwn: answer?.choice === index,
          }))}
        />
      )}
      <RoomTexts texts={tally} options={options} />
    </>
  );
}
