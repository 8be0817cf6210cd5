import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerTo } from '../../server/cli/rehearse/behaviour.ts';
import type { ConsoleActivityView, ConsoleDeck } from '../../src/session/views.ts';
import { Client } from '../integration/client.ts';
import { answerAll, giveControls, openQuestion } from './answer-all.ts';
import { answerOnPhone } from './answer-on-phone.ts';
import {
  closeDevices,
  closeFaultless,
  Device,
  expectNoSidewaysScroll,
  openBrowser,
  smallPhone,
} from './browser.ts';
import { expectToFit, smallProjector } from './expect-to-fit.ts';
import { hardDecks, labelDeck } from './label-deck.ts';
import { isShown, measureSlide } from './measure-slide.ts';
import { PlenaryProcess } from './plenary-process.ts';

const ATTENDEES = 6;
/** The most of a chart's width that the column of its labels takes. */
const MOST_FOR_LABELS = 0.45;
/** The least of a chart's width that its longest bar takes. */
const LEAST_FOR_BARS = 0.1;

/** 471 letters. */
const LONG_QUESTION = `${'Which of these things would you want again? '.repeat(11).slice(0, 470)}?`;

/** The questions with bars. */
const CHARTED = ['poll', 'quiz', 'words', 'match'];

const decks = Object.keys(hardDecks);
const deckName = (deck: string): string => `labels-${decks.indexOf(deck)}`;
const LONG_QUESTIONS = 'long-questions';
/** A question without labels. */
const WORD_CLOUD = '```word-cloud\nid: cloud\nquestion: Cloud?\n```';

let folder = '';
let plenary: PlenaryProcess;
let browser: Browser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenary-labels-'));
  const asking = `${labelDeck(['Row'], 'every')}\n\n---\n\n${WORD_CLOUD}`.replaceAll(
    /question: \w+\?/g,
    `question: "${LONG_QUESTION}"`,
  );
  const texts = Object.entries(hardDecks).map(([deck, text]) => [deckName(deck), text] as const);
  const written = [...texts, [LONG_QUESTIONS, asking] as const].map(async ([name, text]) => {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'deck.md'), text);
    return join(folder, name);
  });
  plenary = await PlenaryProcess.start(await Promise.all(written));
  browser = await openBrowser();
});
afterAll(async () => {
  await closeDevices(browser);
  await plenary.stop();
  await rm(folder, { recursive: true });
});

/** The widths of a chart's parts as shares of the chart, and the part of it that is out of the window. */
function chartsOn(page: Page, within: string) {
  return page
    .locator(`${within} :is(.bars, .match-spread, .quiz, .open-text-group)`)
    .evaluateAll((charts) =>
      charts.flatMap((chart) => {
        const { width } = chart.getBoundingClientRect();
        const share = (selector: string): number[] =>
          [...chart.querySelectorAll(selector)].map(
            (part) => part.getBoundingClientRect().width / width,
          );
        const fills = share('.bar-fill, .match-bar-fill, .quiz-bar');
        if (fills.length === 0) return [];
        return {
          chart: chart.getAttribute('class'),
          label: Math.max(0, ...share('.bar-label, .match-row > .match-case-name')),
          longest: Math.max(...fills),
          out: [...chart.querySelectorAll('*')].filter((part) => {
            const { left, right } = part.getBoundingClientRect();
            return left < -1 || right > innerWidth + 1;
          }).length,
        };
      }),
    );
}

/** Expects sound charts, once their bars have grown. */
async function expectSoundCharts(page: Page, within: string): Promise<void> {
  const unsound = async () => {
    const charts = await chartsOn(page, within);
    const bad = charts.filter(
      ({ label, longest, out }) => label > MOST_FOR_LABELS || longest < LEAST_FOR_BARS || out > 0,
    );
    return charts.length === 0 ? 'no chart' : bad;
  };
  await expect.poll(unsound).toEqual([]);
}

it('[S42] a question of 471 letters leaves its answers room on the stage, whatever its kind', async () => {
  const code = await plenary.session(LONG_QUESTIONS);
  await answerAll(plenary.url, code, 2);
  const screens = { 'a small projector': smallProjector };
  await expectToFit({ url: plenary.url, browser, code, answers: 2, screens });
});

describe.each(decks)('[S42] labels of %s', (name) => {
  it('fit every screen, asked, answered, revealed and taken home', async () => {
    const room = await openRoom(name);
    const { slides } = await room.presenter.until<ConsoleDeck>('session:deck');
    for (const [slide, { h, activity }] of slides.entries()) {
      if (activity === null) continue;
      await room.presenter.show(h);
      const asked = await openQuestion(room.presenter, activity);
      await expectSlideToFit(room.stage.page, slide, 0);
      // One for each question: a connection may send 20 messages a second.
      const presenter = await Client.console(plenary.url, room.code);
      const card = await answerEverywhere(room, asked);
      await showResults(presenter, asked);
      await expectSlideToFit(room.stage.page, slide, ATTENDEES);
      if (CHARTED.includes(activity)) await expectSoundCharts(room.stage.page, 'section.present');
      await card.locator(resultOnPhone[activity] ?? 'h1').waitFor();
      await expectNothingOutside(room.phone.page);
      if (CHARTED.includes(activity)) await expectSoundConsole(room, presenter, activity);
      presenter.close();
    }
    await expectSoundEnd(room);
    for (const device of [room.stage, room.desk, room.phone]) await closeFaultless(device);
    for (const client of [room.presenter, ...room.others]) client.close();
  });
});

