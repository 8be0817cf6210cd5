import { earlyChanges, earlyObserver } from '../../ui/early-changes.ts';
import { keepTranslatedText } from '../../ui/keep-translated-text.ts';
import { followKeyboard } from './follow-keyboard.ts';

/** Keeps the page usable under translators and keyboards. Loaded late: no question waits for it. */
export function keepPageUsable(): void {
  const earlier = [...earlyChanges, ...earlyObserver.takeRecords()];
  earlyObserver.disconnect();
  keepTranslatedText(document.body, earlier);
  followKeyboard();
}
