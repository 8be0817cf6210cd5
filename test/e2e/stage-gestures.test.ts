import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { closeFaultless, expectAccessible, shownSlide } from './browser.ts';
import { sessionFixture } from './setup-session.ts';

const fixture = sessionFixture('room');

/** Presses and holds at a place of the console's picture, in fractions of it. */
async function hold(page: Page, x: number, y: number): Promise<void> {
  const box = await page.locator('.stage-picture').boundingBox();
  if (box === null) throw new Error('The console shows no slide');
  await page.mouse.move(box.x + x * box.width, box.y + y * box.height);
  await page.mouse.down();
}

async function open() {
  const { code, presenter } = await fixture.startSession();
  await presenter.show(0);
  const device = await fixture.console(code);
  const stage = await fixture.stage(code);
  const phone = await fixture.phone(code);
  await shownSlide(stage).getByRole('heading').waitFor();
  await device.page.locator('.stage-picture').waitFor();
  return { presenter, device, stage, phone };
}

describe('a press that is held on the console’s picture of the slide', () => {
  it('[P17] is a dot on the stage, at the same place of the slide, until it is released', async () => {
    const { device, stage, phone } = await open();
    await hold(device.page, 0.25, 0.5);
    const dot = stage.page.locator('.slide-marks > circle');
    await dot.waitFor();
    const slide = await shownSlide(stage).boundingBox();
    const place = await dot.boundingBox();
    if (slide === null || place === null) throw new Error('The stage shows no dot');
    const x = (place.x + place.width / 2 - slide.x) / slide.width;
    const y = (place.y + place.height / 2 - slide.y) / slide.height;
    expect(x).toBeCloseTo(0.25, 2);
    expect(y).toBeCloseTo(0.5, 2);
    await device.page.mouse.up();
    await dot.waitFor({ state: 'detached' });
    expect(phone.frames.join('\n')).not.toMatch(/pointer:|drawing:/);
    for (const one of [device, stage, phone]) await closeFaultless(one);
  });

  it('[P17] draws after the key d, until the next slide', async () => {
    const { presenter, device, stage, phone } = await open();
    await device.page.keyboard.press('d');
    await device.page.getByRole('button', { name: 'Draw', pressed: true }).waitFor();
    await hold(device.page, 0.2, 0.2);
    await device.page.mouse.move(400, 500, { steps: 8 });
    await device.page.mouse.up();
    const line = stage.page.locator('.slide-line');
    await line.waitFor();
    await expectAccessible(device.page, 'the console with a drawing');
    await device.page.getByRole('button', { name: 'Erase drawing' }).click();
    await line.waitFor({ state: 'detached' });
    await hold(device.page, 0.2, 0.2);
    await device.page.mouse.move(400, 500);
    await device.page.mouse.up();
    await line.waitFor();
    await presenter.show(1);
    await line.waitFor({ state: 'detached' });
    await expect.poll(() => device.page.locator('.slide-line').count()).toBe(0);
    for (const one of [device, stage, phone]) await closeFaultless(one);
  });

  it('[P18] enlarges its place on the stage after the key z, and the key again shows all of the slide', async () => {
    const { device, stage, phone } = await open();
    const widthOf = async (): Promise<number> =>
      (await shownSlide(stage).boundingBox())?.width ?? 0;
    const whole = await widthOf();
    const left = (await shownSlide(stage).boundingBox())?.x ?? 0;
    const foot = await stage.page.locator('.stage-foot').boundingBox();
    await device.page.keyboard.press('z');
    await device.page.getByText('Press on the part of the slide to enlarge.').waitFor();
    await hold(device.page, 0.8, 0.8);
    await device.page.mouse.up();
    await expect.poll(widthOf).toBeCloseTo(2.5 * whole, 0);
    const slide = await shownSlide(stage).boundingBox();
    // The place that was pressed stays where it was.
    const place = (slide?.x ?? 0) + 0.8 * (slide?.width ?? 0);
    expect(Math.abs(place - (left + 0.8 * whole))).toBeLessThan(10);
    expect(await stage.page.locator('.stage-foot').boundingBox()).toEqual(foot);
    await device.page.locator('.stage-zoom-frame').waitFor();
    await device.page.keyboard.press('z');
    await expect.poll(widthOf).toBeCloseTo(whole, 0);
    for (const one of [device, stage, phone]) await closeFaultless(one);
  });
});
