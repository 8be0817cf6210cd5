import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { replayLines } from '../../src/results/replay/replay-lines.ts';
import type { StoredFact } from '../../src/session/facts.ts';
import { PureSession, yes } from '../fixtures/pure-session.ts';
import { closeFaultless, expectFitAndAccessible, expectTexts, smallPhone } from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('room');
const SECOND = 1_000;

/** A talk in which two people answer, then, when their slide is shown again, three more. */
async function heldTalk(): Promise<string> {
  const { code, presenter } = await fixture.startSession();
  await presenter.show(1);
  const answer = async (people: number): Promise<void> => {
    for (let person = 0; person < people; person += 1) {
      const phone = await fixture.attendee(code);
      const ack = await phone.answer('drink', { choices: [0], other: null });
      expect(ack).toMatchObject({ ok: true });
    }
  };
  await answer(2);
  await presenter.show(2);
  await presenter.show(1);
  await answer(3);
  await presenter.ask('join-corner:show', { shown: true });
  await presenter.ask('session:end', {});
  return code;
}

function valueOf(page: Page): Promise<number> {
  return page
    .getByRole('slider', { name: 'Time' })
    .evaluate((slider: HTMLInputElement) => Number(slider.value));
}

it('[X33] [X34] [X37] A talk is shown as it was: with the answers of then in the middle, and the results at the end', async () => {
  const code = await heldTalk();
  const device = await fixture.device(smallPhone);
  const { page } = device;
  await device.signIn(fixture.plenary.url);
  await page.goto(`${fixture.plenary.url}/s/${code}/results`);
  await page.getByRole('link', { name: 'Replay', exact: true }).click();
  const slider = page.getByRole('slider', { name: 'Time' });
  await slider.waitFor();
  expect(await slider.getAttribute('aria-valuetext')).toContain('join screen');

  await slider.focus();
  for (let slide = 0; slide < 3; slide += 1) await page.keyboard.press('PageDown');
  const drink = page.locator('.replay-questions li').first();
  const bar = page.locator('.replay-picture .bar-count').first();
  await drink.getByText('2 answers').waitFor();
  expect(await slider.getAttribute('aria-valuetext')).toContain('slide 2: What do you drink?');
  expect(await bar.textContent()).toContain('2');
  await expectFitAndAccessible(page, 'the replay on a phone');

  await page.keyboard.press('End');
  await page.getByText('Closing slide', { exact: true }).waitFor();
  await page.waitForURL(/#t=\d+$/);
  await page.reload();
  await page.getByText('Closing slide', { exact: true }).waitFor();
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await drink.getByText('5 answers').waitFor();
  await expect.poll(() => bar.textContent()).toContain('5');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'Previous slide' }).click();
  await drink.getByText('2 answers').waitFor();
  await drink.getByRole('button', { name: /^Opened/ }).click();
  await drink.getByText('0 answers').waitFor();
  await expectFitAndAccessible(page, 'the replay on a computer');
  await closeFaultless(device);
});

/** A session of 30 seconds in which nothing happens for an hour, a moment each second. */
function longPause(): readonly StoredFact[] {
  const session = new PureSession();
  session.show(1);
  while (session.facts.length < 30) session.answer(`a-${session.facts.length}`, 'tea', yes);
  return session.facts.map((stored) =>
    stored.seq > 20 ? { ...stored, at: stored.at + 3_600 * SECOND } : stored,
  );
}

it('[X36] A replay plays at both speeds, shortens a pause and says so, and can be paused by keyboard', async () => {
  const { code } = await fixture.startSession();
  const device = await fixture.device({ width: 1280, height: 800 });
  await device.signIn(fixture.plenary.url);
  const { page } = device;
  await page.route('**/replay.ndjson', (route) =>
    route.fulfill({
      contentType: 'application/x-ndjson',
      body: [...replayLines(longPause())].join(''),
    }),
  );
  await page.clock.install();
  await page.goto(`${fixture.plenary.url}/s/${code}/replay`);
  const slider = page.getByRole('slider', { name: 'Time' });
  await slider.waitFor();
  await page.clock.pauseAt(Date.now() + 60 * SECOND);
  const playFor = async (ms: number): Promise<number> => {
    const before = await valueOf(page);
    await page.clock.runFor(ms);
    return (await valueOf(page)) - before;
  };

  await page.getByRole('button', { name: 'Play' }).click();
  // A tick at most is not over yet.
  expect(await playFor(2 * SECOND)).toBeGreaterThan(1.7 * SECOND);
  expect(await valueOf(page)).toBeLessThanOrEqual(2 * SECOND);
  expect(await slider.getAttribute('aria-valuetext')).toBe('Playing');
  await page.getByRole('button', { name: '10×' }).click();
  const fast = await playFor(2 * SECOND);
  expect(fast).toBeGreaterThan(17 * SECOND);
  expect(fast).toBeLessThanOrEqual(21 * SECOND);
  await page.getByText('Then nothing happened for 1 h. Here that takes 10 seconds.').waitFor();

  await slider.focus();
  await page.keyboard.press(' ');
  await page.getByRole('button', { name: 'Play' }).waitFor();
  expect(await playFor(SECOND)).toBe(0);
  await page.keyboard.press('ArrowRight');
  await expectTexts(page.locator('.replay-questions li').first().locator('.replay-status > span'), [
    '18 answers',
    'Revealed',
    'On the slide',
  ]);
  await page.keyboard.press(' ');
  await page.clock.runFor(10 * SECOND);
  await page.getByRole('button', { name: 'Play' }).waitFor();
  expect(await valueOf(page)).toBe(Number(await slider.getAttribute('max')));
  await closeFaultless(device);
});
