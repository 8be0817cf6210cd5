import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerAll } from './answer-all.ts';
import {
  closeDevices,
  closeFaultless,
  Device,
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  smallPhone,
} from './browser.ts';
import { filledCounts } from './pdf-fills.ts';
import { PlenaryProcess } from './plenary-process.ts';

/** The paper, and what its margins leave of it: in CSS pixels, whole ones. */
const PAPERS = [
  { format: 'A4', width: 680, height: 1016 },
  { format: 'Letter', width: 703, height: 950 },
] as const;

let plenary: PlenaryProcess;
let browser: Browser;
beforeAll(async () => {
  plenary = await PlenaryProcess.start(['test/fixtures/decks/layouts']);
  browser = await openBrowser();
});
afterAll(async () => {
  await closeDevices(browser);
  await plenary.stop();
});

/** A session of the deck, with as many answers to each question as a rating needs to be shown. */
async function answered(deck: string): Promise<string> {
  const code = await plenary.session(deck);
  await answerAll(plenary.url, code, 5, { revealAnswers: true });
  await plenary.api('POST', `/sessions/${code}/end`);
  return code;
}

/** The bars of all charts, by their colours: the number of rectangles that each is drawn by. */
function barsOnPage(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => {
    const found: Record<string, number> = {};
    const add = (colour: string, rectangles: number): void => {
      const parts = colour.match(/\d+/g)?.slice(0, 3) ?? [];
      const hex = `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
      found[hex] = (found[hex] ?? 0) + rectangles;
    };
    const bars = [
      ...document.querySelectorAll('.bar-fill, .quiz-option-right .quiz-bar, .match-bar-fill'),
    ];
    for (const bar of bars) {
      const { borderTopColor, borderBottomWidth } = getComputedStyle(bar);
      // A solid bar is one border; of a hollow one three sides are drawn, and the fourth is the axis.
      if (bar.getBoundingClientRect().width > 0)
        add(borderTopColor, borderBottomWidth === '0px' ? 1 : 3);
    }
    for (const column of document.querySelectorAll('.distribution-column, .histogram-column')) {
      if (column.getBoundingClientRect().height > 0) add(getComputedStyle(column).fill, 1);
    }
    return found;
  });
}

/** The charts that would not fit on a page of this height, or may be parted. */
function chartsCut(page: Page, height: number): Promise<string[]> {
  return page
    .locator(
      '.report :is(.bars, .hero-and-chart, .histogram, .interval-rows, .match-spread, .quiz, .rating-rows, .radar)',
    )
    .evaluateAll(
      (charts, most) =>
        charts
          .filter((chart) => {
            const { breakInside } = getComputedStyle(chart.closest('.report-part') ?? chart);
            return breakInside !== 'avoid' || chart.getBoundingClientRect().height > most;
          })
          .map((chart) => chart.outerHTML.slice(0, 80)),
      height,
    );
}

it('[X13] A report on the module is made in three clicks, and printed with every bar and without backgrounds', async () => {
  const code = await answered('pioneers');
  const organiser = await Device.open(browser, {
    colorScheme: 'dark',
    viewport: { width: 1280, height: 800 },
  });
  const { page } = organiser;
  await organiser.signIn(plenary.url);
  await page.goto(`${plenary.url}/present`);
  await page.getByRole('link', { name: 'Results' }).first().click();
  await page.getByRole('link', { name: 'Report', exact: true }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Save as file' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`plenary-pioneers-${code}-report.html`);
  // As a printer that leaves backgrounds out, whatever a page asks for.
  await page.addStyleTag({ content: '* { print-color-adjust: economy !important }' });
  for (const { format, width, height } of PAPERS) {
    const pdf = await page.pdf({ format, printBackground: false });
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ media: 'print' });
    const bars = await barsOnPage(page);
    expect(Object.keys(bars).length).toBeGreaterThan(3);
    const filled = filledCounts(pdf);
    const printed = Object.keys(bars).map((colour) => [colour, filled.get(colour)]);
    expect(Object.fromEntries(printed), format).toEqual(bars);
    expect(await chartsCut(page, height), format).toEqual([]);
    expect(await page.getByRole('link', { name: 'Save as file' }).isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
  }
  await closeFaultless(organiser);
});

it('[X11] A report reads well on any screen, and asks the network for nothing', async () => {
  const code = await answered('layouts');
  const reader = await Device.open(browser, { viewport: smallPhone });
  await reader.signIn(plenary.url);
  await reader.page.goto(`${plenary.url}/s/${code}/report`);
  await expectNoSidewaysScroll(reader.page);
  await reader.page.setViewportSize({ width: 1280, height: 800 });
  await expectAccessible(reader.page, 'the report');
  expect(reader.requests.map((url) => new URL(url).pathname)).toEqual([`/s/${code}/report`]);
  expect(reader.complaints).toEqual([]);
  await reader.close();
});
