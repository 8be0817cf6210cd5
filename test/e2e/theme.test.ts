import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { closeFaultless, expectAccessible, shownSlide } from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('themed');

const PAPER = { light: 'rgb(253, 252, 249)', dark: 'rgb(20, 19, 17)' };
const FILL = 'rgb(122, 59, 0)';
const NOTHING = 'rgba(0, 0, 0, 0)';

function styleOf(element: Locator, name: 'backgroundColor' | 'color'): Promise<string> {
  return element.evaluate((found, property) => getComputedStyle(found)[property], name);
}

/** The colour of the stage around its slide, and of the foot below it. */
async function groundsOf(page: Page): Promise<string[]> {
  const grounds = [page.locator('.stage .reveal').first(), page.locator('.stage-foot')];
  return Promise.all(grounds.map((ground) => styleOf(ground, 'backgroundColor')));
}

async function expectGround(page: Page, colour: string): Promise<void> {
  await expect.poll(() => groundsOf(page)).toEqual([colour, colour]);
}

function choice(console: Page, name: string): Locator {
  return console.getByRole('group', { name: 'Stage' }).getByRole('radio', { name });
}

describe('the mode of the stage', () => {
  it('[P22] is the deck’s, then the presenter’s, on stage and console, whatever the computers prefer', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(1);
    const device = await fixture.console(code);
    const console = device.page;
    const stage = await fixture.stage(code);
    const preview = console.getByLabel('On stage now').locator('.slide-preview > .reveal');
    for (const { page } of [stage, device]) await page.emulateMedia({ colorScheme: 'light' });
    await shownSlide(stage).getByRole('heading', { name: '80%' }).waitFor();
    await expectGround(stage.page, PAPER.dark);
    expect(await styleOf(preview, 'backgroundColor')).toBe(PAPER.dark);
    expect(await styleOf(console.locator('body'), 'backgroundColor')).toBe(PAPER.light);
    for (const { page } of [stage, device]) await page.emulateMedia({ colorScheme: 'dark' });
    await console.getByRole('button', { name: 'Menu' }).click();
    expect(await choice(console, 'As this deck says').isChecked()).toBe(true);
    await choice(console, 'Light').check();
    await expectGround(stage.page, PAPER.light);
    await expect.poll(() => styleOf(preview, 'backgroundColor')).toBe(PAPER.light);
    expect(await styleOf(console.locator('body'), 'backgroundColor')).toBe(PAPER.dark);
    await expectAccessible(stage.page, 'a stage in light');
    await expectAccessible(console, 'a console with its menu');
    await console.keyboard.press('ArrowDown');
    await expectGround(stage.page, PAPER.dark);
    await closeFaultless(stage);
    await closeFaultless(device);
  });

  it('[P22] [S50] may be the other one on a slide, and a chapter is filled as on light paper in both', async () => {
    const { code, presenter } = await fixture.startSession();
    const stage = await fixture.stage(code);
    await presenter.show(2);
    await shownSlide(stage).getByRole('heading', { name: 'On light paper' }).waitFor();
    await expect
      .poll(() => styleOf(stage.page.locator('.stage-foot'), 'backgroundColor'))
      .toBe(PAPER.light);
    await expectAccessible(stage.page, 'a light slide of a dark deck');
    for (const mode of ['dark', 'light'] as const) {
      await presenter.ask('stage-mode:set', { mode });
      await presenter.show(0);
      await shownSlide(stage).getByRole('heading', { name: 'Boats' }).waitFor();
      const background = stage.page.locator('.backgrounds .slide-background.present');
      await expect.poll(() => styleOf(background, 'backgroundColor')).toBe(FILL);
      await expect
        .poll(() => styleOf(stage.page.locator('.stage-foot'), 'backgroundColor'))
        .toBe(FILL);
      expect(await styleOf(shownSlide(stage).locator('h1'), 'color')).toBe(PAPER.light);
    }
    await expectAccessible(stage.page, 'a filled chapter');
    await closeFaultless(stage);
  });
});

describe('the theme of a deck', () => {
  it('[S50] gives the stage its accent, font and logo, and the phone its accent', async () => {
    const { code, presenter } = await fixture.startSession();
    const stage = await fixture.stage(code);
    await presenter.ask('stage-mode:set', { mode: 'light' });
    await presenter.show(1);
    const figure = shownSlide(stage).locator('.big-figure');
    await expect.poll(() => styleOf(figure, 'color')).toBe(FILL);
    const logo = stage.page.getByRole('img', { name: 'Harbour office' });
    const [box, join] = [
      await logo.boundingBox(),
      await stage.page.locator('.stage-join').boundingBox(),
    ];
    expect(box?.y).toBeGreaterThan(1080 - 96);
    expect(box?.x).toBeGreaterThan((join?.x ?? Infinity) + (join?.width ?? 0));
    await expect
      .poll(() =>
        stage.page.evaluate(() =>
          [...document.fonts].map(({ family, status }) => `${family} ${status}`),
        ),
      )
      .toContain('Deck loaded');
    expect(stage.requests.filter((url) => !url.startsWith(fixture.plenary.url))).toEqual([]);
    const phone = await fixture.phone(code);
    await phone.page.emulateMedia({ colorScheme: 'light' });
    const accent = (): Promise<string> =>
      phone.page.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue('--accent').trim(),
      );
    await expect.poll(accent).toBe('#7a3b00');
    await closeFaultless(phone);
    await closeFaultless(stage);
  });

  it('[X9] is on paper, in the light mode, whatever the stage shows', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(1);
    const device = await fixture.console(code);
    await device.page.goto(`${fixture.plenary.url}/s/${code}/stage?print-pdf`);
    await device.page.emulateMedia({ colorScheme: 'dark' });
    const page = device.page.locator('.print-page').nth(1);
    const paper = page.locator('.slide-preview > .reveal');
    await expect.poll(() => styleOf(paper, 'backgroundColor')).toBe(PAPER.light);
    expect(await styleOf(page.locator('.big-figure'), 'color')).toBe(FILL);
    expect(await page.getByRole('img', { name: 'Harbour office' }).isVisible()).toBe(true);
    const other = device.page.locator('.print-page').first().locator('section');
    expect(await styleOf(other, 'backgroundColor')).toBe(NOTHING);
    await closeFaultless(device);
  });
});
