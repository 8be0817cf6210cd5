import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsoleDeck } from '../../src/session/views.ts';
import { Client } from '../integration/client.ts';
import {
  closeDevices,
  Device,
  expectAccessible,
  goToSlide,
  openBrowser,
  openStage,
  takesNext,
} from './browser.ts';
import { PlenaryProcess } from './plenary-process.ts';

const PHONES = 3;
const POLL = 'Which case is closest to yours?';

let plenary: PlenaryProcess;
let browser: Browser;
beforeAll(async () => {
  plenary = await PlenaryProcess.start();
  browser = await openBrowser();
});
afterAll(async () => {
  await closeDevices(browser);
  await plenary.stop();
});

describe('stage, console and phones', () => {
  let presenter: Device;
  let stage: Page;
  const phones: Device[] = [];
  let code = '';

  it('begin with a signed-in presenter who picks the deck', async () => {
    presenter = await Device.open(browser, { viewport: { width: 1440, height: 900 } });
    await presenter.openDesk(plenary.url);
    // The key must not stay in the address bar, nor in the browser's history.
    expect(presenter.page.url()).toBe(`${plenary.url}/present`);
    await expectAccessible(presenter.page, 'the desk');
    await presenter.page.getByRole('button', { name: 'Start: Learning from the Pioneers' }).click();
    await presenter.page.waitForURL(/\/s\/\d{6}\/console$/);
    code = /\d{6}/.exec(presenter.page.url())?.[0] ?? '';
    await presenter.page.getByRole('button', { name: 'Next' }).waitFor();
    await expectAccessible(presenter.page, 'the console at the beginning');
  });

  it('show on the stage how to join: address, code and QR', async () => {
    stage = await openStage(presenter);
    const panel = stage.getByRole('region', { name: 'Join screen' });
    await panel.getByText(`${code.slice(0, 3)} ${code.slice(3)}`).waitFor();
    await panel.getByRole('img', { name: /QR code that opens http.*\/j\/\d{6}/ }).waitFor();
    await expectAccessible(stage, 'the stage with the way to join');
  });

  it('let phones in by the code, without an account', async () => {
    for (let n = 0; n < PHONES; n += 1) phones.push(await Device.open(browser));
    await Promise.all(
      phones.map(async ({ page }) => {
        await page.goto(plenary.url);
        await page
          .getByLabel('The six-digit code on the screen in front')
          .fill(`${code.slice(0, 3)} ${code.slice(3)}`);
        await page.getByRole('button', { name: 'Join' }).click();
        await page.getByText('The session is about to begin.').waitFor();
      }),
    );
    const online = presenter.page.locator('dt', { hasText: 'Online' }).locator('+ dd');
    await expect.poll(() => online.innerText()).toBe(String(PHONES));
    const [first] = phones;
    if (first !== undefined) await expectAccessible(first.page, 'the phone before the talk');
  });

  it('[S5] move together, by button and by key', async () => {
    await presenter.page.getByRole('button', { name: 'Next' }).click();
    await stage.getByRole('region', { name: 'Join screen' }).waitFor({ state: 'detached' });
    await stage.locator('section.present h1', { hasText: 'Learning from the Pioneers' }).waitFor();
    await phones[0]?.page.getByText(/^Slide 1 of \d+/).waitFor();
    await takesNext(presenter.page);
    await presenter.page.keyboard.press('PageDown');
    await phones[0]?.page.getByText(/^Slide 2 of/).waitFor();
    // A clicker on the stage's own machine works as well: its browser has signed in.
    await stage.keyboard.press('PageUp');
    await phones[0]?.page.getByText(/^Slide 1 of/).waitFor();
    await expectAccessible(stage, 'the stage with a slide');
  });

  it('[S6] [A1] show the same slide where the stage is reloaded or opened late', async () => {
    const follower = await Client.console(plenary.url, code);
    const deck = await follower.until<ConsoleDeck>('session:deck');
    follower.close();
    const name = deck.slides[1]?.title ?? '';
    const heading = (page: Page) => page.locator('section.present').getByRole('heading', { name });
    await takesNext(presenter.page);
    await presenter.page.keyboard.press('PageDown');
    await heading(stage).waitFor();
    await stage.reload();
    await heading(stage).waitFor();
    const late = await Device.open(browser, { viewport: { width: 1280, height: 720 } });
    await late.page.goto(`${plenary.url}/s/${code}/stage`);
    await heading(late.page).waitFor();
    // Nobody signed in there: its keys do nothing.
    await late.page.keyboard.press('PageDown');
    await phones[0]?.page.getByText(/^Slide 2 of/).waitFor();
    expect(late.complaints).toEqual([]);
    await late.close();
  });

  it('ask which case study matches, and move the bars with each answer', async () => {
    await goToSlide(presenter.page, 'In one tap: which case is closest?');
    await stage.getByRole('heading', { name: POLL }).waitFor();
    for (const [index, { page }] of phones.entries()) {
      const option = page.getByRole('button', { name: index === 0 ? 'Uber' : 'Netflix' });
      await option.click();
      const question = page.getByRole('region', { name: POLL });
      await question.getByText(/^Recorded\./).waitFor();
      await expect.poll(() => option.getAttribute('aria-pressed')).toBe('true');
      await stage
        .getByText(index === 0 ? '1 answer' : `${index + 1} answers`)
        .first()
        .waitFor();
    }
    const table = stage.getByRole('table', { name: POLL });
    await expect.poll(() => table.getByRole('row', { name: /Netflix/ }).innerText()).toMatch(/2/);
    await expectAccessible(stage, 'the stage with a poll');
    await expectAccessible(presenter.page, 'the console with a poll');
    const [first] = phones;
    if (first !== undefined) await expectAccessible(first.page, 'the phone with a poll');
  });

  it('[V2] let an answer be changed until the question closes', async () => {
    const phone = phones[0]?.page;
    await phone?.getByRole('button', { name: 'OpenAI' }).click();
    const table = stage.getByRole('table', { name: POLL });
    await expect.poll(() => table.getByRole('row', { name: /OpenAI/ }).innerText()).toMatch(/1/);
    await expect.poll(() => table.getByRole('row', { name: /Uber/ }).innerText()).toMatch(/0/);
    await presenter.page.getByRole('button', { name: 'Close', exact: true }).first().click();
    await phone?.getByText('Closed. Your answer is recorded.', { exact: true }).waitFor();
    await phone?.getByRole('listitem').filter({ hasText: 'Anthropic' }).waitFor();
    expect(await phone?.getByRole('button', { name: 'Anthropic' }).count()).toBe(0);
  });

  it('hide and reveal the results', async () => {
    const table = stage.getByRole('table', { name: POLL });
    await presenter.page.getByRole('button', { name: 'Hide results' }).click();
    await table.waitFor({ state: 'detached' });
    await presenter.page.getByRole('button', { name: 'Reveal results' }).click();
    await table.waitFor();
  });

  it('show the results to the organiser during the session, with files to download', async () => {
    const results = await presenter.context.newPage();
    await results.goto(`${plenary.url}/s/${code}/results`);
    await results.getByRole('heading', { name: POLL }).waitFor();
    await results.getByRole('table').first().waitFor({ state: 'attached' });
    const [download] = await Promise.all([
      results.waitForEvent('download'),
      results.getByRole('link', { name: 'Download CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`plenary-pioneers-${code}.csv`);
    const csv = await (await plenary.api('GET', `/sessions/${code}/results.csv`)).text();
    expect(csv.trim().split('\r\n')).toHaveLength(1 + PHONES);
    await results.close();
  });

  it('[P5] discard the answers to a question that is reset, after a confirmation', async () => {
    await presenter.page.getByRole('button', { name: 'Reset', exact: true }).click();
    const dialog = presenter.page.getByRole('dialog');
    await dialog.getByText('Reset this question?').waitFor();
    await expectAccessible(presenter.page, 'the console with a dialog');
    await dialog.getByRole('button', { name: 'Reset' }).click();
    await stage.getByText('0 answers').first().waitFor();
    const phone = phones[1]?.page;
    await expect
      .poll(() => phone?.getByRole('button', { name: 'Netflix' }).getAttribute('aria-pressed'))
      .toBe('false');
  });

  it('[A8] make no request to another server, and break no policy', async () => {
    for (const device of [presenter, ...phones]) {
      const foreign = device.requests.filter((url) => new URL(url).origin !== plenary.url);
      expect(foreign).toEqual([]);
      expect(device.complaints).toEqual([]);
    }
  });
});
