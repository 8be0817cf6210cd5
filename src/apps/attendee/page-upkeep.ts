import { preloadPhoneViews } from '../../activities/phone-views.ts';
import { earlyChanges, earlyObserver } from '../../ui/early-changes.ts';
import { keepTranslatedText } from '../../ui/keep-translated-text.ts';
import { followKeyboard } from './follow-keyboard.ts';
import { ignoreHeldPresses } from './ignore-held-presses.ts';

const VIEWS_AFTER_MS = 1_000;
const VIEWS_WITHIN_MS = 3_000;

/**
 * Keeps the page usable under translators, keyboards and resting fingers, and a while later loads the views of all
 * activities; that delay is random, so that phones spread. No question waits for this.
 */
export async function keepPageUsable(): Promise<void> {
  const earlier = [...earlyChanges, ...earlyObserver.takeRecords()];
  earlyObserver.disconnect();
  keepTranslatedText(document.body, earlier);
  followKeyboard();
  ignoreHeldPresses();
  const spread = Math.random() * (VIEWS_WITHIN_MS - VIEWS_AFTER_MS);
  await new Promise((later) => setTimeout(later, VIEWS_AFTER_MS + spread));
  await preloadPhoneViews();
}
