interface Props {
  readonly label: string;
  readonly isOn: boolean;
  readonly isSmall?: boolean;
  /** Its keys, parted by spaces, as `aria-keyshortcuts` names them. */
  readonly keys?: string;
  /** The id of the element that explains it. */
  readonly helpId?: string;
  readonly onPress: () => void;
}

/** A button that stays pressed while something is on. */
export function ToggleButton(props: Props) {
  const { label, isOn, isSmall = false, keys, helpId, onPress } = props;
  return (
    <button
      type="button"
      class={isSmall ? 'button button-small' : 'button'}
      aria-pressed={isOn}
      aria-keyshortcuts={keys}
      aria-describedby={helpId}
      onClick={onPress}
    >
      {label}
    </button>
  );
}
