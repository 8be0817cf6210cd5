import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../integration/client.ts';
import {
  closeFaultless,
  expectAccessible,
  expectNoSidewaysScroll,
  focusedText,
  shownSlide,
  smallPhone,
  tabTo,
  tidy,
  type Device,
} from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const COFFEE = { choices: [0, 2, 2] };
const TEA = { choices: [1, 1, 1] };
const WATER = { choices: [1, 0, 0] };
/** Coffee 4 of 8, Tea 3 of 7. */
const COFFEE_OR_TEA = { choices: [2, 2, 1] };

const fixture = sharedFixture('asking-match');
let code = '';
let presenter: Client;
const others: Client[] = [];
beforeAll(async () => {
  ({ code, presenter } = await fixture.startSession());
  await presenter.show(1);
});

describe('a match', () => {
  let phone: Device;
  let stage: Device;

  it('[A3] shows its questions on the stage, and no answers of fewer than five', async () => {
    stage = await fixture.stage(code);
    for (const answer of [COFFEE, TEA, COFFEE_OR_TEA]) await attendeeAnswers(answer);
    await shownSlide(stage).getByText('Results appear once 5 people have answered.').waitFor();
    for (const words of ['Tea', 'Coffee', 'Water', 'How does the day end?']) {
      await shownSlide(stage).getByText(words, { exact: true }).waitFor();
    }
    await expectAccessible(stage.page, 'the stage before the room is shown');
  });

  it('is answered by keyboard alone, one question after the other', async () => {
    phone = await fixture.phone(code, smallPhone);
    const { page } = phone;
    await page.getByText('When do you get up?').waitFor();
    await expectFit(page, 'the first question');
    await pressByKeyboard(page, 'Before the sun');
    await expectFocusOn(page, '2 of 3 What do you do first?');
  });

  it('shows a warning at once, and waits until it is read', async () => {
    const { page } = phone;
    await pressByKeyboard(page, 'Answer mails');
    await page.getByRole('status').getByText('They can wait for breakfast.').waitFor();
    await expectFit(page, 'a question with a warning');
    await pressByKeyboard(page, 'Next');
    await expectFocusOn(page, '3 of 3 How does the day end?');
  });

  it('[V20] records each tap, so that nothing is lost on the way, and says how much is recorded', async () => {
    await phone.page.getByText(/^2 of 3 recorded\./).waitFor();
    await phone.page.reload();
    await phone.page.getByText('How does the day end?').waitFor();
  });

  it('goes back to an earlier answer', async () => {
    const { page } = phone;
    await pressByKeyboard(page, 'Back');
    await expectFocusOn(page, '2 of 3 What do you do first?');
    await pressByKeyboard(page, 'Next');
    await expectFocusOn(page, '3 of 3 How does the day end?');
  });

  it('shows the two nearest cases with their reasons, notes and warnings', async () => {
    const { page } = phone;
    await pressByKeyboard(page, 'With a book');
    await expectFocusOn(page, 'Your result Coffee');
    const [coffee, tea, ...more] = await page.locator('.match-case').allInnerTexts();
    expect(more).toEqual([]);
    expect(tidy(coffee)).toBe(
      'Coffee 75% 6 of 8 points Before the sun When do you get up? +3 ' +
        'Answer mails What do you do first? +2 With a book How does the day end? +1 Not after six.',
    );
    expect(tidy(tea)).toBe('Tea 29% 2 of 7 points With a book How does the day end? +2');
    await page.getByText('Answer mails: They can wait for breakfast.').waitFor();
    await page.getByText('A starting point for a conversation, not a verdict.').waitFor();
    await expectFit(page, 'a result');
  });

  it('takes a changed answer, and changes the result with it', async () => {
    const { page } = phone;
    await pressByKeyboard(page, 'Your answers', 'summary');
    await expectFit(page, 'one’s answers');
    await pressByKeyboard(page, 'Change What do you do first?');
    await pressByKeyboard(page, 'Read');
    await expectFocusOn(page, 'Your result Tea');
    expect(await page.getByText('They can wait for breakfast.').count()).toBe(0);
  });

  it('shows the room’s results on the stage from five finished answers on', async () => {
    await attendeeAnswers({ choices: [0, null, null] });
    const { page } = stage;
    await shownSlide(stage).getByText('4 people have answered all 3 questions.').waitFor();
    await expectAccessible(page, 'the stage while most are still answering');
    await attendeeAnswers(COFFEE);
    await shownSlide(stage).getByText('Matched most often: Tea and Coffee, 2 of 5 each').waitFor();
    for (const line of ['Between two cases (shown at both): 1', 'Still answering: 1']) {
      await shownSlide(stage).getByText(line).waitFor();
    }
    const row = shownSlide(stage).getByRole('row', { name: /^Tea/ });
    expect(tidy(await row.textContent())).toBe('Tea21');
    await expectAccessible(page, 'the stage with the room');
  });

  it('shows the room’s results on a phone that has finished, and keeps its own result when it closes', async () => {
    const { page } = phone;
    await page.getByText('2 clearly, 1 between').first().waitFor();
    await expectFit(page, 'a result with the room');
    await presenter.ask('activity:close', { activity: 'drink' });
    await page.getByText('Closed. Your answer is recorded.', { exact: true }).waitFor();
    await page.getByRole('heading', { name: 'Your result Tea' }).waitFor();
    expect(await page.getByRole('button', { name: /^Change/ }).count()).toBe(0);
    await expectFit(page, 'a result after the close');
    expect([...phone.complaints, ...stage.complaints]).toEqual([]);
  });

  it('says when somebody is between two cases, or has no result', async () => {
    const [, , between, unfinished] = others;
    for (const [client, result] of [
      [between, 'Your result Between Coffee and Tea'],
      [unfinished, 'Your result Not yet'],
    ] as const) {
      const device = await fixture.device(smallPhone);
      const token = (await client?.token()) ?? '';
      await device.page.addInitScript(([key, value]) => localStorage.setItem(key, value), [
        `plenary:${code}:token`,
        token,
      ] as const);
      await device.page.goto(`${fixture.plenary.url}/j/${code}`);
      await device.page.getByRole('heading', { name: result }).waitFor();
      await expectFit(device.page, result);
      await device.close();
    }
  });
});

