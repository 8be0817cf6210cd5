import type { ComponentChildren } from 'preact';
import { textOf } from '../../../moderation/text-key.ts';
import { Verb } from '../../../moderation/verb.stage.tsx';
import type { Json } from '../../../lib/json.ts';
import type { Marks } from '../tally.ts';

interface Props {
  /** The key of the question's text. */
  readonly textKey: string;
  readonly marks: Marks | undefined;
  /** Left out where nothing can be decided. */
  readonly control: ((control: Json) => void) | undefined;
}

/** Buttons for what becomes of a question that the room reads; without control, its marks as words. */
export function QuestionVerbs({ textKey, marks, control }: Props): ComponentChildren {
  const { answered = false, pinned = false } = marks ?? {};
  const text = textOf(textKey);
  if (control === undefined) {
    const words = [answered ? 'Answered' : '', pinned ? 'Pinned' : ''].filter(
      (word) => word !== '',
    );
    return words.length > 0 && <b lang="en">{words.join(' · ')}</b>;
  }
  return (
    <>
      <Verb
        name="Answered"
        text={text}
        isPressed={answered}
        onPress={() => control(answered ? { unanswer: textKey } : { answer: textKey })}
      />
      <Verb
        name="Pin"
        text={text}
        isQuiet
        isPressed={pinned}
        onPress={() => control(pinned ? { unpin: textKey } : { pin: textKey })}
      />
    </>
  );
}

interface LetThroughProps {
  readonly isOn: boolean;
  readonly onSet: (on: boolean) => void;
}

/** The switch that lets questions come through without an approval. */
export function LetThrough({ isOn, onSet }: LetThroughProps): ComponentChildren {
  return (
    <p class="questions-switch">
      <button
        type="button"
        class="button button-small"
        aria-pressed={isOn}
        lang="en"
        onClick={() => onSet(!isOn)}
      >
        Let all through
      </button>
    </p>
  );
}
