import { keepTranslatedText } from '../../ui/keep-translated-text.ts';
import { followKeyboard } from './follow-keyboard.ts';

/** Keeps the page usable under translators and keyboards. Loaded late: no question waits for it. */
export function keepPageUsable(): void {
  keepTranslatedText(document.body);
  followKeyboard();
}
