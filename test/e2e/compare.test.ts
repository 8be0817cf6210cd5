import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Judgement } from '../../src/activities/compare/content.ts';
import {
  closeFaultless,
  expectAccessible,
  expectFitAndAccessible,
  expectFitsEveryWidth,
  expectTexts,
  focusedText,
  smallPhone,
  tabTo,
  tidy,
} from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const OPTIONS = ['Shorter meetings', 'A quiet morning', 'A longer lunch', 'A new coffee machine'];

const fixture = sharedFixture('comparing');

it('[V29] [V30] [V65] [S32] pairs are judged one by one, by buttons and by keys, and each can be changed', async () => {
  const { code, presenter } = await fixture.startSession();
  await presenter.show(0);
  const phone = await fixture.phone(code, smallPhone);
  const { page } = phone;
  const judged: string[] = [];

  const [one = ''] = await optionsOf(page, 1);
  await expectFitAndAccessible(page, 'a phone with a pair');
  await page.getByRole('button', { name: one, exact: true }).dblclick();
  judged.push(one);
  await page.getByText('1 of 4 recorded. You can still change it.').waitFor();

  const [first = '', second = ''] = await optionsOf(page, 2);
  expect(await focusedText(page)).toBe(`Pair 2 of 4: ${first} or ${second}`);
  await tabTo(page, second, { within: 6 });
  await page.keyboard.press('Enter');
  judged.push(second);

  // What was judged is on the server: the phone goes on with the next pair.
  await page.getByText('2 of 4 recorded.').waitFor();
  await page.reload();
  await optionsOf(page, 3);
  await page.getByRole('button', { name: 'The same' }).click();
  await optionsOf(page, 4);
  await page.getByRole('button', { name: 'Previous pair' }).click();
  const [instead = ''] = await optionsOf(page, 3);
  expect(await page.getByRole('button', { pressed: true }).allInnerTexts()).toEqual(['The same']);
  await page.getByRole('button', { name: instead, exact: true }).click();
  judged.push(instead);
  await optionsOf(page, 4);
  await page.getByRole('button', { name: 'The same' }).click();

  await page.getByText('Recorded. You can still change it.', { exact: true }).waitFor();
  expect(await focusedText(page)).toBe('Your judgements');
  await expectTexts(page.locator('.compare-chosen'), judged);
  await page.getByText('Too early to tell which is ahead.').waitFor();
  await expectFitAndAccessible(page, 'a phone with its judgements');
  await page.getByRole('button', { name: 'Change' }).first().click();
  await optionsOf(page, 1);

  await presenter.ask('activity:close', { activity: 'help' });
  // In the order of the deck's options.
  const chosen = async (): Promise<string[]> => page.locator('.compare-chosen').allInnerTexts();
  await expect.poll(async () => (await chosen()).toSorted()).toEqual(judged.toSorted());
  await expectFitAndAccessible(page, 'a phone with a closed comparison');

  await presenter.show(2);
  const pictures = page.locator('.compare-option > img');
  await expect.poll(() => pictures.evaluateAll(widths)).toEqual([160, 160]);
  await expectFitAndAccessible(page, 'a phone with pictures to compare');
  await closeFaultless(phone);
});

it('[V31] the stage has the options by their chances, and claims an order once it is certain', async () => {
  const { code, presenter } = await fixture.startSession();
  const stage = await fixture.stage(code);
  const { page } = stage;
  await presenter.show(0);
  await page.getByText('Which of two? Everybody judges 4 pairs').first().waitFor();
  const headline = page.locator('section.present .compare-headline');
  const judgements: Judgement[] = [
    [0, 1, 'second'],
    [0, 2, 'same'],
    [1, 2, 'first'],
    [1, 3, 'first'],
  ];
  await (await fixture.attendee(code)).answer('help', { judgements });
  await headline.filter({ hasText: 'Too early to tell which is ahead.' }).waitFor();
  await expectAccessible(page, 'the stage with one answer');
  for (let more = 0; more < 14; more += 1) {
    await (await fixture.attendee(code)).answer('help', { judgements });
  }
  await headline.filter({ hasText: 'A quiet morning is ahead of all others.' }).waitFor();
  const table = page
    .locator('section.present')
    .getByRole('table', { name: /15 answers, 60 pairs/ });
  await table
    .getByRole('row', { name: /^A quiet morning 9\d% .* Shorter meetings; A longer/ })
    .waitFor();
  await expect
    .poll(() => namesByPlace(page))
    .toEqual([OPTIONS[1], OPTIONS[0], OPTIONS[2], OPTIONS[3]]);
  await expectAccessible(page, 'the stage with scores');
  await expectFitsEveryWidth(page);
  await closeFaultless(stage);
});

/** The widths of pictures, in pixels of their files; 0 until they are loaded. */
function widths(pictures: Element[]): number[] {
  return pictures.map((picture) =>
    picture instanceof HTMLImageElement ? picture.naturalWidth : NaN,
  );
}

/** The options of a pair, once the phone shows it. */
async function optionsOf(page: Page, place: number): Promise<string[]> {
  const group = page.getByRole('group', { name: `Pair ${place} of 4` });
  await group.waitFor();
  return (await group.locator('.compare-option').allInnerTexts()).map(tidy);
}

/** The options on the stage from the top down, as they are seen. */
function namesByPlace(page: Page): Promise<string[]> {
  return page.locator('section.present .compare-name').evaluateAll((names) =>
    names
      .map((name) => ({ text: name.textContent, top: name.getBoundingClientRect().top }))
      .sort((one, other) => one.top - other.top)
      .map(({ text }) => text),
  );
}
