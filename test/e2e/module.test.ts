import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Position } from '../../src/deck/deck.ts';
import { nextPosition, slideIndex, startOfSlide } from '../../src/deck/walk.ts';
import type { ConsoleDeck, ConsoleSnapshot } from '../../src/session/views.ts';
import { Client } from '../integration/client.ts';
import { Device, expectAccessible, openBrowser, wallSize } from './browser.ts';
import { PlenaryProcess } from './plenary-process.ts';

const PHONES = 5;
const POLL = 'Which case is closest to yours?';

let plenary: PlenaryProcess;
let browser: Browser;
beforeAll(async () => {
  plenary = await PlenaryProcess.start();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await plenary.stop();
});

/** Lets the console jump to the slide with a question. */
async function toQuestion(console: Page, title: string): Promise<void> {
  const option = console.getByRole('option', { name: `${title} (question)` });
  const value = await option.getAttribute('value');
  await console.getByLabel('Go to slide').selectOption(value);
}

/** Resolves once the session is at a position, with how it stands there. */
function reaches(client: Client, at: Position): Promise<ConsoleSnapshot> {
  return client.until<ConsoleSnapshot>('session:state', ({ position, joinShown }) => {
    const { h, v, f } = position;
    return !joinShown && h === at.h && v === at.v && f === at.f;
  });
}

/** Whether a step on from here first shows what is right. */
function solvesFirst({ activities }: ConsoleSnapshot, id: string | null): boolean {
  const asked = activities.find((activity) => activity.id === id);
  return asked?.solvable === true && asked.solution === null;
}

/** In the wall's page: the place of the slide that reveal.js shows, and its steps shown. */
function shownOnWall(): { slide: number; fragments: number } {
  const sections = [...document.querySelectorAll('.slides section:not(.stack)')];
  const isShown = (section: Element): boolean =>
    section.matches('.present') && section.closest('.past, .future') === null;
  const shown = sections.find(isShown);
  const visible = [...(shown?.querySelectorAll('.fragment.visible') ?? [])];
  const steps = new Set(visible.map((fragment) => fragment.getAttribute('data-fragment-index')));
  return { slide: sections.findIndex(isShown), fragments: steps.size };
}

