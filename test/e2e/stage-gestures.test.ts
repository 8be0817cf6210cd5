import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { closeFaultless, expectAccessible, shownSlide, smallPhone, stageSize } from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('room');

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
  await shownSlide(stage).getByRole('heading').waitFor();
  await device.page.locator('.stage-picture').waitFor();
  return { code, presenter, device, stage };
}

describe('a press that is held on the console’s picture of the slide', () => {
  it('[P17] is a dot on the stage, at the same place of the slide, until it is released', async () => {
    const { code, device, stage } = await open();
    const phone = await fixture.phone(code);
    await phone.page.getByText('Slide 1 of').waitFor();
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
    for (const one of [device, stage]) await closeFaultless(one);
  });

  it('[P17] draws after the key d, until the next slide', async () => {
    const { presenter, device, stage } = await open();
    await device.page.keyboard.press('d');
    await device.page.getByRole('button', { name: 'Draw', exact: true, pressed: true }).waitFor();
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
    for (const one of [device, stage]) await closeFaultless(one);
  });

  it('[P17] is a dot where the mouse is at last, though it moved before the dot came', async () => {
    const { device, stage } = await open();
    const box = await device.page.locator('.stage-picture').boundingBox();
    await hold(device.page, 0.25, 0.5);
    await device.page.mouse.move(
      (box?.x ?? 0) + 0.75 * (box?.width ?? 0),
      (box?.y ?? 0) + 0.5 * (box?.height ?? 0),
    );
    const dot = stage.page.locator('.slide-marks > circle');
    await expect
      .poll(async () => ((await dot.boundingBox())?.x ?? 0) / stageSize.width)
      .toBeGreaterThan(0.6);
    await device.page.mouse.up();
    for (const one of [device, stage]) await closeFaultless(one);
  });

  it.each([{ width: 1280, height: 800 }, smallPhone])(
    '[P17] [P20] draws beside tools that keep their places, and Ctrl+Z erases before it undoes: %o',
    async (size) => {
      const { device, stage } = await open();
      const { page } = device;
      await page.setViewportSize(size);
      await page.keyboard.press('d');
      await page.getByRole('button', { name: 'Draw', exact: true, pressed: true }).waitFor();
      const tools = page.getByRole('group', { name: 'Slide tools' });
      const places = async () =>
        Promise.all((await tools.getByRole('button').all()).map((one) => one.boundingBox()));
      const before = await places();
      await hold(page, 0.2, 0.2);
      await page.mouse.move(150, 200, { steps: 4 });
      await page.mouse.up();
      const line = stage.page.locator('.slide-line');
      await line.waitFor();
      expect(await places()).toEqual(before);
      await page.keyboard.press('Control+Z');
      await line.waitFor({ state: 'detached' });
      await page.getByText('Slide 1 of').waitFor();
      await page.keyboard.press('Control+Z');
      await page.getByText('On stage: join screen').waitFor();
      for (const one of [device, stage]) await closeFaultless(one);
    },
  );

  it('[P18] enlarges its place on the stage after the key z, and the key again shows all of the slide', async () => {
    const { device, stage } = await open();
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
    for (const one of [device, stage]) await closeFaultless(one);
  });

  it('[P18] enlarges by keyboard alone the part that arrow keys choose, and moves no slide', async () => {
    const { device, stage } = await open();
    const { page } = device;
    const whole = await shownSlide(stage).boundingBox();
    await page.getByRole('button', { name: 'Zoom' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.getByText('Bottom right: press Enter to enlarge it.').waitFor();
    await expectAccessible(page, 'the console while a part is chosen');
    await page.keyboard.press('Enter');
    // The slide's last corner stays where it was.
    await expect
      .poll(async () => (await shownSlide(stage).boundingBox())?.width)
      .toBeCloseTo(2.5 * (whole?.width ?? 0), 0);
    const slide = await shownSlide(stage).boundingBox();
    const right = (box: typeof slide): number => (box?.x ?? 0) + (box?.width ?? 0);
    expect(Math.abs(right(slide) - right(whole))).toBeLessThan(2);
    await page.keyboard.press('Escape');
    await expect
      .poll(async () => (await shownSlide(stage).boundingBox())?.width)
      .toBeCloseTo(whole?.width ?? 0, 0);
    await page.keyboard.press('d');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Draw', exact: true, pressed: false }).waitFor();
    await page.getByText('Slide 1 of').waitFor();
    for (const one of [device, stage]) await closeFaultless(one);
  });

  it('[P17] [P18] points, draws and enlarges by a finger, and the page does not scroll under it', async () => {
    const { device, stage } = await open();
    const { page } = device;
    await page.setViewportSize(smallPhone);
    const touch = await device.context.newCDPSession(page);
    await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    const finger = async (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) => {
      const box = await page.locator('.stage-picture').boundingBox();
      if (box === null) throw new Error('The console shows no slide');
      const at = { x: box.x + x * box.width, y: box.y + y * box.height };
      await touch.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [at],
      });
    };
    const drag = async (): Promise<void> => {
      for (let step = 1; step <= 8; step += 1)
        await finger('touchMove', 0.5 + step / 40, 0.8 - step / 20);
    };
    await finger('touchStart', 0.5, 0.8);
    const dot = stage.page.locator('.slide-marks > circle');
    await dot.waitFor();
    await drag();
    await expect
      .poll(async () => ((await dot.boundingBox())?.y ?? Infinity) / stageSize.height)
      .toBeLessThan(0.5);
    await finger('touchEnd');
    await dot.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Draw', exact: true }).click();
    await finger('touchStart', 0.5, 0.8);
    await drag();
    await finger('touchEnd');
    await stage.page.locator('.slide-line').waitFor();
    expect(await page.evaluate(() => globalThis.scrollY)).toBe(0);
    await page.getByRole('button', { name: 'Zoom' }).click();
    await finger('touchStart', 0.1, 0.1);
    await finger('touchEnd');
    await page.locator('.stage-zoom-frame').waitFor();
    for (const one of [device, stage]) await closeFaultless(one);
  });
});