/** A session, its screens, and all that answer in it beside the phone. */
interface Room {
  readonly code: string;
  readonly presenter: Client;
  readonly stage: Device;
  /** The presenter's browser, at the console. */
  readonly desk: Device;
  readonly phone: Device;
  readonly others: readonly Client[];
}

async function openRoom(deck: string): Promise<Room> {
  const { url } = plenary;
  const code = await plenary.session(deckName(deck));
  const open = (viewport: { width: number; height: number }): Promise<Device> =>
    Device.open(browser, { viewport, reducedMotion: 'reduce' });
  const stage = await open(smallProjector);
  const desk = await open({ width: 1280, height: 800 });
  const phone = await open(smallPhone);
  await desk.signIn(url);
  await stage.page.goto(`${url}/s/${code}/stage`);
  await desk.page.goto(`${url}/s/${code}/console`);
  await phone.page.goto(`${url}/j/${code}`);
  const others = Array.from({ length: ATTENDEES - 1 }, () => Client.attendee(url, code));
  const presenter = await Client.console(url, code);
  return { code, presenter, stage, desk, phone, others: await Promise.all(others) };
}

/** Answers by the phone's screen, and then for all others; resolves with the question on the phone. */
async function answerEverywhere(
  { phone: { page }, others }: Room,
  asked: ConsoleActivityView,
): Promise<Locator> {
  const card = page.locator('.question').filter({ hasText: asked.question });
  await card.locator(':is(button, input)').first().waitFor();
  await expectNothingOutside(page);
  await answerOnPhone(card, asked, answerTo(asked, 0));
  await expectNothingOutside(page);
  await Promise.all(
    others.map((other, place) => other.answer(asked.id, answerTo(asked, place + 1))),
  );
  return card;
}

/** Shows the room all that it may see of a question that everybody has answered. */
async function showResults(
  presenter: Client,
  { id: activity, hasCorrectAnswer }: ConsoleActivityView,
): Promise<void> {
  await giveControls(presenter, activity, ATTENDEES);
  await presenter.ask('activity:close', { activity });
  await presenter.ask('activity:reveal', { activity });
  if (hasCorrectAnswer) await presenter.ask('activity:reveal-answer', { activity });
}

/** Expects that the slide fits, once the stage shows it with so many answers. */
async function expectSlideToFit(stage: Page, slide: number, answers: number): Promise<void> {
  const awaited = { slide, steps: 0, answers };
  await stage.waitForFunction(isShown, awaited);
  const { texts, faults } = await stage.evaluate(measureSlide, awaited);
  expect(faults, `slide ${slide + 1} with ${answers} answers`).toEqual([]);
  expect(texts).toBeGreaterThan(0);
}

async function expectSoundConsole(
  { desk: { page } }: Room,
  presenter: Client,
  activity: string,
): Promise<void> {
  // The console leaves out what the stage shows.
  await presenter.ask('activity:hide', { activity });
  await page.locator('.question-answers[data-on-stage=false] .view').waitFor();
  await expectNoSidewaysScroll(page);
  await expectSoundCharts(page, '.question-panel');
}

/** The phone's own page, and the results. */
async function expectSoundEnd({ code, presenter, phone, desk }: Room): Promise<void> {
  await presenter.ask('session:end', {});
  await phone.page.locator('.take-home-question').nth(5).waitFor();
  await phone.page.locator('.take-home svg.radar').waitFor();
  await expectNothingOutside(phone.page);
  await desk.page.goto(`${plenary.url}/s/${code}/results`);
  await desk.page.locator('.match-spread').waitFor();
  await expectSoundCharts(desk.page, '.desk');
  await expectNoSidewaysScroll(desk.page);
}

/** The part of a question's card that shows what the room answered. */
const resultOnPhone: Readonly<Record<string, string>> = {
  poll: '.choice-room',
  quiz: '.quiz-revealed',
  words: '.choice-room',
  rating: '.rating-room',
  match: '.match-room',
  calculator: '.calculator-room',
  points: '.points-given',
  compare: '.compare-room',
  matrix: '.matrix-given',
  again: '.shift-rows',
};

/** No element reaches out of the window at its sides, and the page does not scroll sideways. */
async function expectNothingOutside(page: Page): Promise<void> {
  await expectNoSidewaysScroll(page);
  const outside = await page.locator('#app').evaluate((app) =>
    [...app.querySelectorAll('*')]
      .filter((part) => part.closest('.visually-hidden') === null)
      .filter((part) => {
        const { left, right, width } = part.getBoundingClientRect();
        return width > 0 && (left < -1 || right > innerWidth + 1);
      })
      .map((part) => part.outerHTML.slice(0, 120)),
  );
  expect(outside).toEqual([]);
}
