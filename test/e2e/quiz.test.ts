import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../integration/client.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  shownSlide,
  tabTo,
  type Device,
} from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const CAPITAL = 'capital';
const OPTIONS = ['Sydney', 'Melbourne', 'Canberra', 'Perth', 'Brisbane', 'Adelaide'];
const RIGHT = 'Canberra';
const EXPLANATION = 'Two cities wanted to be it';
const SOURCE = 'Constitution of Australia';

const fixture = sharedFixture('asking-quiz');
let code = '';
let presenter: Client;
let stage: Device;
const phones: Device[] = [];
const shown = () => shownSlide(stage);

beforeAll(async () => {
  ({ code, presenter } = await fixture.startSession());
  stage = await fixture.stage(code);
  // Six options have 720 orders: three phones do not get the same one by chance.
  for (const width of [390, 390, 320])
    phones.push(await fixture.phone(code, { width, height: 640 }));
  await presenter.show(1);
});

describe('a knowledge check', () => {
  it('has its options in another order on each phone, and in the same order after a reload', async () => {
    const orders = await Promise.all(phones.map(optionsOn));
    for (const order of orders) expect(order.toSorted()).toEqual(OPTIONS.toSorted());
    expect(new Set(orders.map(String)).size).toBeGreaterThan(1);
    const [first] = phones;
    await first?.page.reload();
    expect(await optionsOn(first)).toEqual(orders[0]);
    await expect.poll(() => shown().locator('li').allInnerTexts()).toEqual(OPTIONS);
    await looksRight('before any answer');
  });

  it('can be answered by keyboard alone, and by a tap', async () => {
    const [keyboard, tap, other] = phones;
    if (keyboard === undefined) throw new Error('A phone is missing');
    await tabTo(keyboard.page, RIGHT, { within: 10 });
    await keyboard.page.keyboard.press('Enter');
    await tap?.page.getByRole('button', { name: 'Sydney' }).click();
    await other?.page.getByRole('button', { name: RIGHT }).click();
    await other?.page.getByRole('button', { name: 'Perth' }).click();
    for (const { page } of phones) await page.getByText(/^Recorded/).waitFor();
    await expect.poll(() => pressedOn(other)).toEqual(['Perth']);
    await looksRight('with an answer');
  });

  it('shows the room’s answers before the correct one, with no hint of it', async () => {
    await presenter.ask('activity:close', { activity: CAPITAL });
    const table = shown().getByRole('table', { name: /capital of Australia/ });
    await table.getByRole('row', { name: `${RIGHT} 1 33%` }).waitFor();
    for (const phone of phones) {
      await phone.page.getByText('The room’s answers: 3').waitFor();
      expect(await phone.page.getByRole('group').getByRole('button').count()).toBe(0);
    }
    expect(await rowOn(phones[0], RIGHT)).toBe(`${RIGHT} Your answer 1 33%`);
    expect(await rowOn(phones[1], RIGHT)).toBe(`${RIGHT} 1 33%`);
    expect(await rowOn(phones[2], 'Adelaide')).toBe('Adelaide 0 0%');
    for (const place of [shown(), ...phones.map(({ page }) => page)]) {
      expect(await place.getByText(/right|quite/i).count()).toBe(0);
      expect(await place.locator('.check-mark').count()).toBe(0);
    }
    expect(await looksOfOptions(stage.page)).toHaveLength(1);
    await looksRight('with the split');
  });

  it('[P4] keeps the correct answer on the server until it is revealed', () => {
    const frames = [stage, ...phones].flatMap((device) => device.frames);
    expect(frames.length).toBeGreaterThan(4 * 2);
    expect(frames.join('\n')).toContain('"hasCorrectAnswer":true');
    for (const frame of frames) {
      expect(frame).not.toContain(EXPLANATION);
      expect(frame).not.toContain(SOURCE);
      expect(frame).not.toMatch(/"right":(?!null)/);
      expect(frame).not.toMatch(/"correctAnswer":(?!null)/);
    }
  });

  it('then shows the correct answer on the stage, in words, with its explanation and its source', async () => {
    await presenter.ask('activity:reveal-answer', { activity: CAPITAL });
    const table = shown().getByRole('table', { name: /capital of Australia/ });
    await table.getByRole('row', { name: `${RIGHT} 1 33% Correct` }).waitFor();
    await shown().getByText('of 3 correct').waitFor();
    await shown().getByText(EXPLANATION).waitFor();
    await shown().getByText(SOURCE).waitFor();
    expect(await shown().locator('.check-mark').count()).toBe(1);
    expect(stage.frames.some((frame) => frame.includes(EXPLANATION))).toBe(true);
  });

  it('tells each phone whether its answer is correct, and why', async () => {
    const words = await Promise.all(
      phones.map(({ page }) => page.getByText(/^(Correct|Not quite)\.$/).innerText()),
    );
    expect(words).toEqual(['Correct.', 'Not quite.', 'Not quite.']);
    for (const { page } of phones) {
      await page.getByRole('listitem').filter({ hasText: RIGHT }).getByText('Correct').waitFor();
      await page.getByText(EXPLANATION).waitFor();
      await page.getByText(SOURCE).waitFor();
      await page.getByText('In the room: 1 of 3 correct').waitFor();
    }
    expect(await rowOn(phones[0], RIGHT)).toBe(`${RIGHT} Correct Your answer 1 33%`);
    expect(await rowOn(phones[2], 'Perth')).toBe('Perth Your answer 1 33%');
    for (const { page } of phones) {
      const widths = page.locator('.choice-room-bar');
      expect(
        await widths.evaluateAll((bars) => bars.filter((bar) => bar.clientWidth > 0).length),
      ).toBe(3);
    }
    await looksRight('with what is right');
  });

  it('[P4] takes no more answers, and cannot be opened again', async () => {
    for (const { page } of phones) expect(await page.getByRole('button').count()).toBe(0);
    const late = await fixture.attendee(code);
    expect(await late.answer(CAPITAL, { choices: [2] })).toMatchObject({
      error: { name: 'not-open' },
    });
    expect(await presenter.ask('activity:open', { activity: CAPITAL })).toMatchObject({
      error: { name: 'answer-revealed' },
    });
  });

  it('may have several correct options, which are marked and sent together', async () => {
    await presenter.show(2);
    await shown().getByText('Choose all that apply').waitFor();
    const choices = [['Blue', 'Red', 'Green'], ['Red'], ['Red', 'Yellow', 'Green', 'Blue']];
    for (const [index, { page }] of phones.entries()) {
      for (const name of choices[index] ?? []) await page.getByRole('button', { name }).click();
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByText(/^Recorded/).waitFor();
    }
    await looksRight('with several options marked');
    await presenter.ask('activity:reveal-answer', { activity: 'light' });
    await shown().getByText('of 3 correct').waitFor();
    const words = await Promise.all(
      phones.map(({ page }) => page.getByText(/^(Correct|Not quite)\.$/).innerText()),
    );
    expect(words).toEqual(['Correct.', 'Not quite.', 'Not quite.']);
    // Beside the longest bar, too: everybody chose "Red".
    const verdicts = shown().locator('.quiz-option').getByText('Correct', { exact: true });
    const lines = await verdicts.evaluateAll((found) =>
      found.map((word) =>
        Math.round(word.clientHeight / parseFloat(getComputedStyle(word).fontSize)),
      ),
    );
    expect(lines).toEqual([1, 1, 1]);
    await looksRight('with several right options');
  });

  it('[A8] breaks no policy', () => {
    for (const { complaints } of [stage, ...phones]) expect(complaints).toEqual([]);
  });
});

