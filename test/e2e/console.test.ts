import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  chooseInMenu,
  closeFaultless,
  type Device,
  expectAccessible,
  expectNoSidewaysScroll,
  openStage,
  revealedLabel,
  smallPhone,
  tabTo,
  takesNext,
} from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('asking-quiz');

/** A console of 1440 × 900 pixels at 200% zoom. */
const zoomed = { width: 720, height: 450 };
const phone = { width: 390, height: 844 };

async function expectNext(page: Page, words: string): Promise<void> {
  const next = page.getByRole('button', { name: 'Next', exact: true });
  const described = (): Promise<string | null> =>
    next.evaluate(
      (button) =>
        document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent ?? null,
    );
  await expect.poll(described).toBe(words);
}

/** Presses the button "Next" that has the focus. */
async function pressNext(page: Page): Promise<void> {
  await takesNext(page);
  await page.keyboard.press('Enter');
}

describe('a presenter who has never seen the console', () => {
  it('is told what Next does before every press of it, and gets to the end by keyboard alone', async () => {
    const { code } = await fixture.startSession();
    const device = await fixture.console(code);
    const { page } = device;
    await tabTo(page, 'Next', { within: 15 });
    await expectNext(page, 'Next hides the join screen and shows this slide.');
    await pressNext(page);
    await page.getByText('Slide 1 of 3').waitFor();
    await expectNext(page, 'Next goes to slide 2, What is the capital of Australia?');
    await pressNext(page);
    await expectNext(page, 'Next closes the question.');
    const attendee = await fixture.attendee(code);
    await attendee.answer('capital', { choices: [2] });
    await expectNext(page, 'Next closes the question and reveals the results.');
    await pressNext(page);
    await page.getByText('Results revealed').waitFor();
    await expectNext(page, 'Next reveals the correct answer.');
    await pressNext(page);
    await revealedLabel(page).waitFor();
    await expectNext(page, 'Next goes to slide 3, Which of these are primary colours of light?');
    await closeFaultless(device);
  });

  it('reads what Self-paced means, and finds only what moves the stage after the end', async () => {
    const { code } = await fixture.startSession();
    const device = await fixture.console(code);
    const { page } = device;
    const selfPaced = page.getByRole('button', { name: 'Self-paced', exact: true });
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByText('Self-paced opens every question without a correct answer').waitFor();
    await selfPaced.click();
    await page.getByRole('status').getByText('Self-paced is on.').waitFor();
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByText('Self-paced is on: every question').waitFor();
    await page.keyboard.press('Escape');
    await chooseInMenu(page, 'End session');
    await page.getByRole('dialog').getByRole('button', { name: 'End session' }).click();
    await page.getByText('The session has ended. Back shows the slide again.').waitFor();
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('link', { name: 'Results' }).waitFor();
    expect(await selfPaced.count()).toBe(0);
    await expectAccessible(page, 'the console after the end');
    await closeFaultless(device);
  });

  it.each([zoomed, phone, smallPhone])('has everything on $width × $height', async (viewport) => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(1);
    const device = await fixture.console(code);
    await device.page.setViewportSize(viewport);
    await device.page.getByText('Slide 2 of 3').waitFor();
    await expectNoSidewaysScroll(device.page);
    await expectAccessible(device.page, `the console on ${viewport.width} px`);
    await closeFaultless(device);
  });

  it('sees the steps on a phone, and cannot move the focus behind them', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(1);
    const device = await fixture.console(code);
    await device.page.setViewportSize(phone);
    await tabTo(device.page, 'Reset', { within: 25 });
    const [reset, steps] = await Promise.all([
      device.page.getByRole('button', { name: 'Reset' }).boundingBox(),
      device.page.locator('.slide-steps').boundingBox(),
    ]);
    if (reset === null || steps === null) throw new Error('The steps or the button are not shown');
    expect(Math.round(steps.y + steps.height)).toBe(phone.height);
    expect(reset.y + reset.height).toBeLessThanOrEqual(steps.y);
    await closeFaultless(device);
  });
});

describe('[P8] an accident of a presenter', () => {
  /** A console and a stage, both signed in, on the slide before the quiz. */
  async function beforeQuiz() {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(0);
    const device = await fixture.console(code);
    const stage = await openStage(device);
    for (const page of [device.page, stage])
      await page.getByRole('heading', { name: 'A knowledge check' }).first().waitFor();
    await takesNext(device.page);
    return { device, stage, presenter };
  }

  /** The quiz is on the slide, open, and nothing of it revealed. */
  async function expectOpen({ device: { page } }: { readonly device: Device }): Promise<void> {
    await takesNext(page);
    await page.getByText('Slide 2 of 3').waitFor();
    await page.getByText('Open', { exact: true }).waitFor();
    await page.getByText('Results hidden').waitFor();
  }

  it.each(['console', 'stage'] as const)(
    'by a clicker that bounces moves one slide, on the %s',
    async (screen) => {
      const session = await beforeQuiz();
      const page = screen === 'console' ? session.device.page : session.stage;
      for (let press = 0; press < 4; press += 1) await page.keyboard.press('PageDown');
      await expectOpen(session);
      await closeFaultless(session.device);
    },
  );

  it.each(['console', 'stage'] as const)(
    'by a key that is held down moves one slide, on the %s',
    async (screen) => {
      const session = await beforeQuiz();
      const page = screen === 'console' ? session.device.page : session.stage;
      for (let repetition = 0; repetition < 30; repetition += 1) {
        await page.keyboard.down('ArrowRight');
      }
      await expectOpen(session);
      await page.keyboard.down('ArrowRight');
      await expectOpen(session);
      await closeFaultless(session.device);
    },
  );

  it('[P4] by which the correct answer was revealed is taken back with one press', async () => {
    const { device, presenter } = await beforeQuiz();
    const { page } = device;
    await presenter.show(1);
    await presenter.ask('activity:reveal-answer', { activity: 'capital' });
    await page.getByRole('button', { name: 'Hide correct answer' }).click();
    await page.getByRole('button', { name: 'Open again' }).click();
    await page.getByText('Open', { exact: true }).waitFor();
    await expectNext(page, 'Next closes the question.');
    await closeFaultless(device);
  });

  it('has no button that hides what nobody sees', async () => {
    const { device, presenter } = await beforeQuiz();
    const { page } = device;
    await presenter.show(1);
    await presenter.ask('activity:close', { activity: 'capital' });
    await page.getByText('Closed', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: /results/ }).count()).toBe(0);
    await closeFaultless(device);
  });
});
