import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { shownSlide, type Device } from './browser.ts';
import { sessionFixture } from './setup-session.ts';

const fixture = sessionFixture('referring');

const missing = [
  'Missing',
  'Elsewhere',
  'At the root',
  'Loaded late',
  'Film of another type',
  'Missing film',
  'Missing sound',
  'Missing in two types',
];

/** Each missing file is a box with its words, and no element is left that a browser draws broken. */
async function expectBoxes(slide: Locator, words: readonly string[]): Promise<void> {
  const boxes = slide.locator('.missing-media');
  await expect.poll(() => boxes.allInnerTexts()).toEqual(words);
  for (const box of await boxes.all()) expect(await box.isVisible()).toBe(true);
  const media = slide.locator('video, audio, image, img:not([alt="There"])');
  await expect.poll(() => media.count()).toBe(0);
}

/** The browser reports each file that it could not get, and nothing else. */
function expectOnlyMissingFiles({ complaints }: Device): void {
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
}

describe('[S32] a picture or film that cannot be loaded', () => {
  it('is a quiet box with its words on the stage, when it is shown or vanishes later', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(0);
    const stage = await fixture.stage(code);
    await expectBoxes(shownSlide(stage), missing);
    await rm(join(fixture.plenary.folder, 'slides/referring/vanishing.svg'));
    await presenter.show(1);
    await expectBoxes(shownSlide(stage), ['Vanishing']);
    await expect.poll(() => stage.page.locator('.deck-logo').isVisible()).toBe(false);
    expectOnlyMissingFiles(stage);
    await stage.close();
  });

  it('is said on the desk with file and line, and the deck can be presented', async () => {
    const desk = await fixture.device();
    await desk.openDesk(fixture.plenary.url);
    const deck = desk.page
      .getByRole('listitem')
      .filter({ has: desk.page.getByRole('button', { name: /A deck whose files are not all/ }) });
    await deck.getByText(/^Starts with \d+ warnings$/).click();
    await deck.getByText('deck.md:13: There is no file "img/nothing.png"').waitFor();
    await deck.getByText('deck.md:17: "/img/a.png" is left out').waitFor();
    await deck.getByText('deck.md:21: "film.mov" is left out').waitFor();
    await desk.close();
  });

  it("is the same in the console's preview and notes, and on paper", async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(0);
    const device = await fixture.console(code);
    const { page } = device;
    await expectBoxes(page.getByLabel('On stage now').locator('.slide-preview'), missing);
    await expectBoxes(page.locator('.notes-text'), ['Missing in the notes']);
    await page.goto(`${fixture.plenary.url}/s/${code}/stage?print-pdf`);
    await expectBoxes(page.locator('.slide-preview').first(), missing);
    expectOnlyMissingFiles(device);
    await device.close();
  });

  it('is the same on a phone that takes its slide home', async () => {
    const { code, presenter } = await fixture.startSession();
    const phone = await fixture.phone(code);
    await presenter.ask('session:end', {});
    await expectBoxes(phone.page.locator('.take-home-source'), missing);
    expectOnlyMissingFiles(phone);
    await phone.close();
  });
});