async function optionsOn(phone: Device | undefined): Promise<string[]> {
  const options = phone?.page.getByRole('group').getByRole('button');
  await options?.first().waitFor();
  return (await options?.allInnerTexts()) ?? [];
}

/** The only row with this option, in one line. */
async function rowOn(phone: Device | undefined, option: string): Promise<string | undefined> {
  const row = phone?.page.getByRole('listitem').filter({ hasText: option });
  return (await row?.innerText())?.replace(/\s+/g, ' ');
}

async function pressedOn(phone: Device | undefined): Promise<string[]> {
  const pressed = phone?.page.getByRole('button', { pressed: true });
  const texts = (await pressed?.allInnerTexts()) ?? [];
  return texts.map((text) => text.split('\n')[0] ?? '');
}

/** The different looks that the options on the stage have: weight and colour of texts and bars. */
function looksOfOptions(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const looks = [...document.querySelectorAll('.present .quiz-option')].map((option) =>
      [option, ...option.querySelectorAll('*')].map((part) => {
        const { color, fontWeight, backgroundColor, borderColor } = getComputedStyle(part);
        return [color, fontWeight, backgroundColor, borderColor].join();
      }),
    );
    return [...new Set(looks.map((look) => look.join(';')))];
  });
}

/** Stage and phones can be read by everybody: by WCAG, from the last row, and on 320 px. */
async function looksRight(when: string): Promise<void> {
  const faults = await stage.page.evaluate(() => {
    const view = document.querySelector('.present .activity .view-body');
    const small = [...(view?.querySelectorAll('*') ?? [])].filter(
      (part) =>
        Number.parseFloat(getComputedStyle(part).fontSize) < 24 &&
        part.closest('.visually-hidden') === null,
    );
    const tall = view === null || view.scrollHeight > view.clientHeight;
    return [...(tall ? ['does not fit'] : []), ...small.map((part) => part.outerHTML)];
  });
  expect(faults, `the stage ${when}`).toEqual([]);
  await expectAccessible(stage.page, `the stage ${when}`);
  const [first, , narrow] = phones;
  if (first === undefined || narrow === undefined) throw new Error('A phone is missing');
  await expectNoSidewaysScroll(narrow.page);
  await expectAccessible(first.page, `a phone ${when}`);
  await expectAccessible(narrow.page, `a narrow phone ${when}`);
}