it('A match’s longest bars are those of the cases that its headline names, though most are between others', async () => {
  const room = await fixture.startSession();
  const stage = await fixture.stage(room.code);
  await room.presenter.show(1);
  const answers = [TEA, WATER, COFFEE_OR_TEA, COFFEE_OR_TEA, COFFEE_OR_TEA];
  for (const answer of answers) {
    const attendee = await fixture.attendee(room.code);
    expect(await attendee.answer('drink', answer)).toMatchObject({ ok: true });
  }
  const slide = shownSlide(stage);
  await slide.getByText('Matched most often: Tea and Water, 1 of 5 each').waitFor();
  const rows = await slide.locator('.match-row').evaluateAll((all) =>
    all.map((row) => ({
      text: row.textContent,
      bars: [...row.querySelectorAll('.match-bar-fill')].map((bar) =>
        Math.round(bar.getBoundingClientRect().width),
      ),
    })),
  );
  const [longest = 0] = rows[0]?.bars ?? [];
  expect(longest).toBeGreaterThan(100);
  expect(rows).toEqual([
    { text: 'Tea1 clearly, 3 between', bars: [longest] },
    { text: 'Coffee0 clearly, 3 between', bars: [] },
    { text: 'Water1 clearly', bars: [longest] },
  ]);
  await closeFaultless(stage);
});

describe('[P23] the cases of a match', () => {
  it.each(['no-preference', 'reduce'] as const)(
    'are ranked by those who match them, equal ones as their author has them, and change places as answers come (motion: %s)',
    async (reducedMotion) => {
      const room = await fixture.startSession();
      const stage = await fixture.stage(room.code);
      await stage.page.emulateMedia({ reducedMotion });
      await room.presenter.show(1);
      const answer = async (given: { choices: number[] }): Promise<void> => {
        const attendee = await fixture.attendee(room.code);
        expect(await attendee.answer('drink', given)).toMatchObject({ ok: true });
      };
      for (const given of [TEA, TEA, COFFEE, COFFEE, WATER]) await answer(given);
      await expect.poll(() => casesFromTop(stage.page)).toEqual(['Tea', 'Coffee', 'Water']);
      await markMoves(stage.page);
      await answer(WATER);
      await shownSlide(stage).getByText('Tea, Coffee and Water, 2 of 6 each').waitFor();
      expect(await movedCases(stage.page)).toEqual([]);
      await answer(WATER);
      await expect.poll(() => casesFromTop(stage.page)).toEqual(['Water', 'Tea', 'Coffee']);
      const all = reducedMotion === 'reduce' ? [] : ['Water', 'Tea', 'Coffee'];
      await expect.poll(() => movedCases(stage.page)).toEqual(all);
      await closeFaultless(stage);
    },
  );
});

/** The cases of the spread in their order on the screen. */
function casesFromTop(page: Page): Promise<string[]> {
  return page.locator('section.present .match-row').evaluateAll((rows) =>
    rows
      .map((row) => ({
        top: row.getBoundingClientRect().top,
        name: row.querySelector('.match-case-name')?.textContent ?? '',
      }))
      .sort((a, b) => a.top - b.top)
      .map(({ name }) => name),
  );
}

/** Marks on the page's timeline each element that a script sets moving from now on. */
async function markMoves(page: Page): Promise<void> {
  await page.evaluate(() => {
    const animate = Element.prototype.animate;
    Element.prototype.animate = function (...how): Animation {
      performance.mark(`moved ${this.querySelector('.match-case-name')?.textContent}`);
      return animate.apply(this, how);
    };
  });
}

function movedCases(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('mark')
      .filter(({ name }) => name.startsWith('moved '))
      .map(({ name }) => name.slice('moved '.length)),
  );
}

async function attendeeAnswers(answer: { choices: (number | null)[] }): Promise<void> {
  const client = await fixture.attendee(code);
  others.push(client);
  expect(await client.answer('drink', answer)).toMatchObject({ ok: true });
}

async function pressByKeyboard(page: Page, name: string, control = 'button'): Promise<void> {
  await tabTo(page, name, { within: 20, control });
  await page.keyboard.press('Enter');
}

async function expectFocusOn(page: Page, text: string): Promise<void> {
  await expect.poll(() => focusedText(page)).toBe(text);
}

/** Nothing for axe to fault, and nothing wider than a phone of 320 px. */
async function expectFit(page: Page, what: string): Promise<void> {
  await expectNoSidewaysScroll(page);
  await expectAccessible(page, `a phone with ${what}`);
}
