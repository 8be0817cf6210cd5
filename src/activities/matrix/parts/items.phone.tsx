import type { ComponentChildren } from 'preact';
import { OwnText } from '../../../ui/own-text.tsx';

interface Props {
  readonly items: readonly string[];
  readonly chosen: number;
  /** One for each item. */
  readonly isPlaced: readonly boolean[];
  onChoose(item: number): void;
}

/** All items as buttons, numbered as in the square; those that are placed have a tick. */
export function Items({ items, chosen, isPlaced, onChoose }: Props): ComponentChildren {
  return (
    <ul class="matrix-items">
      {items.map((text, item) => (
        <li key={text}>
          <button
            type="button"
            class="matrix-item"
            aria-pressed={item === chosen}
            onClick={() => onChoose(item)}
          >
            <span class="matrix-figure">{item + 1}</span>{' '}
            <span class="matrix-text">
              <OwnText>{text}</OwnText>
            </span>
            {isPlaced[item] === true && (
              <span class="matrix-tick" aria-hidden="true">
                ✓
              </span>
            )}
            <span class="visually-hidden" lang="en">
              {isPlaced[item] === true ? 'placed' : 'not placed'}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
