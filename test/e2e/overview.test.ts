import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { deck } from '../module/pioneers-deck.ts';
import { closeFaultless, expectAccessible, smallPhone } from './browser.ts';
import { boxOf, guessIndex, moduleOnQuestion } from './module-on-question.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('moving');

/** The first slide that says so in its own text alone. */
const saysReward = deck.slides.find(({ html }) => html.includes('train a reward model'));

/** Closes the dialog as Escape does, and presses a key before the dialog has said that it is closed. */
async function closeAndPress(page: Page, key: string): Promise<void> {
  await page.evaluate(async (pressed) => {
    document.querySelector<HTMLDialogElement>('dialog[open]')?.requestClose();
    await Promise.resolve();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true }));
  }, key);
}

describe('[P13] the overview', () => {
  it('leads to any slide by keyboard alone: by number, by words and by arrow keys', async () => {
    const { device, page } = await moduleOnQuestion(fixture);
    const dialog = page.getByRole('dialog', { name: 'Overview' });
    const chosen = dialog.getByRole('option', { selected: true });
    const isAt = (index: number) => page.getByText(`Slide ${index + 1} of`).waitFor();
    await page.keyboard.press('o');
    await expect.poll(() => chosen.innerText()).toContain(deck.slides[guessIndex]?.title);
    await expect.poll(() => chosen.innerText()).toMatch(/Open\s+On stage/);
    await page.keyboard.type('20');
    await expect.poll(() => chosen.innerText()).toMatch(/^20\s/m);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => chosen.innerText()).toMatch(/^21\s/m);
    await page.keyboard.press('ArrowLeft');
    await isAt(guessIndex);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await isAt(19);
    await page.keyboard.press('o');
    await page.keyboard.type('which case CLOSEST');
    await expect.poll(() => dialog.getByRole('option').count()).toBe(1);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await isAt(19);
    await page.keyboard.press('o');
    await page.keyboard.type('train a reward model');
    await expect.poll(() => chosen.innerText()).toContain(saysReward?.title);
    await closeAndPress(page, 'o');
    await page.keyboard.type('no slide says abracadabra');
    await dialog.getByText('No slide has these words.').waitFor();
    await page.keyboard.press('Enter');
    expect(await dialog.getByRole('option').count()).toBe(0);
    await closeFaultless(device);
  });

  it('has a picture of each slide in its chapter, drawn when it is looked at, and says how far each question is', async () => {
    const { device, page } = await moduleOnQuestion(fixture);
    const dialog = page.getByRole('dialog', { name: 'Overview' });
    const pictures = dialog.locator('.slide-preview');
    await page.getByRole('button', { name: 'Overview' }).click();
    await expect.poll(() => dialog.getByRole('option').count()).toBe(deck.slides.length);
    await dialog.getByRole('group', { name: /^Netflix: recommendation at scale/ }).waitFor();
    await expect.poll(() => pictures.count()).toBeGreaterThan(6);
    expect(await pictures.count()).toBeLessThan(deck.slides.length / 2);
    const asked = deck.slides.filter(({ activity }) => activity !== null).length;
    expect(await dialog.getByText('To come', { exact: true }).count()).toBe(asked - 1);
    await expectAccessible(page, 'the overview');
    await page.keyboard.press('End');
    await dialog.getByRole('option').last().locator('.slide-preview').waitFor();
    await page.setViewportSize(smallPhone);
    const close = dialog.getByRole('button', { name: 'Close' });
    expect((await boxOf(close)).right).toBeLessThanOrEqual(smallPhone.width);
    await dialog.getByRole('option').last().click();
    await page.getByText(`Slide ${deck.slides.length} of`).waitFor();
    await closeFaultless(device);
  });
});
