import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import {
  closeFaultless,
  expectAccessible,
  expectAnswerState,
  expectFitAndAccessible,
  expectFitsEveryWidth,
  smallPhone,
} from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('giving-points');

it('[V23] points are given out by buttons and by keys, on the narrowest phone, and sent when none is left', async () => {
  const { code, presenter } = await fixture.startSession();
  await presenter.show(0);
  const phone = await fixture.phone(code, smallPhone);
  const { page } = phone;
  await expectAnswerState(page, '100 points left.');

  const more = page.getByRole('button', { name: 'More: New ideas' });
  await more.click();
  await page.getByText('New ideas: 5.', { exact: true }).waitFor();
  await expectAnswerState(page, '95 points left.');
  // Held until the field says so: no click has so many steps.
  await more.hover();
  await page.mouse.down();
  await expect.poll(() => pointsOf(page, 'New ideas')).toBeGreaterThanOrEqual(30);
  await page.mouse.up();
  const held = await pointsOf(page, 'New ideas');
  expect(held % 5).toBe(0);

  const field = page.getByRole('textbox', { name: 'Old mistakes' });
  await field.fill('7');
  await expectAnswerState(page, 'Old mistakes: give points in steps of 5.');
  await expectFitAndAccessible(page, 'a phone with a number between two steps');
  await page.keyboard.press('ArrowDown');
  expect(await pointsOf(page, 'Old mistakes')).toBe(5);
  await page.keyboard.press('Enter');
  await expectAnswerState(page, `${95 - held} points left.`);
  await field.fill(String(100 - held));
  await page.getByText('0 of 100 points left').waitFor();
  // What has the focus keeps it when nothing is left to give.
  await more.focus();
  await page.keyboard.press('Enter');
  await page.getByText('No points left.', { exact: true }).waitFor();
  expect(await more.getAttribute('aria-disabled')).toBe('true');
  expect(await more.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(await pointsOf(page, 'New ideas')).toBe(held);
  await page.getByRole('button', { name: 'Send' }).click();
  await expectAnswerState(page, 'Recorded. You can still change it.');
  await expectFitAndAccessible(page, 'a phone with its points');

  await presenter.ask('activity:close', { activity: 'effort' });
  await page.getByText(`Yours: ${held}`).waitFor();
  await expectFitAndAccessible(page, 'a phone with the room’s means');
  await closeFaultless(phone);
});

it('[V24] the stage has the means by their size, and their intervals from five answers on', async () => {
  const { code, presenter } = await fixture.startSession();
  const stage = await fixture.stage(code);
  const { page } = stage;
  await presenter.show(0);
  await page.getByText('Give out 100 points, in steps of 5').first().waitFor();
  await expectAccessible(page, 'the stage before any answer');
  const answers = [
    [20, 40, 40],
    [15, 50, 35],
    [10, 60, 30],
    [5, 70, 25],
    [10, 80, 10],
  ];
  const table = page.locator('section.present').getByRole('table');
  for (const [index, points] of answers.entries()) {
    await (await fixture.attendee(code)).answer('effort', { points });
    if (index !== 3) continue;
    await table.getByRole('row', { name: 'Old mistakes 55.0 too few for an interval' }).waitFor();
    expect(await page.locator('.whisker').count()).toBe(0);
  }
  await table.getByRole('row', { name: 'Old mistakes 60.0 40.4 to 79.6' }).waitFor();
  await page.getByText('Most points: Old mistakes, a mean of 60.0 of 100').waitFor();
  expect(await namesByPlace(page)).toEqual(['Old mistakes', 'Learning', 'New ideas']);
  await expectAccessible(page, 'the stage with means');
  await expectFitsEveryWidth(page);
  await closeFaultless(stage);
});

/** The options on the stage from the top down, as they are seen. */
function namesByPlace(page: Page): Promise<string[]> {
  return page.locator('section.present .interval-name').evaluateAll((names) =>
    names
      .map((name) => ({ text: name.textContent, top: name.getBoundingClientRect().top }))
      .sort((one, other) => one.top - other.top)
      .map(({ text }) => text),
  );
}

async function pointsOf(page: Page, option: string): Promise<number> {
  return Number(await page.getByRole('textbox', { name: option }).inputValue());
}
