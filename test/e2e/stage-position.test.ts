import { describe, expect, it } from 'vitest';
import { closeFaultless, openStage, shownSlide, type Device } from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('moving');

/** Every stop of the deck, with the heading on it. */
const stops = [
  { h: 0, v: 0, f: -1, heading: 'First' },
  { h: 1, v: 0, f: -1, heading: 'Second' },
  { h: 1, v: 0, f: 0, heading: 'Second' },
  { h: 1, v: 0, f: 1, heading: 'Second' },
  { h: 2, v: 0, f: -1, heading: 'Third' },
  { h: 2, v: 1, f: -1, heading: 'Below' },
  { h: 3, v: 0, f: -1, heading: 'Fourth' },
  { h: 4, v: 0, f: -1, heading: 'Last' },
];
/** The deck asks for the next slide after 100 ms. */
const FOUR_AUTOSLIDES_MS = 400;
const links = ['By number', 'By name', 'By heading', 'Nowhere', 'Right', 'Next'];

function heading(stage: Device, name: string) {
  return shownSlide(stage).getByRole('heading', { name, level: 1 });
}

describe('[S28] a stage', () => {
  it('stays where its session is, whatever the deck asks for', async () => {
    const { code, presenter } = await fixture.startSession();
    const stage = await fixture.device({ width: 1280, height: 720 });
    const { page } = stage;
    await page.goto(`${fixture.plenary.url}/s/${code}/stage#/4?autoSlide=100&loop=true`);
    for (const { heading: name, ...position } of stops) {
      await presenter.ask('slide:show', position);
      await heading(stage, name).waitFor();
      await page.waitForTimeout(FOUR_AUTOSLIDES_MS);
      await heading(stage, name).waitFor();
      expect(await shownSlide(stage).locator('.fragment.visible').count()).toBe(position.f + 1);
    }
    await closeFaultless(stage);
  });

  it('that has not signed in stays where it is when somebody follows its links or presses its keys', async () => {
    const { code, presenter } = await fixture.startSession();
    const stage = await fixture.stage(code);
    await presenter.show(0);
    for (const name of links) {
      await shownSlide(stage).getByRole('link', { name, exact: true }).click();
      await heading(stage, 'First').waitFor();
    }
    for (const key of ['ArrowRight', 'Escape', 'o', 'b', '.', 'f', 'g', 'End', 'Alt+ArrowRight']) {
      await stage.page.keyboard.press(key);
    }
    await stage.page.evaluate(() => (location.hash = '#/3'));
    await stage.page.evaluate(() =>
      (globalThis as unknown as { scrollTo(x: number, y: number): void }).scrollTo(0, 400),
    );
    await heading(stage, 'First').waitFor();
    // It still follows its session.
    await presenter.show(1);
    await heading(stage, 'Second').waitFor();
    await closeFaultless(stage);
  });

  it('that has signed in moves its session, and every other screen, by a link', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(0);
    const device = await fixture.console(code);
    const other = await fixture.stage(code);
    const page = await openStage(device);
    for (const [name, reached] of [
      ['By number', 'Below'],
      ['By name', 'Last'],
      ['By heading', 'Fourth'],
    ] as const) {
      await page.locator('section.present').getByRole('link', { name }).click();
      await page.locator('section.present').getByRole('heading', { name: reached }).waitFor();
      await heading(other, reached).waitFor();
      await presenter.show(0);
      await page.locator('section.present').getByRole('heading', { name: 'First' }).waitFor();
    }
    await closeFaultless(other);
    await closeFaultless(device);
  });
});
