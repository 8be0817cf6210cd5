import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import './more-menu.css';

interface Props {
  /** The accessible name of the button and its menu: "More: A first talk". */
  readonly name: string;
  /** The visible word, with which the name begins; dots without one. */
  readonly label?: string;
  /** Buttons and links with the class `button`. */
  readonly children: ComponentChildren;
}

/** A button that opens a menu of rarer actions. Each of them closes it. */
export function MoreMenu({ name, label, children }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  usePlacing(button, menu);
  useClosing(button, menu);
  return (
    <>
      <button
        ref={button}
        type="button"
        class={label === undefined ? 'button more-button' : 'button'}
        aria-label={name}
        popovertarget={id}
      >
        {label ?? <span aria-hidden="true">⋯</span>}
      </button>
      <div ref={menu} id={id} popover="auto" class="more-menu" role="group" aria-label={name}>
        {children}
      </div>
    </>
  );
}

type Place<Kind> = { readonly current: Kind | null };

/** Places the menu at its button whenever it opens: beneath, or above where there is more room. */
function usePlacing(button: Place<HTMLElement>, menu: Place<HTMLElement>): void {
  useEffect(() => {
    const element = menu.current;
    if (element === null) return undefined;
    const close = (): void => element.hidePopover();
    const place = (event: Event): void => {
      const isOpen = event instanceof ToggleEvent && event.newState === 'open';
      // It would stay where it is while its button moves away.
      if (isOpen) addEventListener('scroll', close, { once: true, passive: true });
      else removeEventListener('scroll', close);
      if (!isOpen || button.current === null) return;
      const at = button.current.getBoundingClientRect();
      const { width, height } = element.getBoundingClientRect();
      const fitsBelow = at.bottom + height <= innerHeight;
      element.style.top = `${Math.max(0, fitsBelow ? at.bottom : at.top - height)}px`;
      element.style.left = `${Math.max(0, Math.min(at.right - width, innerWidth - width))}px`;
    };
    element.addEventListener('toggle', place);
    return () => {
      removeEventListener('scroll', close);
      element.removeEventListener('toggle', place);
    };
  }, []);
}

function useClosing(button: Place<HTMLElement>, menu: Place<HTMLElement>): void {
  useEffect(() => {
    const element = menu.current;
    const onClick = ({ target }: Event): void => {
      if (!(target instanceof Element) || target.closest('button, a') === null) return;
      element?.hidePopover();
      // Before the action, which may take the focus elsewhere: a dialog gives it back to this button.
      button.current?.focus();
    };
    element?.addEventListener('click', onClick, true);
    return () => element?.removeEventListener('click', onClick, true);
  }, []);
}
