import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { MatchContent } from '../../src/activities/match/content.ts';
import type { MatchAnswer } from '../../src/activities/match/match.ts';
import { nearestTwo } from '../../src/activities/match/scores.ts';
import type { QuizAnswer } from '../../src/activities/quiz/quiz.ts';

import { formatNumber } from '../../src/lib/format-number.ts';
import { deck } from '../module/pioneers-deck.ts';
import { matchInWords } from './expected-rows.ts';
import {
  checks,
  keyOf,
  maturity,
  questionOf,
  standingOf,
  stepOf,
  type Given,
} from './whole-session-answers.ts';
import { mediansOf } from './whole-session-stage.ts';
import type { RatingAnswer, RatingContent } from '../../src/activities/rating/content.ts';

const PHONE_HEIGHT = 844;

/**
 * The page of one attendee, live or in a file, holds their own score, their two
 * cases, their lowest row and its next steps, their step, the sources.
 */
export async function expectOwnPage(
  page: Page,
  { attendee, given }: { readonly attendee: number; readonly given: Given },
  all: readonly Given[],
): Promise<void> {
  await expectShort(page, attendee);
  await expectScore(page, given);
  await expectCases(page, given);
  await expectStanding(page, attendee, given, all);
  await partOf(page, 'step').getByText(stepOf(attendee), { exact: true }).waitFor();
  await expectSources(page);
}

/** The calendar entry of an attendee's step. */
export async function expectReminder(page: Page, attendee: number): Promise<void> {
  const download = await downloadBy(page, 'Add to calendar');
  const file = await readFile(await download.path(), 'utf8');
  // Long lines are folded, and commas escaped (RFC 5545).
  const lines = file.replaceAll('\r\n ', '').split('\r\n');
  expect(lines).toContain(`SUMMARY:${stepOf(attendee).replace(/[\\;,]/g, '\\$&')}`);
}

export async function downloadBy(page: Page, button: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return download;
}

/** The text of the page on one question. */
function partOf(page: Page, id: string) {
  const heading = page.getByRole('heading', { name: questionOf(id).question, exact: true });
  return page.locator('.take-home-question').filter({ has: heading });
}

/** Expects the important parts first, and all that is folded within six screens of a phone. */
async function expectShort(page: Page, attendee: number): Promise<void> {
  const short = page.getByRole('region', { name: 'In short' });
  await short.getByText(stepOf(attendee), { exact: true }).waitFor();
  await short.getByText(standingOf(attendee).lowest.join('; ')).waitFor();
  const top = await page
    .locator('.take-home-folded')
    .first()
    .evaluate((part) => part.getBoundingClientRect().top + scrollY);
  expect(top).toBeLessThan(6 * PHONE_HEIGHT);
  const chapter = deck.slides.find(({ attributes }) =>
    /layout-chapter/.test(attributes['class'] ?? ''),
  );
  await page.getByRole('link', { name: chapter?.title ?? '' }).click();
  await page.locator('.take-home-folded[open] h2', { hasText: chapter?.title ?? '' }).waitFor();
}

async function expectScore(page: Page, given: Given): Promise<void> {
  const answered = checks.filter(({ id }) => given.has(id));
  const knew = answered.filter((check) => {
    // Sound: a check is a quiz.
    const { choices } = given.get(check.id) as QuizAnswer;
    return String(choices) === String(keyOf(check).right);
  });
  const heading = page.getByRole('heading', { name: 'Knowledge check' });
  if (answered.length === 0) {
    expect(await heading.count()).toBe(0);
    return;
  }
  expect(await heading.innerText()).toBe(
    `Knowledge check: ${knew.length} of ${answered.length} correct`,
  );
}

async function expectCases(page: Page, given: Given): Promise<void> {
  // Sound: "matcher" is a match.
  const content = questionOf('matcher').content as MatchContent;
  const { choices } = given.get('matcher') as MatchAnswer;
  const part = partOf(page, 'matcher');
  expect(await part.locator('.match-verdict').innerText()).toBe(matchInWords(content, choices));
  const nearest = nearestTwo(content, choices);
  expect(await part.locator('.match-case .match-name').allInnerTexts()).toEqual(
    nearest.map((score) => content.cases[score.case]?.name),
  );
}

async function expectStanding(
  page: Page,
  attendee: number,
  given: Given,
  all: readonly Given[],
): Promise<void> {
  const { level, lowest, steps } = standingOf(attendee);
  const part = partOf(page, maturity.id);
  await part.getByText(`Your lowest (${level} of 5): ${lowest.join('; ')}`).waitFor();
  for (const { label, step } of steps) {
    await part.getByRole('listitem').filter({ hasText: label }).getByText(step).waitFor();
  }
  // Sound: "maturity" is a rating.
  const content = maturity.content as RatingContent;
  const { ratings } = given.get(maturity.id) as RatingAnswer;
  const medians = mediansOf(
    content,
    all.map((one) => one.get(maturity.id) as RatingAnswer),
  );
  const row = content.rows.map((_, place) => part.locator('tbody tr').nth(place));
  const cells = () => Promise.all(row.map((one) => one.getByRole('cell').allInnerTexts()));
  // The page asks once more when the session ends: the room's last answers come with that.
  await expect.poll(cells).toEqual(
    medians.map((median, place) => {
      const rating = ratings[place];
      return [rating === 'cannot-say' ? 'can’t say' : String(rating), formatNumber(median)];
    }),
  );
}

/** The slides that everybody may keep, with every link on them. */
async function expectSources(page: Page): Promise<void> {
  const sources = deck.slides.filter(({ keep }) => keep);
  // In a file all is unfolded.
  const folded = page.locator('.take-home-folded:not([open]) > summary');
  while ((await folded.count()) > 0) await folded.first().click();
  for (const { title } of sources) await page.getByRole('heading', { name: title }).waitFor();
  const found = await page
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  const wanted = sources.flatMap(({ html }) =>
    [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href?.replaceAll('&amp;', '&')),
  );
  expect(wanted.length).toBeGreaterThan(sources.length);
  expect(found).toEqual(expect.arrayContaining(wanted));
}
