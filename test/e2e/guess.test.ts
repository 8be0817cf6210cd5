import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Client } from '../integration/client.ts';
import {
  closeDevices,
  closeFaultless,
  Device,
  expectAccessible,
  expectFitAndAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  stageSize,
} from './browser.ts';
import { PlenaryProcess } from './plenary-process.ts';

const GUESSES = [60, 70, 70, 78, 90];
const ANSWERS = [
  [12, 80],
  [24, 80],
  [52, 100],
  [100, 120],
  [500, 500],
];

let plenary: PlenaryProcess;
let code: string;
let browser: Browser;
let presenter: Client;
let phone: Device;
let stage: Device;
const others: Client[] = [];
beforeAll(async () => {
  plenary = PlenaryProcess.shared(inject('sharedServer'));
  browser = await openBrowser();
  code = await plenary.session('asking-guess');
  presenter = await Client.console(plenary.url, code);
  await presenter.show(0);
  phone = await Device.open(browser, { viewport: { width: 320, height: 568 } });
  stage = await Device.open(browser, { viewport: stageSize });
  await phone.page.goto(`${plenary.url}/j/${code}`);
  await stage.page.goto(`${plenary.url}/s/${code}/stage`);
  for (const _ of GUESSES) others.push(await Client.attendee(plenary.url, code));
});
afterAll(async () => {
  for (const client of [presenter, ...others]) client.close();
  await closeDevices(browser);
});

describe('a question that asks for a number', () => {
  it('can be answered by keyboard alone, on the narrowest phone', async () => {
    await phone.page.getByRole('textbox', { name: 'Your guess %' }).waitFor();
    await expectFitAndAccessible(phone.page, 'a phone before its guess');
    await tabTo(phone.page, '[inputmode="decimal"]');
    await phone.page.keyboard.type('71');
    await tabTo(phone.page, '[type="range"]');
    await phone.page.keyboard.press('ArrowRight');
    expect(await phone.page.getByRole('slider').getAttribute('aria-valuetext')).toBe('72%');
    await tabTo(phone.page, 'button');
    await phone.page.keyboard.press('Enter');
    await phone.page.getByText(/^Recorded\./).waitFor();
    await expectFitAndAccessible(phone.page, 'a phone with a guess');
  });

  it('shows the scale on the stage while it is open, and no guess', async () => {
    for (const [index, guess] of GUESSES.entries()) await others[index]?.answer('hours', { guess });
    await stage.page.getByText('6 answers').first().waitFor();
    await slide().getByText('Guess a number from 0 to 100%').waitFor();
    expect(await slide().getByRole('table').count()).toBe(0);
    await expectAccessible(stage.page, 'the stage with a scale to guess on');
  });

  it('[P4] shows the guesses once they are revealed, but not the correct answer', async () => {
    await presenter.ask('activity:reveal', { activity: 'hours' });
    const table = slide().getByRole('table', { name: /6 answers; middle answer 71%/ });
    await table.getByRole('row', { name: '67.5 to under 72.5% 3' }).waitFor();
    expect(await slide().getByText('Public:').count()).toBe(0);
    expect(presenter.heard() + others[0]?.heard()).not.toMatch(/Gomez|"answer":80|"distance"/);
    await expectAccessible(stage.page, 'the stage with guesses');
    await expectFitAndAccessible(phone.page, 'a phone with the middle answer');
  });

  it('shows the correct answer when it is revealed, with its source and how near each guess was', async () => {
    await presenter.ask('activity:reveal-answer', { activity: 'hours' });
    await slide().getByText('Correct answer 80%').waitFor();
    await slide().getByText('Public: Gomez-Uribe & Hunt, 2015').waitFor();
    await slide().getByText('Within 10 percentage points').waitFor();
    await phone.page.getByText('8 percentage points too low').waitFor();
    await phone.page.getByText('Public: Gomez-Uribe & Hunt, 2015').waitFor();
    await expectAccessible(stage.page, 'the stage with the answer');
    await expectFitAndAccessible(phone.page, 'a phone with the answer');
  });
});

describe('a calculator', () => {
  it('shows its result on the phone before anything is sent', async () => {
    await presenter.show(1);
    await phone.page.getByText('About 96 € a year').waitFor();
    await phone.page.getByRole('button', { name: 'More: Releases a year' }).click();
    await phone.page.getByText('About 104 € a year').waitFor();
    await phone.page.getByRole('textbox', { name: 'Cost of an hour €' }).fill('501');
    await phone.page.getByText('Cost of an hour: enter a number from 0 to 500 €.').waitFor();
    await phone.page.getByRole('textbox', { name: 'Cost of an hour €' }).fill('100');
    await phone.page.getByRole('button', { name: 'Send' }).click();
    await phone.page.getByText(/^Recorded\./).waitFor();
    await expectFitAndAccessible(phone.page, 'a phone with a calculator');
    await expectAccessible(stage.page, 'the stage with what is multiplied');
  });

  it('shows the middle answer and the range of half the room on the stage from five results on', async () => {
    for (const [index, values] of ANSWERS.entries())
      await others[index]?.answer('worth', { values });
    await slide().getByText('The room’s middle answer 356 € a year').waitFor();
    await slide()
      .getByRole('table', { name: /half the room: 146 to 1,030 € a year/ })
      .waitFor();
    await phone.page.getByText('The room, 6 answers: middle answer 356 € a year').waitFor();
    await expectAccessible(stage.page, 'the stage with results');
    await expectFitAndAccessible(phone.page, 'a phone with the room’s results');
  });
});

it('The results say on paper what the lines of a chart of guesses are, with outlines that every viewer draws', async () => {
  const paper = await Device.open(browser, { viewport: { width: 680, height: 960 } });
  await paper.signIn(plenary.url);
  const { page } = paper;
  await page.goto(`${plenary.url}/s/${code}/results`);
  await page.emulateMedia({ media: 'print' });
  const chart = page.locator('.histogram').first();
  await chart
    .getByText(/^half the room: \d+ to \d+%$/)
    .filter({ visible: true })
    .waitFor();
  const bold = chart.getByText(/^Middle answer/);
  expect(await bold.evaluate((text) => getComputedStyle(text).stroke)).toBe('none');
  expect(await page.getByRole('button', { name: 'Print' }).count()).toBe(0);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'Print', exact: true }).waitFor();
  await expectNoSidewaysScroll(page);
  await closeFaultless(paper);
});

it('Guesses and calculators cause no error or warning in the browser', () => {
  expect([...phone.complaints, ...stage.complaints]).toEqual([]);
});

function slide() {
  return stage.page.locator('section.present');
}

/** Presses Tab until something that fits has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let tabs = 0; tabs < 8; tabs += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((fits) => document.activeElement?.matches(fits), selector)) return;
  }
  throw new Error(`No Tab leads to ${selector}`);
}
