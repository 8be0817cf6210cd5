import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { closeFaultless } from './browser.ts';
import { sessionFixture } from './setup-session.ts';

const ANSWERS = 10;

const fixture = sessionFixture('room');

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
});
