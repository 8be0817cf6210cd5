import type { ComponentChildren, TargetedEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  readonly name: string;
  readonly class: string;
  readonly children: ComponentChildren;
  readonly onClosed: () => void;
}

/** A modal dialog that is open while it is rendered. Escape, or a form in it, closes it. */
export function ModalDialog({ name, class: classes, children, onClosed }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  // At once: "close" comes later, and until then the key that opens the dialog again would be lost.
  const cancel = (event: TargetedEvent<HTMLDialogElement>): void => {
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    event.currentTarget.close();
    onClosed();
  };
  // By then its successor may be open.
  const close = ({ currentTarget }: TargetedEvent<HTMLDialogElement>): void => {
    if (currentTarget.isConnected) onClosed();
  };
  return (
    <dialog
      ref={dialog}
      class={classes}
      aria-label={name}
      lang="en"
      onCancel={cancel}
      onClose={close}
    >
      {children}
    </dialog>
  );
}
