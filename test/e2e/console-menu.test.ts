import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  chooseInMenu,
  closeFaultless,
  expectAccessible,
  focusedText,
  smallPhone,
  tabTo,
  takesNext,
} from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('moving');

/** Presses a key until it shows something: the page takes keys again a moment after a dialog has closed. */
async function pressFor(page: Page, key: string, shown: Locator): Promise<void> {
  await expect
    .poll(async () => {
      if (!(await shown.isVisible())) await page.keyboard.press(key);
      return shown.isVisible();
    })
    .toBe(true);
}

describe('the console’s menu', () => {
  it('has everything that is needed seldom, by keyboard alone, and closes after it', async () => {
    const { code, presenter } = await fixture.startSession();
    const device = await fixture.console(code);
    const { page } = device;
    await page.getByRole('link', { name: 'Open stage' }).waitFor();
    await presenter.show(0);
    await page.getByRole('link', { name: 'Open stage' }).waitFor({ state: 'hidden' });
    await tabTo(page, 'Menu', { within: 10 });
    await page.keyboard.press('Enter');
    const menu = page.getByRole('navigation', { name: 'Session' });
    const entries = await menu.locator(':scope > :is(a, button)').allInnerTexts();
    expect(entries).toEqual([
      'Undo',
      'Open stage',
      'Join screen',
      'Join link',
      'Use my phone',
      'Self-paced',
      'Slides on phones',
      'Results',
      'Decks and sessions',
      'Edit this deck',
      'Keys',
      'End session',
    ]);
    await expectAccessible(page, 'the console with its menu');
    await tabTo(page, 'Join screen', { within: 4 });
    await page.keyboard.press('Enter');
    await page.getByText('On stage: join screen').waitFor();
    await menu.waitFor({ state: 'hidden' });
    expect(await focusedText(page)).toBe('Menu');
    await page.keyboard.press('Enter');
    await tabTo(page, 'End session', { within: 13 });
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('End this session?').waitFor();
    expect(await menu.getByText('Results').isVisible()).toBe(false);
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'hidden' });
    expect(await focusedText(page)).toBe('Menu');
    await closeFaultless(device);
  });

  it('[P25] takes no key of the page while it is open, and Escape closes it', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(0);
    const device = await fixture.console(code);
    const { page } = device;
    const menu = page.getByRole('navigation', { name: 'Session' });
    await page.getByText('Slide 1 of 6').waitFor();
    await takesNext(page);
    await page.getByRole('button', { name: 'Menu' }).focus();
    await page.keyboard.press('Enter');
    await menu.waitFor();
    for (const key of ['ArrowDown', 'PageDown', 'b', 'Control+Z']) await page.keyboard.press(key);
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Undo Slide 1 shown' }).waitFor({ state: 'detached' });
    await page.getByText('Slide 1 of 6').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByText('Slide 2 of 6').waitFor();
    await page.getByRole('button', { name: 'Undo Slide 2 shown' }).waitFor();
    expect(await page.getByText('The stage is blank.').count()).toBe(0);
    await closeFaultless(device);
  });

  it('[P12] is all in sight on a laptop, and opens at its top where it is not', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(0);
    const device = await fixture.console(code);
    const { page } = device;
    const menu = page.getByRole('navigation', { name: 'Session' });
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: 'Menu' }).click();
    expect(await menu.evaluate((one) => one.scrollHeight - one.clientHeight)).toBe(0);
    for (const entry of await menu.locator(':scope > :is(a, button), label').all()) {
      expect((await entry.boundingBox())?.height).toBeGreaterThanOrEqual(40);
    }
    await page.setViewportSize(smallPhone);
    await menu.evaluate((one) => one.scrollTo(0, one.scrollHeight));
    expect(await menu.evaluate((one) => one.scrollTop)).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Menu' }).click();
    await expect.poll(() => menu.evaluate((one) => one.scrollTop)).toBe(0);
    await closeFaultless(device);
  });

  it('lists the keys, as the key "?" does', async () => {
    const { code } = await fixture.startSession();
    const device = await fixture.console(code);
    const { page } = device;
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    await chooseInMenu(page, 'Keys');
    await dialog.getByText('Overview of all slides').waitFor();
    await page.setViewportSize({ width: 1366, height: 660 });
    expect(await dialog.evaluate((one) => one.scrollHeight - one.clientHeight)).toBe(0);
    await expectAccessible(page, 'the list of keys');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await pressFor(page, '?', dialog);
    await closeFaultless(device);
  });

  it('leaves letters and signs to the browser where they are switched off, and arrows are keys still', async () => {
    const { code } = await fixture.startSession();
    const device = await fixture.console(code);
    const { page } = device;
    const letters = page.getByRole('checkbox', { name: 'Letters and signs are keys' });
    await chooseInMenu(page, 'Keys');
    await letters.uncheck();
    await page.reload();
    await page.getByRole('button', { name: 'Overview' }).waitFor();
    await page.keyboard.press('o');
    await page.keyboard.press('?');
    await page.keyboard.press('ArrowRight');
    await page.getByText('Slide 1 of').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await chooseInMenu(page, 'Keys');
    await letters.check();
    await page.keyboard.press('Escape');
    await letters.waitFor({ state: 'detached' });
    await pressFor(page, '?', letters);
    await closeFaultless(device);
  });
});
