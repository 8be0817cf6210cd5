import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Client } from '../integration/client.ts';
import { deck } from '../module/pioneers-deck.ts';
import { closeFaultless, shownSlide } from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const ANSWERS = 10;

const fixture = sharedFixture('room');

/** Counts from now on the calls to show a slide, by the event that reveal.js sends before each. */
async function countMoves(page: Page): Promise<() => Promise<number>> {
  await page.locator('.reveal').evaluate((element) => {
    element.dataset['moves'] = '0';
    element.addEventListener('beforeslidechange', () => {
      element.dataset['moves'] = String(Number(element.dataset['moves']) + 1);
    });
  });
  return async () => Number(await page.locator('.reveal').getAttribute('data-moves'));
}

describe('the stage', () => {
  it('keeps the slide in place while answers arrive, so that no GIF or video restarts', async () => {
    const { code, presenter } = await fixture.startSession();
    const stage = await fixture.stage(code);
    await presenter.show(1);
    await stage.page.locator('section.present').getByText('What do you drink?').waitFor();
    const moves = await countMoves(stage.page);
    for (let answers = 1; answers <= ANSWERS; answers += 1) {
      const attendee = await fixture.attendee(code);
      await attendee.answer('drink', { choices: [0], other: null });
      const shown = answers === 1 ? '1 answer' : `${answers} answers`;
      await stage.page.getByText(shown, { exact: true }).first().waitFor();
    }
    expect(await moves()).toBe(0);
    await presenter.show(4);
    await stage.page.locator('section.present').getByText('Thank you.').waitFor();
    expect(await moves()).toBeGreaterThan(0);
    await closeFaultless(stage);
  });

  it('tells who presses a key on it that it has not signed in, and takes that off the projector again', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(0);
    const stage = await fixture.stage(code);
    const told = stage.page.getByText('sign in at /present');
    await shownSlide(stage).getByRole('heading').first().waitFor();
    await stage.page.keyboard.press('ArrowRight');
    await told.waitFor();
    await told.waitFor({ state: 'detached' });
    await closeFaultless(stage);
  });
});

/** The first slide of the module whose question has a countdown. */
function timedSlide() {
  const timed = deck.activities.find(({ settings }) => settings.closeAfter !== null);
  const slide = deck.slides.find(({ activity }) => activity === timed?.id);
  if (slide === undefined) throw new Error('The module has no countdown');
  return { h: slide.h, v: slide.v, f: -1 };
}

describe('a countdown', () => {
  it('goes on as it was when the clock of a device is set', async () => {
    const code = await fixture.plenary.session('pioneers');
    const presenter = await Client.console(fixture.plenary.url, code);
    const device = await fixture.phone(code);
    await device.page.getByText('The session is about to begin.').waitFor();
    await presenter.ask('slide:show', timedSlide());
    const timer = device.page.getByRole('timer');
    const seconds = async (): Promise<number> => {
      const [minutes = 0, rest = 0] = (await timer.innerText()).split(':').map(Number);
      return 60 * minutes + rest;
    };
    const before = await seconds();
    expect(before).toBeGreaterThan(0);
    await device.page.evaluate(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() - 3_600_000;
    });
    // It has drawn anew: by a clock that was set, an hour would be left.
    await expect.poll(seconds).toBeLessThan(before);
    presenter.close();
    await closeFaultless(device);
  });
});

describe('the stage’s button for full screen', () => {
  const opacityOf = (button: Locator): Promise<string> =>
    button.evaluate((element) => getComputedStyle(element).opacity);

  it('comes with the pointer, clear of a countdown, and goes when the pointer rests', async () => {
    const code = await fixture.plenary.session('pioneers');
    const presenter = await Client.console(fixture.plenary.url, code);
    await presenter.ask('slide:show', timedSlide());
    const stage = await fixture.stage(code);
    const button = stage.page.getByRole('button', { name: 'Full screen' });
    const countdown = stage.page.getByRole('timer');
    await countdown.waitFor();
    expect(await opacityOf(button)).toBe('0');
    await stage.page.mouse.move(600, 400);
    await expect.poll(() => opacityOf(button)).toBe('1');
    const [over, under] = [await countdown.boundingBox(), await button.boundingBox()];
    expect((over?.y ?? Infinity) + (over?.height ?? 0)).toBeLessThan(under?.y ?? 0);
    await expect.poll(() => opacityOf(button), { timeout: 10_000 }).toBe('0');
    presenter.close();
    await closeFaultless(stage);
  });

  it('is not there in full screen by the browser’s own key', async () => {
    const stage = await fixture.stage(await fixture.plenary.session('pioneers'));
    const button = stage.page.getByRole('button', { name: 'Full screen' });
    await button.waitFor();
    const browser = await stage.context.newCDPSession(stage.page);
    const { windowId } = await browser.send('Browser.getWindowForTarget');
    await browser.send('Browser.setWindowBounds', {
      windowId,
      bounds: { windowState: 'fullscreen' },
    });
    await button.waitFor({ state: 'hidden' });
    await closeFaultless(stage);
  });
});
