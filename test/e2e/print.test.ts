import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { ConsoleDeck } from '../../src/session/views.ts';
import { Client } from '../integration/client.ts';
import { answerAll } from './answer-all.ts';
import { closeDevices, Device, expectAccessible, openBrowser } from './browser.ts';
import { filledArea } from './pdf-fills.ts';
import { PlenaryProcess } from './plenary-process.ts';

const ATTENDEES = 6;

let plenary: PlenaryProcess;
let browser: Browser;
/** A session whose questions were all answered, with no correct answer revealed. */
let answered = '';
beforeAll(async () => {
  plenary = PlenaryProcess.shared(inject('sharedServer'));
  browser = await openBrowser();
  answered = await plenary.session('layouts');
  await answerAll(plenary.url, answered, ATTENDEES);
});
afterAll(async () => {
  await closeDevices(browser);
});

/** The page to print, in a browser that is dark otherwise, once all of it is drawn. */
async function printPage(code: string, { signedIn = true } = {}): Promise<Device> {
  const device = await Device.open(browser, { colorScheme: 'dark' });
  if (signedIn) await device.signIn(plenary.url);
  await device.page.goto(`${plenary.url}/s/${code}/stage?print-pdf`);
  await device.page.locator('.print-page').first().waitFor();
  await device.page.waitForFunction(() => {
    const questions = [...document.querySelectorAll('.print-page [data-activity]')];
    const drawn = questions.every((question) => question.querySelector('.view') !== null);
    return drawn && document.fonts.status === 'loaded';
  });
  return device;
}

async function deckOf(code: string): Promise<ConsoleDeck> {
  const presenter = await Client.console(plenary.url, code);
  const deck = await presenter.until<ConsoleDeck>('session:deck');
  presenter.close();
  return deck;
}

