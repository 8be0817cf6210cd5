import type { ComponentChildren } from 'preact';
import { accentClass } from '../../lib/accents.ts';
import { OptionButton } from './option-button.tsx';
import { OwnText } from '../own-text.tsx';

interface Props {
  /** The option's text. */
  readonly children: string;
  /** True if several may be pressed: a box instead of a ring. */
  readonly several?: boolean;
  readonly pressed: boolean;
  /** True if it is part of the recorded answer. */
  readonly given: boolean;
  /** Its own accent; by default that of the question. */
  readonly accent?: number | undefined;
  /** None if the question is closed. */
  readonly onPress?: (() => void) | undefined;
}

/** An option of a question with a ring or a box; marked if it is part of the recorded answer. */
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
        <OwnText>{children}</OwnText>
        {given && <YourAnswer />}
      </span>
    </OptionButton>
  );
}

/** The mark "Your answer" on an option. */
export function YourAnswer(): ComponentChildren {
  return (
    <span class="choice-given" lang="en">
      {' '}
      Your answer
    </span>
  );
}
