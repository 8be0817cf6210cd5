import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import {
  closeFaultless,
  expectAnswerState,
  expectFitAndAccessible,
  expectNoSidewaysScroll,
  expectTexts,
  shownSlide,
  smallPhone,
  tabTo,
} from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('asking-highlight');
const SMALLEST_TARGET = 44;

it('[V28] lines are tapped by touch and by keys, on the narrowest phone, and no more than are allowed', async () => {
  const { code, presenter } = await fixture.startSession();
  await presenter.show(1);
  const phone = await fixture.phone(code, smallPhone);
  const { page } = phone;
  await expectAnswerState(page, 'Tap a line to send.');
  for (const line of [4, 2, 6]) await lineOn(page, line).click();
  await page.getByText('0 of 3 lines left').waitFor();

  await tabTo(page, /Line 7: return total/, { within: 20 });
  await page.keyboard.press('Space');
  await page.getByText('1 line too many').waitFor();
  await expectAnswerState(page, 'Tap 1 line again to take back: 3 are the most.');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByText('0 of 3 lines left').waitFor();
  expect(await tappedOn(page)).toEqual([
    'Line 2: total = 0',
    'Line 4: total = value',
    'Line 7: return total / (len(values) + 1)',
  ]);

  const sizes = await page
    .locator('.highlight-line')
    .evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().height));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(SMALLEST_TARGET);
  await expectFitAndAccessible(page, 'a phone with tapped lines');
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  await expectNoSidewaysScroll(page);
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  await page.getByRole('button', { name: 'Send' }).click();
  await expectAnswerState(page, 'Recorded. You can still change it.');

  await presenter.show(2);
  const card = page.getByRole('region', { name: 'Which sentence is the claim?' });
  await card.getByRole('button', { name: /^Line 3: Gritting twice/ }).click();
  await card.getByText('Recorded. You can still change it.').waitFor();
  expect(await tappedOn(page)).toEqual([
    'Line 3: Gritting twice a day does not make streets safer.',
  ]);
  await closeFaultless(phone);
});

it('[V28] [P4] the stage has a count and a share of each line, and the correct ones once they are revealed', async () => {
  const { code, presenter } = await fixture.startSession();
  await presenter.show(1);
  const [phone, stage] = await Promise.all([fixture.phone(code, smallPhone), fixture.stage(code)]);
  for (const line of [4, 7]) await lineOn(phone.page, line).click();
  await phone.page.getByRole('button', { name: 'Send' }).click();
  for (const lines of [[3], [3, 6], [0, 3]]) {
    await (await fixture.attendee(code)).answer('bug', { lines });
  }
  await expectAnswerState(phone.page, 'Recorded. You can still change it.');
  const shown = shownSlide(stage);
  expect(await shown.getByRole('table').count()).toBe(0);

  await presenter.ask('activity:close', { activity: 'bug' });
  const rows = shown.getByRole('table', { name: /mean\? \(4 answers\)/ }).getByRole('row');
  const first = 'Line 1 def mean(values): 1 25%';
  const counted = [first, 'Line 2 total = 0 0 0%', 'Line 3 for value in values: 0 0%'];
  await expectTexts(rows.filter({ hasNotText: 'if not values' }), [
    'Line Text Attendees Share',
    ...counted,
    'Line 4 total = value 4 100%',
    'Line 7 return total / (len(values) + 1) 2 50%',
  ]);
  expect(await stage.page.content()).not.toContain('never added up');
  await presenter.ask('activity:reveal-answer', { activity: 'bug' });
  await expectTexts(rows.filter({ hasText: 'Correct' }), [
    'Line 4 total = value 4 100% Correct',
    'Line 7 return total / (len(values) + 1) 2 50% Correct',
  ]);
  await expectTexts(shown.locator('.highlight-correct'), ['Correct', 'Correct']);
  await shown.getByText('In the room: 2 of 4 correct.').waitFor();
  await expectTexts(phone.page.locator('.highlight-right .highlight-marks'), [
    'Correct Your answer',
    'Correct Your answer',
  ]);
  await phone.page.getByText('The sum is never added up').waitFor();
  await expectFitAndAccessible(phone.page, 'a phone with the correct lines');
  await expectFitAndAccessible(stage.page, 'the stage with the correct lines');
  for (const device of [phone, stage]) await closeFaultless(device);
});

function lineOn(page: Page, line: number) {
  return page.getByRole('button', { name: new RegExp(`^Line ${line}: `) });
}

async function tappedOn(page: Page): Promise<(string | null)[]> {
  const tapped = page.getByRole('button', { name: /^Line /, pressed: true });
  await tapped.first().waitFor();
  return (await tapped.allTextContents()).map((text) => text.replace(/^\d+/, ''));
}
