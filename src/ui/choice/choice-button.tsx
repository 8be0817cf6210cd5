import type { ComponentChildren } from 'preact';
import { accentClass } from '../../lib/accent-class.ts';
import { OptionButton } from './option-button.tsx';

interface Props {
  readonly children: ComponentChildren;
  /** Whether several may be pressed: it then has a box instead of a ring. */
  readonly several?: boolean;
  readonly pressed: boolean;
  /** Whether it is part of the answer that was last given. */
  readonly given: boolean;
  /** Its own hue, where it stands for something that has one; left out: that of the question. */
  readonly accent?: number | undefined;
  /** Left out where the question is closed. */
  readonly onPress?: () => void;
}

/** One option of a question: it has a ring or a box to mark, and says whether it was given. */
export function ChoiceButton({
  children,
  several = false,
  pressed,
  given,
  accent,
  onPress,
}: Props): ComponentChildren {
  return (
    <OptionButton
      look={`choice ${several ? 'choice-several' : ''} ${accentClass(accent)}`}
      pressed={pressed}
      onPress={onPress}
    >
      <span class="choice-text">
        {children}
        {given && <YourAnswer />}
      </span>
    </OptionButton>
  );
}

/** Says of an option that it is what one has answered. */
export function YourAnswer(): ComponentChildren {
  return (
    <span class="choice-given" lang="en">
      {' '}
      Your answer
    </span>
  );
}
