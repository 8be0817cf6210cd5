import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { answerTo } from '../../server/cli/rehearse/behaviour.ts';
import { answerAll, openQuestion } from './answer-all.ts';
import { answerOnPhone } from './answer-on-phone.ts';
import {
  closeFaultless,
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  shownSlide,
  smallPhone,
  takesNext,
} from './browser.ts';
import { expectToFit, smallProjector } from './expect-to-fit.ts';
import { sessionFixture } from './setup-session.ts';

const ATTENDEES = 7;
/** The rows of the deck's rating. */
const ROWS = 4;
/** The least space between a text and a number that is no part of it, in pixels. */
const LEAST_SPACE = 6;
const phoneInHand = { width: 390, height: 844 };
const slides = {
  list: 1,
  code: 2,
  columns: 3,
  table: 5,
  figures: 6,
  poll: 7,
  rating: 9,
  guess: 12,
};

const arabic = sessionFixture('right-to-left');
const english = sessionFixture('room');

/** The parts of an element's text, in the order in which they are seen from left to right. */
async function fromLeft(element: Locator, parts: readonly string[]): Promise<readonly string[]> {
  const places = await element.evaluate((root, wanted) => {
    const placeOf = (part: string): number => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(part) ?? -1;
        if (at === -1) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + part.length);
        const { left, right } = range.getBoundingClientRect();
        return (left + right) / 2;
      }
      throw new Error(`"${part}" is not in "${root.textContent}"`);
    };
    return wanted.map((part) => ({ part, at: placeOf(part) }));
  }, parts);
  return places.sort((one, other) => one.at - other.at).map(({ part }) => part);
}

/** The elements are in this order from left to right, one beside the other. */
async function expectBeside(...elements: readonly Locator[]): Promise<void> {
  const boxes = await Promise.all(elements.map((element) => element.boundingBox()));
  const middles = boxes.map((box) => (box?.x ?? 0) + (box?.width ?? 0) / 2);
  expect(boxes).not.toContain(null);
  expect(middles).toEqual(middles.toSorted((one, other) => one - other));
}

/** The places where the letters of each element begin and end, without the spaces around them, and in how many lines. */
function inksOf(elements: Locator) {
  return elements.evaluateAll((found) =>
    found.map((element) => {
      const range = document.createRange();
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const boxes: DOMRect[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const text = node.textContent ?? '';
        if (text.trim() === '') continue;
        range.setStart(node, text.length - text.trimStart().length);
        range.setEnd(node, text.trimEnd().length);
        boxes.push(...range.getClientRects());
      }
      return {
        left: Math.min(...boxes.map(({ left }) => left)),
        right: Math.max(...boxes.map(({ right }) => right)),
        lines: new Set(boxes.map(({ top }) => Math.round(top))).size,
      };
    }),
  );
}

/** The pairs of a drawing's texts that cover each other. */
function coveredTexts(texts: Locator): Promise<string[]> {
  return texts.evaluateAll((found) =>
    found.flatMap((one, index) => {
      const a = one.getBoundingClientRect();
      // Above and below its letters, a line has space.
      const spare = (box: DOMRect): number => box.height / 5;
      return found.slice(index + 1).flatMap((other) => {
        const b = other.getBoundingClientRect();
        const isBeside = a.right <= b.left || b.right <= a.left;
        const isBelow =
          a.bottom - spare(a) <= b.top + spare(b) || b.bottom - spare(b) <= a.top + spare(a);
        return isBeside || isBelow ? [] : [`${one.textContent} / ${other.textContent}`];
      });
    }),
  );
}

/** The space between each median's mark and its name, in letters, and how far its label leaves the chart. */
function medianLabels(page: Page) {
  return page.locator('.histogram:visible').evaluateAll((charts) =>
    charts.map((chart) => {
      const boxOf = (part: string) => chart.querySelector(part)?.getBoundingClientRect();
      const [mark, name] = [boxOf('.histogram-median'), boxOf('.histogram-strong')];
      const label = chart.querySelector('text:has(.histogram-strong)')?.getBoundingClientRect();
      if (mark === undefined || name === undefined || label === undefined) return null;
      const { left, right } = chart.getBoundingClientRect();
      const space = Math.max(name.left - mark.right, mark.left - name.right);
      return {
        space: space / Number.parseFloat(getComputedStyle(chart).fontSize),
        outside: Math.max(left - label.left, label.right - right),
      };
    }),
  );
}

function directionOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).direction);
}

describe('[S40] the stage of a deck in Arabic', () => {
  it('fits the screen at each step, before and after its questions are answered', async () => {
    const { code } = await arabic.startSession();
    const browser = await openBrowser();
    const fitting = {
      url: arabic.plenary.url,
      browser,
      code,
      screens: { 'a small projector': smallProjector },
    };
    await expectToFit({ ...fitting, answers: 0 });
    await answerAll(arabic.plenary.url, code, ATTENDEES, { revealAnswers: true });
    await expectToFit({ ...fitting, answers: ATTENDEES });
  });

  it('[P19] has its closing slide from right to left, and the address on it from left to right', async () => {
    const { code, presenter } = await arabic.startSession();
    const stage = await arabic.stage(code);
    await presenter.ask('session:end', {});
    const closing = stage.page.getByRole('region', { name: 'Closing slide' });
    await closing.getByRole('heading', { name: 'Thank you' }).waitFor();
    await expectBeside(closing.locator('.qr-code'), closing.locator('.join-text'));
    const address = closing.locator('.closing-address');
    await expect.poll(() => fromLeft(address, ['/j/', code])).toEqual(['/j/', code]);
    await closeFaultless(stage);
  });

  it('shows texts, lists, columns and tables from right to left, code and numbers from left to right', async () => {
    const { code, presenter } = await arabic.startSession();
    const stage = await arabic.stage(code);
    await stage.page.locator('.join-panel').waitFor();
    await expect
      .poll(() => fromLeft(stage.page.locator('.join-number'), [code.slice(0, 3), code.slice(3)]))
      .toEqual([code.slice(0, 3), code.slice(3)]);
    await presenter.show(slides.list);
    const item = shownSlide(stage).locator('li').first();
    await item.waitFor();
    expect(await directionOf(stage.page)).toBe('rtl');
    await expect
      .poll(() => fromLeft(item, ['السرعة', 'مهمة', '!']))
      .toEqual(['!', 'مهمة', 'السرعة']);
    await presenter.show(slides.code);
    const line = shownSlide(stage).locator('.line').first();
    await line.waitFor();
    await expect
      .poll(() => fromLeft(line, ['const', 'answers', 'Map']))
      .toEqual(['const', 'answers', 'Map']);
    await presenter.show(slides.columns);
    await expectBeside(
      shownSlide(stage).getByRole('heading', { name: 'بعد', exact: true }),
      shownSlide(stage).getByRole('heading', { name: 'قبل', exact: true }),
    );
    await presenter.show(slides.table);
    const cells = shownSlide(stage).locator('tbody tr').nth(1).locator('td');
    await expectBeside(cells.nth(2), cells.nth(1), cells.nth(0));
    await expect.poll(() => fromLeft(cells.nth(1), ['−', '12', '%'])).toEqual(['−', '12', '%']);
    await presenter.show(slides.figures);
    const figure = shownSlide(stage).locator('.big-figure');
    await figure.waitFor();
    await expect.poll(() => fromLeft(figure, ['41%', '→', '21%'])).toEqual(['41%', '→', '21%']);
    await closeFaultless(stage);
  });

  it('mirrors its charts, and leaves their numbers as they are', async () => {
    const { code, presenter } = await arabic.startSession();
    await answerAll(arabic.plenary.url, code, ATTENDEES, { revealAnswers: true });
    const stage = await arabic.stage(code);
    await presenter.show(slides.poll);
    const bar = shownSlide(stage).locator('.bar').first();
    await expectBeside(
      bar.locator('.bar-value'),
      bar.locator('.bar-fill'),
      bar.locator('.bar-label'),
    );
    await presenter.show(slides.rating);
    const levels = shownSlide(stage).locator('.distribution-level');
    await expectBeside(...[4, 3, 2, 1, 0].map((level) => levels.nth(level)));
    const columns = shownSlide(stage)
      .locator('.distribution')
      .first()
      .locator('.distribution-column');
    await expectBeside(...[4, 3, 2, 1, 0].map((level) => columns.nth(level)));
    await presenter.show(slides.guess);
    const ticks = shownSlide(stage).locator('.histogram-scale-wide');
    await expectBeside(
      ticks.getByText('40', { exact: true }),
      ticks.getByText('0', { exact: true }),
      ticks.getByText('−20', { exact: true }),
    );
    const figure = shownSlide(stage).locator('.hero-figure');
    await expect.poll(() => fromLeft(figure, ['−', '5'])).toEqual(['−', '5']);
    // A mirrored letter has a matrix that turns it over.
    const turned = await shownSlide(stage)
      .locator('svg text')
      .evaluateAll((texts) =>
        texts.filter(
          (text) => text instanceof SVGGraphicsElement && (text.getScreenCTM()?.a ?? 1) < 0,
        ),
      );
    expect(turned).toHaveLength(0);
    await closeFaultless(stage);
  });
});

