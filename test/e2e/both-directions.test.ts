import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { answerTo } from '../../server/cli/rehearse/behaviour.ts';
import { answerAll, openQuestion } from './answer-all.ts';
import { answerOnPhone } from './answer-on-phone.ts';
import { closeFaultless, expectAccessible, expectNoSidewaysScroll, smallPhone } from './browser.ts';
import { sharedFixture } from './setup-session.ts';
import { coveredTexts, directionOf, fromLeft, inksOf, medianLabels } from './text-places.ts';

const ATTENDEES = 7;
/** The rows of the deck's rating. */
const ROWS = 4;
/** The least space between a text and a number that is no part of it, in pixels. */
const LEAST_SPACE = 6;
const phoneInHand = { width: 390, height: 844 };
const slides = { poll: 7, rating: 9, guess: 12 };

const arabic = sharedFixture('right-to-left');
const english = sharedFixture('room');

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
    await missed.getByRole('listitem').filter({ hasText: 'أي' }).waitFor();
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
    const count = page.locator('.review-count').first();
    await count.waitFor();
    const row = page.locator('.review-text > p', { has: count }).first();
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
