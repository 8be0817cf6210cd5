import type { ComponentChildren } from 'preact';
import './choice.css';

interface Props {
  readonly children: ComponentChildren;
  /** Left out where a press does something else than to stay pressed. */
  readonly pressed?: boolean;
  /** A class of what tells it apart; beside its hue, something has to tell a pressed one. */
  readonly look?: string;
  /** Left out where the question is closed. */
  readonly onPress?: (() => void) | undefined;
}

/** A box under the thumb, as large as its words need. */
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
