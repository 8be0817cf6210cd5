import { beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../integration/client.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  expectTexts,
  focusedText,
  shownSlide,
  tabTo,
  tidy,
  type Device,
} from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const MEETINGS = 'Shorter meetings';
const MORNING = 'A quiet morning';
const LUNCH = 'A longer lunch';
const COFFEE = 'A new coffee machine';
const QUESTION = 'Which of these help you most in your daily work?';

const fixture = sharedFixture('asking-ranking');
let code = '';
let presenter: Client;
let stage: Device;
const phones: Device[] = [];

beforeAll(async () => {
  ({ code, presenter } = await fixture.startSession());
  stage = await fixture.stage(code);
  for (const width of [320, 390, 390])
    phones.push(await fixture.phone(code, { width, height: 640 }));
  // As in browsers where an element that is moved in the document loses the focus.
  for (const { page } of phones) {
    await page.addInitScript(() => Object.assign(Element.prototype, { moveBefore: undefined }));
    await page.reload();
  }
  await presenter.show(1);
});

describe('[V22] [V66] a ranking', () => {
  it('is answered by taps and buttons, by keys alone, and by dragging', async () => {
    const [tapped, keyed, dragged] = phones;
    if (tapped === undefined || keyed === undefined || dragged === undefined)
      throw new Error('A phone is missing');
    await tapped.page.getByRole('button', { name: COFFEE }).dblclick();
    await expectTexts(tapped.page.getByRole('button', { pressed: true }), [`1 of 4: ${COFFEE}`]);
    await tap(tapped, MORNING, MEETINGS);
    await expectNewsOn(tapped, `${MEETINGS}: place 3 of 4`);
    await tapped.page.getByText('Place one more to send.').waitFor();
    await tap(tapped, LUNCH, COFFEE);
    await expectNewsOn(tapped, `${COFFEE}: taken out`);
    await tap(tapped, COFFEE);
    for (const move of ['Move down', 'Move up', 'Move up']) {
      await tapped.page.getByRole('button', { name: `${move}: ${MEETINGS}` }).click();
      await expect.poll(() => focusedText(tapped.page)).toMatch(`${move}: ${MEETINGS}`);
    }
    await expectOrderOn(tapped, [MEETINGS, MORNING, LUNCH, COFFEE]);
    await send(tapped);

    for (const [at, option] of [MEETINGS, LUNCH, COFFEE, MORNING].entries()) {
      await tabTo(keyed.page, option, { within: 20 });
      await keyed.page.keyboard.press('Enter');
      await expectNewsOn(keyed, `${option}: place ${at + 1} of 4`);
      expect(await focusedText(keyed.page)).toBe(`${at + 1} of 4: ${option}`);
    }
    await expectOrderOn(keyed, [MEETINGS, LUNCH, COFFEE, MORNING]);
    for (const place of [3, 2]) {
      await keyed.page.keyboard.press('ArrowUp');
      await expectNewsOn(keyed, `${MORNING}: place ${place} of 4`);
      expect(await focusedText(keyed.page)).toBe(`${place} of 4: ${MORNING}`);
    }
    await send(keyed);

    await tap(dragged, LUNCH, MEETINGS, COFFEE, MORNING);
    await drag(dragged, MORNING, LUNCH);
    await expectOrderOn(dragged, [MORNING, LUNCH, MEETINGS, COFFEE]);
    await send(dragged);
  });

  it('[V21] shows the room’s order by points on the stage, with equal ones at one place', async () => {
    const table = shownSlide(stage).getByRole('table', { name: /do first\? \(3 answers\)/ });
    await expectTexts(table.getByRole('row'), [
      'Option Place Points Mean place Half the room First',
      `${MEETINGS} 1 10 1.7 1–2 2`,
      `${MORNING} 1 10 1.7 2 1`,
      `${LUNCH} 3 7 2.7 3 0`,
      `${COFFEE} 4 3 4.0 4 0`,
    ]);
    const rows = shownSlide(stage).locator('.ranking-standing > li');
    await expect
      .poll(() => rows.evaluateAll(textsFromTop))
      .toEqual([MEETINGS, MORNING, LUNCH, COFFEE]);
    for (const { page } of phones) await page.getByText('The room’s answers: 3').waitFor();
  });

  it('can be read on the smallest phone and on the stage, and keeps one’s own order', async () => {
    const [own] = phones;
    if (own === undefined) throw new Error('A phone is missing');
    for (const { page } of [own, stage]) {
      await expectNoSidewaysScroll(page);
      await expectAccessible(page, 'a ranking');
    }
    await presenter.ask('activity:close', { activity: 'first' });
    await expectTexts(own.page.locator('.answering ol > li'), [
      `1 ${MEETINGS}`,
      `2 ${MORNING}`,
      `3 ${LUNCH}`,
      `4 ${COFFEE}`,
    ]);
    await expectAccessible(own.page, 'a closed ranking');
    for (const { complaints } of [...phones, stage]) expect(complaints).toEqual([]);
  });

  it('has its options in another order on each phone', async () => {
    await presenter.show(2);
    const [first, ...others] = await Promise.all(phones.map(rowsOn));
    for (const order of others) {
      expect(order.toSorted()).toEqual(first?.toSorted());
      expect(order).not.toEqual(first);
    }
  });
});

/** The options of rows, in the order in which they are seen. */
function textsFromTop(rows: readonly Element[]): string[] {
  const top = (row: Element): number => row.getBoundingClientRect().top;
  return rows
    .toSorted((one, other) => top(one) - top(other))
    .map((row) => row.querySelector('bdi')?.textContent ?? '');
}

async function rowsOn({ page }: Device): Promise<string[]> {
  const rows = page.getByRole('region', { name: QUESTION }).locator('.ranking-rows > li');
  await rows.first().waitFor();
  return (await rows.allInnerTexts()).map(tidy);
}

async function tap({ page }: Device, ...options: string[]): Promise<void> {
  for (const option of options) {
    const row = page.getByRole('button', { name: new RegExp(`^(\\d of 4: )?${option}$`) });
    const before = await row.getAttribute('aria-pressed');
    // It may have moved to the spot of the last tap, where another one does nothing for a moment.
    const tapAgain = async (): Promise<string | null> => {
      await row.click();
      return row.getAttribute('aria-pressed');
    };
    await expect.poll(tapAgain).not.toBe(before);
  }
}

/** Drags a row by its number to the middle of another. */
async function drag({ page }: Device, option: string, onto: string): Promise<void> {
  const row = (text: string) => page.locator('.ranking-rows > li', { hasText: text });
  const grip = await row(option).locator('.ranking-grip').boundingBox();
  const target = await row(onto).boundingBox();
  if (grip === null || target === null) throw new Error('A row is not on the screen');
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  await page.mouse.move(grip.x + grip.width / 2, target.y + 4, { steps: 5 });
  await page.mouse.up();
}

async function send({ page }: Device): Promise<void> {
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText(/^Recorded\./).waitFor();
}

async function expectNewsOn({ page }: Device, words: string): Promise<void> {
  await page.locator('form [role=status]', { hasText: words }).waitFor({ state: 'attached' });
}

/** The options of a place each, as a screen reader has them. */
async function expectOrderOn({ page }: Device, options: readonly string[]): Promise<void> {
  await expectTexts(
    page.getByRole('button', { pressed: true }),
    options.map((option, at) => `${at + 1} of ${options.length}: ${option}`),
  );
}
