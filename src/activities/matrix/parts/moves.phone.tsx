import type { ComponentChildren } from 'preact';
import { OwnText } from '../../../ui/own-text.tsx';

interface Props {
  readonly item: string;
  /** The item that comes next. */
  readonly next: string;
  /** true if the item has something to take back. */
  readonly isSet: boolean;
  onTakeOut(): void;
  onNext(): void;
}

/** Buttons below the sliders of an item. */
export function Moves({ item, next, isSet, onTakeOut, onNext }: Props): ComponentChildren {
  return (
    <div class="matrix-moves">
      <button
        type="button"
        class="button"
        // Not `disabled`, which would take the focus from the one who has just pressed it.
        aria-disabled={!isSet}
        onClick={() => isSet && onTakeOut()}
      >
        <span lang="en">Take out</span>
        <span class="visually-hidden">
          <OwnText>{item}</OwnText>
        </span>
      </button>
      <button type="button" class="button" onClick={onNext}>
        <span lang="en">Next item</span>
        <span class="visually-hidden">
          <OwnText>{next}</OwnText>
        </span>
      </button>
    </div>
  );
}