describe('the module, delivered', () => {
  let presenter: Device;
  let wall: Page;
  const phones: Device[] = [];
  let code = '';

  it('begins with a signed-in presenter who picks the deck', async () => {
    presenter = await Device.open(browser, { viewport: { width: 1440, height: 900 } });
    await presenter.signIn(plenary.url);
    // The key must not stay in the address bar, nor in the browser's history.
    expect(presenter.page.url()).toBe(`${plenary.url}/present`);
    await expectAccessible(presenter.page, 'the desk');
    await presenter.page
      .getByRole('button', { name: 'Start a session: Learning from the Pioneers' })
      .click();
    await presenter.page.waitForURL(/\/s\/\d{6}\/console$/);
    code = /\d{6}/.exec(presenter.page.url())?.[0] ?? '';
    await presenter.page.getByRole('button', { name: 'Next' }).waitFor();
    await expectAccessible(presenter.page, 'the console at the beginning');
  });

  it('shows how to join on the wall: address, code and QR', async () => {
    [wall] = await Promise.all([
      presenter.context.waitForEvent('page'),
      presenter.page.getByRole('link', { name: 'Open the wall' }).click(),
    ]);
    await wall.setViewportSize(wallSize);
    const panel = wall.getByRole('region', { name: 'How to join' });
    await panel.getByText(`${code.slice(0, 3)} ${code.slice(3)}`).waitFor();
    await panel.getByRole('img', { name: /QR code that opens http.*\/j\/\d{6}/ }).waitFor();
    await expectAccessible(wall, 'the wall with the way to join');
  });

  it('lets phones in by the code, without an account', async () => {
    for (let n = 0; n < PHONES; n += 1) phones.push(await Device.open(browser));
    await Promise.all(
      phones.map(async ({ page }) => {
        await page.goto(plenary.url);
        await page.getByLabel('The code on the wall').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
        await page.getByRole('button', { name: 'Join' }).click();
        await page.getByText('The talk is about to begin.').waitFor();
      }),
    );
    const online = presenter.page.locator('dt', { hasText: 'Online' }).locator('+ dd');
    await expect.poll(() => online.innerText()).toBe(String(PHONES));
    const [first] = phones;
    if (first !== undefined) await expectAccessible(first.page, 'the phone before the talk');
  });

  it('moves wall, console and phones together, by button and by key', async () => {
    await presenter.page.getByRole('button', { name: 'Next' }).click();
    await wall.getByRole('region', { name: 'How to join' }).waitFor({ state: 'detached' });
    await wall.locator('section.present h1', { hasText: 'Learning from the Pioneers' }).waitFor();
    await phones[0]?.page.getByText(/^Slide 1 of \d+/).waitFor();
    await presenter.page.keyboard.press('PageDown');
    await phones[0]?.page.getByText(/^Slide 2 of/).waitFor();
    // A clicker on the wall's own machine works as well: its browser has signed in.
    await wall.keyboard.press('PageUp');
    await wall.keyboard.press('PageUp');
    await phones[0]?.page.getByText(/^Slide 1 of/).waitFor();
    await expectAccessible(wall, 'the wall with a slide');
    await expectAccessible(presenter.page, 'the console with a slide');
  });

  it('shows the same slide on a wall that is refreshed and one that is opened late', async () => {
    const follower = await Client.console(plenary.url, code);
    const deck = await follower.until<ConsoleDeck>('session:deck');
    follower.close();
    const name = deck.slides[1]?.title ?? '';
    const heading = (page: Page) => page.locator('section.present').getByRole('heading', { name });
    await presenter.page.keyboard.press('PageDown');
    await heading(wall).waitFor();
    await wall.reload();
    await heading(wall).waitFor();
    const late = await Device.open(browser, { viewport: { width: 1280, height: 720 } });
    await late.page.goto(`${plenary.url}/s/${code}/stage`);
    await heading(late.page).waitFor();
    // Nobody signed in there: its keys do nothing.
    await late.page.keyboard.press('PageDown');
    await phones[0]?.page.getByText(/^Slide 2 of/).waitFor();
    expect(late.complaints).toEqual([]);
    await late.close();
  });

  it('rates where the room is, and shows it from five answers on', async () => {
    await toQuestion(presenter.page, 'Where are you today?');
    await Promise.all(
      phones.map(async ({ page }, index) => {
        for (let row = 0; row < 6; row += 1) {
          await page
            .getByText(`${row + 1} of 6`, { exact: false })
            .first()
            .waitFor();
          await page.getByRole('button', { name: new RegExp(`^${(index % 5) + 1} of 5`) }).click();
        }
        await page.getByText(/^Recorded\./).waitFor();
        if (index < PHONES - 1) return;
        await expectAccessible(page, 'the phone with a rating');
      }),
    );
    await wall.getByText('5 answers').first().waitFor();
    await expect.poll(() => wall.getByRole('table').count()).toBeGreaterThan(0);
    await expectAccessible(wall, 'the wall with a rating');
    await expectAccessible(presenter.page, 'the console with a rating');
  });

  it('asks which case study matches, and the bars move with each vote', async () => {
    await toQuestion(presenter.page, 'In one tap: which case is closest?');
    await wall.getByRole('heading', { name: POLL }).waitFor();
    for (const [index, { page }] of phones.entries()) {
      const option = page.getByRole('button', { name: index === 0 ? 'Uber' : 'Netflix' });
      await option.click();
      const question = page.getByRole('region', { name: POLL });
      await question.getByText(/^Recorded\./).waitFor();
      await expect.poll(() => option.getAttribute('aria-pressed')).toBe('true');
      await wall
        .getByText(index === 0 ? '1 answer' : `${index + 1} answers`)
        .first()
        .waitFor();
    }
    const table = wall.getByRole('table', { name: POLL });
    await expect.poll(() => table.getByRole('row', { name: /Netflix/ }).innerText()).toMatch(/4/);
    await expectAccessible(wall, 'the wall with a poll');
    await expectAccessible(presenter.page, 'the console with a poll');
    const [first] = phones;
    if (first !== undefined) await expectAccessible(first.page, 'the phone with a poll');
  });

  it('lets an answer be changed until the question closes', async () => {
    const phone = phones[0]?.page;
    await phone?.getByRole('button', { name: 'OpenAI' }).click();
    const table = wall.getByRole('table', { name: POLL });
    await expect.poll(() => table.getByRole('row', { name: /OpenAI/ }).innerText()).toMatch(/1/);
    await expect.poll(() => table.getByRole('row', { name: /Uber/ }).innerText()).toMatch(/0/);
    await presenter.page.getByRole('button', { name: 'Close', exact: true }).first().click();
    await phone?.getByText('Recorded.', { exact: true }).waitFor();
    expect(await phone?.getByRole('button', { name: 'Anthropic' }).isEnabled()).toBe(false);
  });

  it('hides and reveals the results', async () => {
    const table = wall.getByRole('table', { name: POLL });
    await presenter.page.getByRole('button', { name: 'Hide results' }).click();
    await table.waitFor({ state: 'detached' });
    await presenter.page.getByRole('button', { name: 'Reveal results' }).click();
    await table.waitFor();
  });

  it('shows the results to the organiser while it runs, with files to take home', async () => {
    const results = await presenter.context.newPage();
    await results.goto(`${plenary.url}/s/${code}/results`);
    await results.getByRole('heading', { name: POLL }).waitFor();
    await results.getByRole('table').first().waitFor({ state: 'attached' });
    await expectAccessible(results, 'the results');
    const [download] = await Promise.all([
      results.waitForEvent('download'),
      results.getByRole('link', { name: 'Download CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`plenary-pioneers-${code}.csv`);
    const csv = await (await plenary.api('GET', `/sessions/${code}/results.csv`)).text();
    // Five phones: six ratings each, and one choice each.
    expect(csv.trim().split('\r\n')).toHaveLength(1 + PHONES * 6 + PHONES);
    await results.close();
  });

  it('forgets the answers to a question that is reset, after asking', async () => {
    await presenter.page.getByRole('button', { name: 'Reset', exact: true }).click();
    const dialog = presenter.page.getByRole('dialog');
    await dialog.getByText('Reset this question?').waitFor();
    await expectAccessible(presenter.page, 'the console with a dialog');
    await dialog.getByRole('button', { name: 'Reset' }).click();
    await wall.getByText('0 answers').first().waitFor();
    await presenter.page.getByRole('button', { name: 'Open again' }).click();
    const phone = phones[1]?.page;
    await expect
      .poll(() => phone?.getByRole('button', { name: 'Netflix' }).getAttribute('aria-pressed'))
      .toBe('false');
  });

  it('goes through every step to the last slide, the wall in step with the session', async () => {
    const follower = await Client.console(plenary.url, code);
    const deck = await follower.until<ConsoleDeck>('session:deck');
    const place = presenter.page.getByLabel('Go to slide');
    await presenter.page.keyboard.press('Home');
    let at = startOfSlide(deck, 0);
    await reaches(follower, at);
    for (;;) {
      const next = nextPosition(deck, at);
      if (next === at) break;
      // The console decides what a step on does: it must be there as well.
      await expect.poll(() => place.inputValue()).toBe(String(slideIndex(deck, at)));
      const { activity } = deck.slides[slideIndex(deck, at)] ?? { activity: null };
      if (solvesFirst(await reaches(follower, at), activity)) {
        await presenter.page.keyboard.press('ArrowRight');
        await follower.until<ConsoleSnapshot>(
          'session:state',
          (now) => !solvesFirst(now, activity),
        );
      }
      at = next;
      await presenter.page.keyboard.press('ArrowRight');
      await reaches(follower, at);
      await expect
        .poll(() => wall.evaluate(shownOnWall), { message: JSON.stringify(at) })
        .toEqual({
          slide: slideIndex(deck, at),
          fragments: at.f + 1,
        });
    }
    expect(slideIndex(deck, at)).toBe(deck.slides.length - 1);
    const total = deck.slides.length;
    await phones[0]?.page.getByText(new RegExp(`^Slide ${total} of ${total}`)).waitFor();
    follower.close();
  });

  it('ends, and says so to everybody', async () => {
    await presenter.page.getByRole('button', { name: 'End session' }).click();
    await presenter.page.getByRole('dialog').getByRole('button', { name: 'End session' }).click();
    await Promise.all(phones.map(({ page }) => page.getByText('The session has ended').waitFor()));
    await wall.getByText('The session has ended.').waitFor();
    const [first] = phones;
    if (first !== undefined) await expectAccessible(first.page, 'the phone at the end');
  });

  it('made no request to anybody else, and broke no policy', async () => {
    for (const device of [presenter, ...phones]) {
      const foreign = device.requests.filter((url) => new URL(url).origin !== plenary.url);
      expect(foreign).toEqual([]);
      expect(device.complaints).toEqual([]);
    }
  });
});
