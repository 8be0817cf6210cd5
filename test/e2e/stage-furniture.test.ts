import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Client } from '../integration/client.ts';
import { closeFaultless, expectAccessible } from './browser.ts';
import { isShown, measureSlide } from './measure-slide.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('room');
/** Its question closes after nine seconds. */
const hurried = sharedFixture('hurried');

const sizes = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
];

/** The height of what `selector` finds, in pixels of a stage 1080 pixels high. */
async function heightOf(page: Page, selector: string): Promise<number> {
  const box = await page.locator(selector).boundingBox();
  return ((box?.height ?? 0) * 1080) / (page.viewportSize()?.height ?? 1080);
}

/** The size of the letters of what `selector` finds, in the same pixels. */
async function letterSize(page: Page, selector: string): Promise<number> {
  const size = await page
    .locator(selector)
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  return (size * 1080) / (page.viewportSize()?.height ?? 1080);
}

/** All that is wrong with a slide's place on the stage, its own foot included. */
async function faultsOn(page: Page, slide: number): Promise<readonly string[]> {
  const steps = 0;
  await page.waitForFunction(isShown, { slide, steps, answers: null });
  return (await page.evaluate(measureSlide, { slide, steps, answers: null })).faults;
}

/** A session of the module, and its stage at this size. */
async function openModule(size: { width: number; height: number }) {
  const code = await fixture.plenary.session('pioneers');
  const presenter = await Client.console(fixture.plenary.url, code);
  const device = await fixture.device(size);
  return { code, presenter, device, address: `${fixture.plenary.url}/s/${code}/stage` };
}

describe('the furniture of the stage', () => {
  it.each(sizes)(
    '[P15] leaves the slide free with the QR code and without, and is read from the last row, at %o',
    async (size) => {
      const { presenter, device, address } = await openModule(size);
      const { page } = device;
      await presenter.show(0);
      await page.goto(address);
      await page.locator('.stage-foot .qr-code').waitFor();
      expect(await faultsOn(page, 0)).toEqual([]);
      expect(await heightOf(page, '.stage-foot .qr-code')).toBeGreaterThanOrEqual(160);
      expect(await letterSize(page, '.stage-join')).toBeGreaterThanOrEqual(40);
      await expectAccessible(page, 'the stage with a QR code');
      await presenter.ask('join-corner:show', { shown: false });
      await page.locator('.stage-foot .qr-code').waitFor({ state: 'detached' });
      expect(await faultsOn(page, 0)).toEqual([]);
      expect(await letterSize(page, '.stage-join')).toBeGreaterThanOrEqual(40);
      presenter.close();
      await closeFaultless(device);
    },
  );

  it.each(sizes)('[P15] has its button for full screen below the slide, at %o', async (size) => {
    const { presenter, device, address } = await openModule(size);
    const { page } = device;
    await presenter.show(0);
    await page.goto(address);
    await page.mouse.move(300, 300);
    const button = await page.getByRole('button', { name: 'Full screen' }).boundingBox();
    const foot = await page.locator('.stage-foot').boundingBox();
    expect(button?.y).toBeGreaterThanOrEqual(foot?.y ?? Infinity);
    presenter.close();
    await closeFaultless(device);
  });

  it('[P15] shows and hides the QR code at the key q, on console and stage', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(0);
    const device = await fixture.console(code);
    const stage = await device.context.newPage();
    await stage.goto(`${fixture.plenary.url}/s/${code}/stage`);
    const qrCode = stage.locator('.stage-foot .qr-code');
    await qrCode.waitFor();
    await stage.keyboard.press('q');
    await qrCode.waitFor({ state: 'detached' });
    await device.page
      .getByRole('button', { name: 'QR code', exact: true, pressed: false })
      .waitFor();
    await device.page.keyboard.press('q');
    await qrCode.waitFor();
    await closeFaultless(device);
  });
});

describe('a stage while people answer', () => {
  it('[P16] gathers a dot for each answer, still under reduced motion, until the question closes', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(1);
    const stage = await fixture.stage(code);
    const dots = stage.page.locator('.answer-dots-field > span');
    await stage.page.getByText('0 answers').waitFor();
    expect(await dots.count()).toBe(0);
    for (let answers = 1; answers <= 3; answers += 1) {
      const attendee = await fixture.attendee(code);
      await attendee.answer('drink', { choices: [0], other: null });
      await expect.poll(() => dots.count()).toBe(answers);
    }
    expect(await letterSize(stage.page, '.stage-status b')).toBeGreaterThanOrEqual(60);
    const animation = () =>
      dots.first().evaluate((element) => getComputedStyle(element).animationName);
    expect(await animation()).not.toBe('none');
    await stage.page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await animation()).toBe('none');
    const bar = stage.page.locator('section.present .bar-fill').first();
    expect(await bar.evaluate((element) => getComputedStyle(element).animationName)).toBe('none');
    await presenter.ask('activity:close', { activity: 'drink' });
    await expect.poll(() => dots.count()).toBe(0);
    await closeFaultless(stage);
  });

  it('[P15] [P16] counts its last ten seconds down large, above the slide’s heading', async () => {
    const { code, presenter } = await hurried.startSession();
    const stage = await hurried.stage(code);
    const { page } = stage;
    await presenter.show(0);
    const countdown = page.locator('.stage-countdown-last');
    await countdown.waitFor();
    expect(await letterSize(page, '.stage-countdown-last')).toBeGreaterThanOrEqual(105);
    const heading = await page.locator('section.present .activity-question').boundingBox();
    const box = await countdown.boundingBox();
    // The rest of the line is below its digits.
    const digits = (box?.y ?? 0) + 0.87 * (box?.height ?? 0);
    expect(digits).toBeLessThanOrEqual(heading?.y ?? 0);
    await expectAccessible(page, 'the stage with a countdown');
    await closeFaultless(stage);
  });
});
