import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { closeFaultless, expectAccessible, expectNoSidewaysScroll } from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('room');

const undoButton = (page: Page): Locator => page.getByRole('button', { name: /^Undo ./ });

/** Presses until the console says this: it takes no press that comes too soon. */
async function pressUntil(page: Page, key: string, words: string): Promise<void> {
  const told = page.getByText(words, { exact: true }).first();
  await expect
    .poll(
      async () => {
        if (!(await told.isVisible())) await page.keyboard.press(key);
        return told.isVisible();
      },
      { interval: 400 },
    )
    .toBe(true);
}

async function overlaps(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()];
  if (a === null || b === null) throw new Error('It is not shown');
  const isBeside = a.x >= b.x + b.width || b.x >= a.x + a.width;
  return !isBeside && a.y < b.y + b.height && b.y < a.y + a.height;
}

describe('[P20] a step that was not meant', () => {
  it('is undone by Ctrl+Z, and the one before by the next, and never while something is written', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(0);
    const device = await fixture.console(code);
    const { page } = device;
    const phone = await fixture.attendee(code);
    await page.getByText('Slide 1 of').waitFor();
    expect(await undoButton(page).count()).toBe(0);
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: 'Undo Slide 2 shown' }).waitFor();
    await phone.answer('drink', { choices: [0], other: null });
    await page.getByText('1 of 1 answered').waitFor();
    await page.keyboard.press('o');
    const search = page.getByRole('combobox', { name: 'Find a slide' });
    await page.keyboard.type('drink');
    await page.keyboard.press('Control+Z');
    await expect.poll(() => search.inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await page.getByText('Slide 2 of').waitFor();
    await pressUntil(page, 'Control+Z', 'Back on slide 1. 1 answer kept.');
    await page.getByText('Slide 1 of').waitFor();
    await pressUntil(page, 'Meta+Z', 'On stage: join screen');
    await closeFaultless(device);
  });

  it.each([
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ])('is undone by a button that covers nothing, on $width × $height', async (size) => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(0);
    const device = await fixture.console(code);
    const { page } = device;
    await page.setViewportSize(size);
    await page.getByText('Slide 1 of').waitFor();
    await presenter.show(1);
    const undo = undoButton(page);
    const next = page.getByRole('button', { name: 'Next', exact: true });
    await undo.hover();
    for (const other of [next, page.locator('.now-picture'), page.locator('.next-help')]) {
      expect(await overlaps(undo, other)).toBe(false);
    }
    const isScrolled = () =>
      page.evaluate(() => document.documentElement.scrollHeight > innerHeight);
    expect(size.width > 1_000 && (await isScrolled())).toBe(false);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page, `the console with a notice on ${size.width} px`);
    await undo.click();
    await page.getByText('Back on slide 1.').first().waitFor();
    await page.getByText('Slide 1 of').waitFor();
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('button', { name: 'Undo', exact: true, disabled: false }).click();
    await page.getByText('On stage: join screen').waitFor();
    await closeFaultless(device);
  });
});
