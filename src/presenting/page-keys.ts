import { areLetterKeysOn } from './letter-keys.ts';
import { ignoreRepeatedKey } from './press-guard.ts';

const FIELDS = 'input, select, textarea';
/** Menus and dialogs, which lie over the page; a browser without popovers would not read the first. */
const OVER_PAGE = CSS.supports('selector(:popover-open)')
  ? ':popover-open, dialog[open]'
  : 'dialog[open]';
/** Elements that scroll, and the keys by which they do. Clickers send others. */
const SCROLLS = '[data-scrolls]';
const SCROLL_KEYS: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'Home', 'End']);

/**
 * Runs the action of each key that belongs to the page and not to what has the focus, until the
 * returned function is called. A key that is held down counts once.
 *
 * @param actionOf the action of a key; undefined for keys that do nothing
 */
export function listenForPageKeys(actionOf: (key: string) => (() => void) | undefined): () => void {
  const onKey = (event: KeyboardEvent): void => {
    ignoreRepeatedKey(event);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isLetterKey(event.key) && !areLetterKeysOn()) return;
    if (arePageKeysOff()) return;
    const focused = document.activeElement;
    // It presses a button, scrolls a part, or was meant for what has just lost the focus.
    if (event.key === ' ' && focused !== null && focused !== document.body) return;
    if (SCROLL_KEYS.has(event.key) && focused?.closest(SCROLLS) != null) return;
    const action = actionOf(event.key);
    if (action === undefined) return;
    event.preventDefault();
    if (!event.repeat) action();
  };
  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}

/**
 * Runs `undo` for each press of Ctrl+Z or ⌘Z, until the returned function is called. In a field it
 * stays the field's own, and over a menu or dialog it does nothing.
 */
export function listenForUndo(undo: () => void): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (key.toLowerCase() !== 'z' || ctrlKey === metaKey || altKey || shiftKey) return;
    if (arePageKeysOff()) return;
    event.preventDefault();
    if (!event.repeat) undo();
  };
  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}

/** True while keys belong to a field that has the focus, or to a menu or dialog over the page. */
export function arePageKeysOff(): boolean {
  return (
    document.activeElement?.matches(FIELDS) === true || document.querySelector(OVER_PAGE) !== null
  );
}

/** True for a key that writes a letter or a sign; a space is none. */
function isLetterKey(key: string): boolean {
  return key !== ' ' && [...key].length === 1;
}