it('[S40] In a deck in Arabic the arrow to the left leads on, on the console and on the stage', async () => {
  const { code } = await arabic.startSession();
  const console = await arabic.console(code);
  const { page } = console;
  await takesNext(page);
  await page.keyboard.press('ArrowLeft');
  await page.getByText('Slide 1 of').waitFor();
  await takesNext(page);
  await page.keyboard.press('ArrowLeft');
  await page.getByText('Slide 2 of').waitFor();
  await takesNext(page);
  await page.keyboard.press('ArrowRight');
  await page.getByText('Slide 1 of').waitFor();
  await takesNext(page);
  await page.keyboard.press('PageDown');
  await page.getByText('Slide 2 of').waitFor();
  await expectAccessible(page, 'the console of a deck in Arabic');
  await closeFaultless(console);
});

describe('[S41] texts of both directions on one page', () => {
  it('keep their own order on the phone, in a deck from right to left', async () => {
    const { code, presenter } = await arabic.startSession();
    const phone = await arabic.phone(code, smallPhone);
    const { page } = phone;
    await presenter.show(slides.poll);
    const option = (name: string): Locator => page.getByRole('button', { name });
    await option('C++').waitFor();
    expect(await directionOf(page)).toBe('rtl');
    await expect.poll(() => fromLeft(option('C++'), ['C', '++'])).toEqual(['C', '++']);
    await expect
      .poll(() => fromLeft(option('GPT-4'), ['GPT-4', 'هو', '!']))
      .toEqual(['!', 'هو', 'GPT-4']);
    await expect
      .poll(() => fromLeft(option('יודע'), ['לא', 'אולי', '?']))
      .toEqual(['?', 'אולי', 'לא']);
    await option('C++').click();
    const state = page.getByText('Recorded.');
    await state.waitFor();
    await expect.poll(() => fromLeft(state, ['Recorded', '.'])).toEqual(['Recorded', '.']);
    await presenter.show(slides.guess);
    await page.getByText('درجة').first().waitFor();
    await expect
      .poll(() => fromLeft(page.locator('.guess-ends'), ['−', '20', '40']))
      .toEqual(['40', '−', '20']);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page, 'the phone of a deck in Arabic');
    await closeFaultless(phone);
  });

  it('keep their own order on the page and in the file that an attendee takes home', async () => {
    const { code, presenter } = await arabic.startSession();
    const phone = await arabic.phone(code, smallPhone);
    const { page } = phone;
    await presenter.show(slides.poll);
    await page.getByRole('button', { name: 'GPT-4' }).click();
    await page.getByText('Recorded.').waitFor();
    await presenter.ask('session:end', {});
    const answer = page.locator('.take-home-answer');
    await expect.poll(() => fromLeft(answer, ['GPT-4', 'هو', '!'])).toEqual(['!', 'هو', 'GPT-4']);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as file' }).click(),
    ]);
    expect(await readFile(await download.path(), 'utf8')).toContain('<html lang="ar" dir="rtl">');
    await expectNoSidewaysScroll(page);
    await closeFaultless(phone);
  });

  it('follow a label of the screen in one line, on the page to take home', async () => {
    const { code, presenter } = await arabic.startSession();
    const phone = await arabic.phone(code, phoneInHand);
    const { page } = phone;
    await presenter.show(slides.poll);
    await page.getByRole('button', { name: 'GPT-4' }).click();
    await page.getByText('Recorded.').waitFor();
    await presenter.show(slides.poll + 1);
    await page.getByRole('heading', { name: 'أي لغة' }).waitFor();
    await presenter.ask('session:end', {});
    const room = page.locator('.take-home-note', { hasText: 'The room' });
    await expect
      .poll(() => fromLeft(room, ['The room', ':', 'GPT-4', 'هو', '\u00a01', '!']))
      .toEqual(['The room', ':', '!', 'هو', 'GPT-4', '\u00a01']);
    const missed = page.locator('.take-home-unanswered');
    await expect.poll(() => fromLeft(missed, ['Not', ':', 'أي'])).toEqual(['Not', ':', 'أي']);
    await closeFaultless(phone);
  });

  it('keep their own order in the results and on paper', async () => {
    const { code } = await arabic.startSession();
    await answerAll(arabic.plenary.url, code, ATTENDEES);
    const organiser = await arabic.console(code);
    const { page } = organiser;
    for (const path of [`/s/${code}/results`, `/s/${code}/stage?print-pdf`]) {
      await page.goto(arabic.plenary.url + path);
      const label = page.locator('.bar-label', { hasText: 'GPT-4' }).first();
      await expect.poll(() => fromLeft(label, ['GPT-4', 'هو', '!'])).toEqual(['!', 'هو', 'GPT-4']);
      expect(await directionOf(page)).toBe('rtl');
      // Numbers below zero have a minus, everywhere.
      expect(await page.getByText(/^-\d/).allTextContents()).toEqual([]);
      await expect.poll(async () => (await medianLabels(page)).length).toBeGreaterThan(0);
      const medians = await medianLabels(page);
      for (const median of medians) {
        expect(median?.space).toBeLessThan(1);
        expect(median?.outside).toBeLessThanOrEqual(0);
      }
    }
    await closeFaultless(organiser);
  });

  it('do not cover each other in the shape of one’s own ratings', async () => {
    const { code, presenter } = await arabic.startSession();
    const phone = await arabic.phone(code, phoneInHand);
    const { page } = phone;
    await answerAll(arabic.plenary.url, code, ATTENDEES);
    await presenter.show(slides.rating);
    await presenter.ask('activity:open', { activity: 'rating' });
    const view = await openQuestion(presenter, 'rating');
    await answerOnPhone(page.locator('section.question'), view, answerTo(view, 3));
    await presenter.ask('session:end', {});
    const texts = page.locator('.rating-radar text');
    await texts.first().waitFor();
    expect(await coveredTexts(texts)).toEqual([]);
    await expectNoSidewaysScroll(page);
    await closeFaultless(phone);
  });

  it('are clear of the numbers beside them, in the results', async () => {
    const { code } = await arabic.startSession();
    await answerAll(arabic.plenary.url, code, 2 * ATTENDEES);
    const organiser = await arabic.console(code);
    const { page } = organiser;
    await page.goto(`${arabic.plenary.url}/s/${code}/results`);
    const count = page.locator('.open-text-count').first();
    await count.waitFor();
    const row = page.locator('.open-text-row > p', { has: count }).first();
    const [text] = await inksOf(row.locator('bdi').first());
    const [number] = await inksOf(count);
    expect((text?.left ?? 0) - (number?.right ?? 0)).toBeGreaterThan(LEAST_SPACE);
    const medians = await inksOf(page.locator('.rating-row-median'));
    expect(medians.map(({ lines }) => lines)).toEqual(Array.from({ length: ROWS }, () => 1));
    await closeFaultless(organiser);
  });

  it('keep their own order in a deck from left to right', async () => {
    const { code, presenter } = await english.startSession();
    const phone = await english.phone(code);
    const { page } = phone;
    await presenter.show(1);
    await page.getByRole('textbox', { name: 'Something else' }).fill('قهوة (سادة)!');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Recorded.').waitFor();
    expect(await directionOf(page)).toBe('ltr');
    const organiser = await english.console(code);
    await organiser.page.goto(`${english.plenary.url}/s/${code}/results`);
    const text = organiser.page.locator('.poll-texts > li');
    await expect.poll(() => fromLeft(text, ['قهوة', 'سادة', '!'])).toEqual(['!', 'سادة', 'قهوة']);
    await closeFaultless(phone);
    await closeFaultless(organiser);
  });
});