/** The number of pages of a PDF, and their size in points. */
function pagesOf(pdf: Buffer): { count: number; sizes: readonly string[] } {
  const text = pdf.toString('latin1');
  const sizes = [...text.matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map(([, box]) => box ?? '');
  return { count: [...text.matchAll(/\/Type\s*\/Page\b/g)].length, sizes: [...new Set(sizes)] };
}

/** Each slide on paper: its position and size, and its readable text. */
function printedSlides(page: Page) {
  return page.locator('.print-page').evaluateAll((pages) =>
    pages.map((paper) => {
      const section = paper.querySelector('section');
      const { top, height, width } = (section ?? paper).getBoundingClientRect();
      const fragments = [...paper.querySelectorAll('.fragment')];
      return {
        top,
        size: `${width} × ${height}`,
        hidden: fragments.filter((fragment) => getComputedStyle(fragment).visibility === 'hidden')
          .length,
        text: section?.innerText ?? '',
      };
    }),
  );
}

describe.each(['pioneers', 'layouts'])('the printed slides of %s', (name) => {
  it('have a page each, of their own shape, in light colours, and nothing else', async () => {
    const code = await plenary.session(name);
    const { slides } = await deckOf(code);
    const device = await printPage(code);
    const [paper] = await device.page
      .locator('.print-page .reveal')
      .evaluateAll((pages) => pages.map((page) => getComputedStyle(page).backgroundColor));
    expect(paper, 'light, whatever the screen has').toBe('rgb(253, 252, 249)');
    const pdf = await device.page.pdf({ preferCSSPageSize: true, printBackground: true });
    // 1920 × 1080 CSS pixels are 20 × 11.25 inches of 72 points.
    expect(pagesOf(pdf)).toEqual({ count: slides.length, sizes: ['0 0 1440 810'] });
    const onOtherPaper = await device.page.pdf({ format: 'A4', landscape: true });
    expect(pagesOf(onOtherPaper).count).toBe(slides.length);
    await device.page.emulateMedia({ media: 'print' });
    const printed = await printedSlides(device.page);
    expect(printed.map(({ top, size }) => ({ top, size }))).toEqual(
      slides.map((_, page) => ({ top: page * 1080, size: '1920 × 1080' })),
    );
    expect(printed.filter(({ hidden }) => hidden > 0)).toEqual([]);
    const everything = await device.page.locator('body').innerText();
    expect(everything).not.toContain(code.slice(0, 3) + ' ' + code.slice(3));
    expect(everything).not.toContain('Print');
    expect(device.complaints).toEqual([]);
    await device.close();
  });
});

describe('the slides printed without the key', () => {
  it('[A10] are those that were shown, with a note on how to get all of them', async () => {
    const code = await plenary.session('layouts');
    const { slides } = await deckOf(code);
    const presenter = await Client.console(plenary.url, code);
    await presenter.show(1);
    const device = await printPage(code, { signedIn: false });
    expect(await printedSlides(device.page)).toHaveLength(2);
    await device.page.getByText(`so far, 2 of ${slides.length},`).waitFor();
    await device.page.getByRole('link', { name: 'sign in' }).waitFor();
    await presenter.show(2);
    await device.page.locator('.print-page').nth(2).waitFor();
    await expectAccessible(device.page, 'the page to print, without the key');
    expect(device.complaints).toEqual([]);
    presenter.close();
    await device.close();
  });
});

describe('a printed question', () => {
  const POLL = 'When do you cross?';

  const onPaper = (device: Device) => device.page.locator('.print-page', { hasText: POLL }).last();

  it('shows its options before anybody has answered', async () => {
    const device = await printPage(await plenary.session('layouts'));
    expect(await onPaper(device).innerText()).toContain('At low water');
    expect(await onPaper(device).getByRole('table').count()).toBe(0);
    const pending = device.page.getByText('Results appear').filter({ visible: true });
    expect(await pending.count()).toBe(0);
    await device.close();
  });

  it('shows the current tally', async () => {
    const device = await printPage(answered);
    const table = onPaper(device).getByRole('table', { name: POLL });
    await table.getByRole('row', { name: /^At high water\s+2/ }).waitFor({ state: 'attached' });
    expect(await onPaper(device).locator('.bar').first().innerText()).toMatch(
      /At high water\s*2\s+33%/,
    );
    await device.close();
  });

  it('[P4] shows the correct answer once it was revealed', async () => {
    const why = 'High water comes about fifty minutes later each day.';
    const before = await printPage(answered);
    expect(await before.page.getByText(why).count()).toBe(0);
    await before.close();
    const revealed = await plenary.session('layouts');
    await answerAll(plenary.url, revealed, 1, { revealAnswers: true });
    const after = await printPage(revealed);
    await after.page.locator('.print-page', { hasText: why }).waitFor();
    await after.close();
  });
});

it('The results page links to the print page, which says what to do', async () => {
  const organiser = await Device.open(browser, { viewport: { width: 1280, height: 800 } });
  await organiser.signIn(plenary.url);
  await organiser.page.goto(`${plenary.url}/s/${answered}/results`);
  await organiser.page.getByRole('link', { name: 'Print slides' }).click();
  await organiser.page.getByRole('button', { name: 'Print' }).waitFor();
  await organiser.page.getByText('Save as PDF').waitFor();
  await organiser.page.locator('.print-page .view').first().waitFor();
  await expectAccessible(organiser.page, 'the page to print');
  expect(organiser.complaints).toEqual([]);
  await organiser.close();
});

describe('what is printed without background graphics', () => {
  const ACCENT = '#334a62';

  /** A page in a dark browser; the area of the accent's colour in its PDF must not need backgrounds. */
  async function expectSameFills(path: string, question: string): Promise<Device> {
    const device = await Device.open(browser, { colorScheme: 'dark' });
    await device.signIn(plenary.url);
    await device.page.goto(plenary.url + path);
    await device.page.locator(question).first().waitFor();
    await device.page.waitForFunction(
      (places) =>
        [...document.querySelectorAll(places)].every((place) => place.querySelector('.view')),
      question,
    );
    const [without, all] = [
      await device.page.pdf({ printBackground: false, preferCSSPageSize: true }),
      await device.page.pdf({ printBackground: true, preferCSSPageSize: true }),
    ].map((pdf) => filledArea(pdf, ACCENT));
    expect(without).toBeGreaterThan(1_000);
    expect(without).toBe(all);
    return device;
  }

  it('has the solid bars of the results, no buttons, and no chart on two pages', async () => {
    const device = await expectSameFills(`/s/${answered}/results`, '.result');
    const { page } = device;
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('main :is(button, .button)').filter({ visible: true }).count()).toBe(
      0,
    );
    const cut = await page
      .locator('.result, .result :is(.bars, .histogram, .rating-tally, .match-spread, .quiz)')
      .evaluateAll((parts) =>
        parts
          .filter((part) => getComputedStyle(part).breakInside !== 'avoid')
          .map((part) => part.outerHTML.slice(0, 80)),
      );
    expect(cut).toEqual([]);
    // Backgrounds are left out, borders never are.
    const hollow = await page
      .locator('.bar-leading .bar-fill, .quiz-option-right .quiz-bar, .match-bar-fill')
      .evaluateAll((bars) =>
        bars.filter((bar) => {
          const { height, borderTopWidth, borderBottomWidth } = getComputedStyle(bar);
          return (
            parseFloat(borderTopWidth) + parseFloat(borderBottomWidth) < parseFloat(height) - 1
          );
        }),
      );
    expect(hollow).toHaveLength(0);
    expect(device.complaints).toEqual([]);
    await device.close();
  });

  it('has the solid bars of the slides', async () => {
    const device = await expectSameFills(
      `/s/${answered}/stage?print-pdf`,
      '.print-page [data-activity]',
    );
    await device.close();
  });
});
