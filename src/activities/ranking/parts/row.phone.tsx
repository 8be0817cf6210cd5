import type {
  ComponentChildren,
  TargetedEvent,
  TargetedKeyboardEvent,
  TargetedPointerEvent,
} from 'preact';
import { OwnText } from '../../../ui/own-text.tsx';

interface Props {
  readonly text: string;
  /** From 0; null where the option has none. */
  readonly place: number | null;
  /** The number of places that can be given. */
  readonly places: number;
  /** The last place that is taken, from 0. */
  readonly last: number;
  readonly isDragged: boolean;
  /** undefined where all places are taken. */
  readonly onToggle: ((event: TargetedEvent) => void) | undefined;
  onMove(place: number, event: TargetedEvent): void;
  onGrip(event: TargetedPointerEvent<HTMLElement>): void;
}

/** One option: its place, which is a grip to drag it by, its text, and buttons to move it. */
export function Row(props: Props): ComponentChildren {
  const { text, place, places, last, isDragged, onToggle, onMove, onGrip } = props;
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (place === null || step === undefined || event.altKey || event.ctrlKey || event.metaKey)
      return;
    event.preventDefault();
    onMove(place + step, event);
  };
  return (
    <li class={rowClass(place !== null, isDragged)}>
      {place !== null && (
        <span class="ranking-grip" aria-hidden="true" onPointerDown={onGrip}>
          {place + 1}
        </span>
      )}
      <button
        type="button"
        class="option"
        aria-pressed={place !== null}
        disabled={onToggle === undefined}
        onClick={onToggle}
        onKeyDown={onKeyDown}
      >
        {place !== null && (
          <span class="visually-hidden" lang="en">
            {place + 1} of {places}:{' '}
          </span>
        )}
        <span class="ranking-text">
          <OwnText>{text}</OwnText>
        </span>
      </button>
      {place !== null && <Moves {...{ text, place, last, onMove, onKeyDown }} />}
    </li>
  );
}

function rowClass(isPlaced: boolean, isDragged: boolean): string {
  return `${isPlaced ? 'ranking-placed' : ''} ${isDragged ? 'ranking-dragged' : ''}`;
}

interface MovesProps extends Pick<Props, 'text' | 'last' | 'onMove'> {
  readonly place: number;
  onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void;
}

function Moves({ text, place, last, onMove, onKeyDown }: MovesProps): ComponentChildren {
  const moves = [
    { name: 'Move up', sign: '↑', to: place - 1 },
    { name: 'Move down', sign: '↓', to: place + 1 },
  ];
  return moves.map(({ name, sign, to }) => (
    <button
      key={name}
      type="button"
      class="ranking-move"
      // Not `disabled`, which would take the focus away from who moves an option to the end.
      aria-disabled={to < 0 || to > last}
      onClick={(event) => onMove(to, event)}
      onKeyDown={onKeyDown}
    >
      <span aria-hidden="true">{sign}</span>
      <span class="visually-hidden">
        <span lang="en">{name}:</span> <OwnText>{text}</OwnText>
      </span>
    </button>
  ));
}
