import type { BrowserContextOptions, Locator } from 'playwright-core';
import { expect } from 'vitest';
import { smallPhone } from './browser.ts';

/** A way to operate a page. */
export interface Hand {
  /** The device that it operates. */
  readonly device: BrowserContextOptions;
  press(target: Locator): Promise<void>;
  /** Puts this text into a field, in the place of what is there. */
  write(target: Locator, text: string): Promise<void>;
}

export const mouse: Hand = {
  device: {},
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
};

/** A finger on the smallest phone: what it presses has to be in reach, and covered by nothing. */
export const finger: Hand = {
  device: { viewport: smallPhone, hasTouch: true, isMobile: true },
  press: (target) => target.tap(),
  async write(target, text) {
    await target.tap();
    await type(target, text);
  },
};

/** A keyboard on the smallest phone, or a screen reader's gesture that stands for it. */
export const keyboard: Hand = {
  device: { viewport: smallPhone },
  async press(target) {
    await tabTo(target);
    await target.page().keyboard.press('Enter');
  },
  async write(target, text) {
    await tabTo(target);
    await type(target, text);
  },
};

async function type(target: Locator, text: string): Promise<void> {
  const { keyboard: keys } = target.page();
  await keys.press('ControlOrMeta+A');
  await keys.insertText(text);
}

/** More than there are on any page. */
const MOST_TABS = 120;

/** Goes on with Tab until the target has the focus. */
async function tabTo(target: Locator): Promise<void> {
  // A question takes nothing in its first moment.
  const isReached = () => target.evaluate((element) => element.closest('[inert]') === null);
  await expect.poll(isReached).toBe(true);
  const isFocused = () => target.evaluate((element) => element === document.activeElement);
  for (let tabs = 0; !(await isFocused()); tabs += 1) {
    expect(tabs, `Tab does not reach ${String(target)}`).toBeLessThan(MOST_TABS);
    await target.page().keyboard.press('Tab');
  }
}
