import type { ComponentChildren } from 'preact';
import './choice.css';

interface Props {
  readonly children: ComponentChildren;
  /** Whether several may be pressed: it then has a box instead of a ring. */
  readonly several?: boolean;
  readonly pressed: boolean;
  /** Whether it is part of the answer that was last given. */
  readonly given: boolean;
  /** Left out where the question is closed. */
  readonly onPress?: () => void;
}

/** One option of a question under the thumb, as large as its words need. */
export function ChoiceButton({
  children,
  several = false,
  pressed,
  given,
  onPress,
}: Props): ComponentChildren {
  return (
    <button
      type="button"
      class={several ? 'choice choice-several' : 'choice'}
      aria-pressed={pressed}
      disabled={onPress === undefined}
      onClick={onPress}
    >
      <span class="choice-text">
        {children}
        {given && <YourAnswer />}
      </span>
    </button>
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
