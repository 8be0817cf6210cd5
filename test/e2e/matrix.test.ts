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

const fixture = sharedFixture('placing-items');

const ITEMS = ['A quiet morning', 'A new coffee machine', 'Shorter meetings'];

it('[V25] [V66] items are placed by taps, by keys and by dragging, on the narrowest phone', async () => {
  const { code, presenter } = await fixture.startSession();
  await presenter.show(0);
  const phone = await fixture.phone(code, smallPhone);
  const { page } = phone;
  await expectAnswerState(page, 'Place one item to send.');

  // A tap places the chosen item, and the next one comes: a double tap does not place that too.
  await page.mouse.dblclick(...(await pointOf(page, 0.2, 0.8)));
  await expectNews(page, `${ITEMS[0]}: Effort 20 of 100, little; Use 80 of 100, large; Do now.`);
  await page.getByRole('button', { name: `2 ${ITEMS[1]} not placed`, pressed: true }).waitFor();

  // Keys stay with their item, and nothing is set for anybody.
  const [effort, use] = [slider(page, 'Effort', 1), slider(page, 'Use', 1)];
  expect(await use.getAttribute('aria-valuetext')).toBe('not set');
  await effort.focus();
  await page.keyboard.press('ArrowRight');
  await expectAnswerState(page, `${ITEMS[1]}: set Use too.`);
  expect(await effort.getAttribute('aria-valuetext')).toBe('55 of 100, much');
  await expectFitAndAccessible(page, 'a phone with an item on one axis');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  expect(await use.getAttribute('aria-valuetext')).toBe('45 of 100, small');
  expect(await use.evaluate((own) => own === document.activeElement)).toBe(true);
  await expectAnswerState(page, 'Not sent yet.');

  // Its mark is dragged, and the sliders follow.
  const mark = page.locator('.matrix-chosen');
  await mark.hover();
  await page.mouse.down();
  const [x, y] = await pointOf(page, 0.9, 0.1);
  await page.mouse.move(x, y, { steps: 3 });
  await page.mouse.up();
  await expectNews(page, `${ITEMS[1]}: Effort 90 of 100, much; Use 10 of 100, small; Leave out.`);
  expect(await effort.inputValue()).toBe('90');

  const takeOut = page.getByRole('button', { name: 'Take out' });
  await takeOut.click();
  await expectNews(page, `${ITEMS[1]}: taken out.`);
  expect(await takeOut.evaluate((own) => own === document.activeElement)).toBe(true);
  await page.getByRole('button', { name: 'Send' }).click();
  await expectAnswerState(page, '1 of 3 recorded. You can still change it.');
  await expectFitAndAccessible(page, 'a phone with its item');

  await presenter.ask('activity:close', { activity: 'ideas' });
  await page.getByText('Yours: Do now (Effort 20, Use 80)').waitFor();
  await expectFitAndAccessible(page, 'a phone with the room’s medians');
  await closeFaultless(phone);
});

it('[V26] the stage has each item at the room’s medians, and no number over another', async () => {
  const { code, presenter } = await fixture.startSession();
  const stage = await fixture.stage(code);
  const { page } = stage;
  await presenter.show(0);
  await page.getByText('Place 3 items by Effort and Use').first().waitFor();
  await expectAccessible(page, 'the stage before any answer');
  const answers = [
    [[20, 80], null, null],
    [[30, 70], [10, 10], null],
    [[40, 100], [20, 10], null],
  ];
  const attendees = await Promise.all(answers.map(() => fixture.attendee(code)));
  for (const [index, positions] of answers.entries()) {
    await attendees[index]?.answer('ideas', { positions });
  }
  const table = page.locator('section.present').getByRole('table');
  await table.getByRole('row', { name: `${ITEMS[0]} 30 25 to 35 80 75 to 90 Do now 3` }).waitFor();
  await table.getByRole('row', { name: `${ITEMS[1]} 15 12.5 to 17.5 10 10 If there is` }).waitFor();
  await table.getByRole('row', { name: `${ITEMS[2]} not enough answers yet` }).waitFor();
  await expectAccessible(page, 'the stage with medians');
  await expectFitsEveryWidth(page);

  await presenter.show(1);
  const positions = Array.from({ length: 8 }, (_, item) => [100, item < 4 ? 100 : 95]);
  await attendees[0]?.answer('eight', { positions });
  await page.locator('section.present .matrix-number').nth(7).waitFor();
  expect(await overlaps(page)).toEqual([]);
  await closeFaultless(stage);
});

/** The numbers on the stage that lie over each other or outside the frame. */
function overlaps(page: Page): Promise<string[]> {
  return page.locator('section.present .matrix-frame').evaluate((frame) => {
    const numbers = [...frame.querySelectorAll('.matrix-number')];
    const boxes = numbers.map((number) => number.getBoundingClientRect());
    const around = frame.getBoundingClientRect();
    return boxes.flatMap((one, index) => [
      ...(one.right > around.right || one.top < around.top ? [`${index + 1} is outside`] : []),
      ...boxes
        .slice(index + 1)
        .filter((other) => Math.hypot(one.x - other.x, one.y - other.y) < one.width - 0.5)
        .map(() => `${index + 1} lies over another`),
    ]);
  });
}

function slider(page: Page, axis: string, item: number) {
  return page.getByRole('slider', { name: `${axis} ${ITEMS[item]}` });
}

/** A point of the square on the screen, by its shares of both axes. */
async function pointOf(page: Page, across: number, up: number): Promise<[number, number]> {
  const square = page.locator('.matrix-square').first();
  await square.scrollIntoViewIfNeeded();
  const box = await square.boundingBox();
  if (box === null) throw new Error('The square is not in sight');
  return [box.x + across * box.width, box.y + (1 - up) * box.height];
}

/** Waits for the words that a screen reader is told of a press. */
function expectNews(page: Page, words: string): Promise<void> {
  return page.locator('form [role=status]', { hasText: words }).waitFor({ state: 'attached' });
}
