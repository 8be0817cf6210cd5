import { useEffect, useRef } from 'preact/hooks';
import type { WireError } from '../protocol/wire-error.ts';
import { restOf } from './press-guard.ts';
import { noticeLabel, type CountedSnapshot, type NamedDeck } from './step-label.ts';
import type { StepNotice as Notice, Undoing } from './undoing.ts';
import './step-notice.css';

interface Props {
  readonly deck: NamedDeck;
  readonly snapshot: CountedSnapshot;
  readonly undoing: Undoing;
  readonly report: (error: WireError | null) => void;
}

/** The presenter's latest step, with a button that undoes it; and what was undone. */
export function StepNotice({ deck, snapshot, undoing, report }: Props) {
  const notice = undoing.notice.value;
  const held = useHold(undoing, notice);
  const words = notice === null ? '' : noticeLabel(notice, deck, snapshot);
  return (
    <div class="step-notice" lang="en" role="group" aria-label="Latest step" {...held}>
      {notice?.isUndone === false && (
        <button
          type="button"
          class="button button-small"
          {...restOf(undoing.guard)}
          aria-keyshortcuts="Control+Z Meta+Z"
          onClick={() => void undoing.undo().then(report)}
        >
          <b>Undo</b>
          <span>{words}</span>
        </button>
      )}
      <p class={notice?.isUndone === true ? '' : 'visually-hidden'} role="status">
        {words}
      </p>
    </div>
  );
}

/** Holds the notice while the pointer or the focus is on it. */
function useHold(undoing: Undoing, notice: Notice | null) {
  const ref = useRef<HTMLDivElement>(null);
  const isPointedAt = useRef(false);
  const hold = (): void => {
    const isFocused = ref.current?.contains(document.activeElement) ?? false;
    undoing.hold(isPointedAt.current || isFocused);
  };
  // A button that is gone tells of no focus that it lost.
  useEffect(hold, [notice]);
  const onPointer = ({ type }: PointerEvent): void => {
    isPointedAt.current = type === 'pointerenter';
    hold();
  };
  // The focus has moved only after `focusout`.
  const onFocus = (): void => queueMicrotask(hold);
  return {
    ...{ ref, onPointerEnter: onPointer, onPointerLeave: onPointer },
    ...{ onFocusIn: onFocus, onFocusOut: onFocus },
  };
}
