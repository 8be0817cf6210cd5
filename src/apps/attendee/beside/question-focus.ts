import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { roundKey } from '../../../session/round-key.ts';
import type { ActivityView } from '../../../session/views.ts';

const TYPING =
  'textarea, input:not([type="radio"], [type="checkbox"], [type="range"], [type="button"])';

/**
 * Moves the focus to a question that has opened, so that Tab goes on there: not from a field that
 * somebody types in, and not where nothing has the focus.
 */
export function leadIntoQuestion(id: string): void {
  if (isNothingFocused() || document.activeElement?.matches(TYPING) === true) return;
  focusQuestion(id);
}

/** Moves the focus to the question where its close took the focus away with what had it. */
export function useFocusAfterClose(current: ActivityView | undefined): void {
  const answering = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const enter = ({ target }: { readonly target: EventTarget | null }): void => {
      const isAnswering = target instanceof Element && target.closest('.question') !== null;
      answering.current = isAnswering ? target : null;
    };
    const leave = ({ target }: FocusEvent): void => {
      // Browsers tell of it before they disable or remove what has the focus.
      queueMicrotask(() => {
        if (target === answering.current && isUsable(answering.current)) answering.current = null;
      });
    };
    // The focus may be there before this is loaded.
    enter({ target: document.activeElement });
    addEventListener('focusin', enter);
    addEventListener('focusout', leave);
    return () => {
      removeEventListener('focusin', enter);
      removeEventListener('focusout', leave);
    };
  }, []);
  const isOpen = current?.phase === 'open';
  const question = current === undefined ? null : roundKey(current);
  const before = useRef({ question, isOpen });
  useEffect(() => {
    const hasClosed = before.current.question === question && before.current.isOpen && !isOpen;
    before.current = { question, isOpen };
    const had = answering.current;
    if (!hasClosed || current === undefined || had === null || isUsable(had)) return;
    if (isNothingFocused() || document.activeElement === had) focusQuestion(current.id);
  }, [question, isOpen]);
}

function isUsable(element: Element | null): boolean {
  return element !== null && element.isConnected && !element.matches(':disabled');
}

function isNothingFocused(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body;
}

function focusQuestion(id: string): void {
  const heading = document.getElementById(`question-${id}`);
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
