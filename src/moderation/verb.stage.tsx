import type { ComponentChildren } from 'preact';

interface VerbProps {
  readonly name: string;
  readonly text: string;
  readonly isQuiet?: boolean;
  readonly isPressed?: boolean;
  onPress(): void;
}

/** A button that names the text which it is about. */
export function Verb({
  name,
  text,
  isQuiet = false,
  isPressed,
  onPress,
}: VerbProps): ComponentChildren {
  return (
    <button
      type="button"
      class={isQuiet ? 'button button-small button-quiet' : 'button button-small'}
      data-verb={name}
      aria-pressed={isPressed}
      onClick={onPress}
    >
      <span lang="en">{name}</span>
      <span class="visually-hidden">: {text}</span>
    </button>
  );
}
