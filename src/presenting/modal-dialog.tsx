import type { ComponentChildren } from 'preact';
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
  return (
    <dialog ref={dialog} class={classes} aria-label={name} lang="en" onClose={onClosed}>
      {children}
    </dialog>
  );
}
