import type { ComponentChildren } from 'preact';
import './choice.css';

interface Props {
  readonly children: ComponentChildren;
  /** Left out for buttons that do not stay pressed. */
  readonly pressed?: boolean;
  /** Further classes. A pressed button must differ by more than its hue. */
  readonly look?: string;
  /** None if the question is closed. */
  readonly onPress?: (() => void) | undefined;
}

/** A button for an option, as large as its text. */
export function OptionButton({ children, pressed, look = '', onPress }: Props): ComponentChildren {
  return (
    <button
      type="button"
      class={`option ${look}`}
      aria-pressed={pressed}
      disabled={onPress === undefined}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
