import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerTo } from '../../server/cli/rehearse/behaviour.ts';
import type { ConsoleDeck } from '../../src/session/views.ts';
import { Client } from '../integration/client.ts';
import { answerAll, openQuestion } from './answer-all.ts';
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
import { hardLabels, labelDeck } from './label-deck.ts';
import { PlenaryProcess } from './plenary-process.ts';

const ATTENDEES = 6;
/** The most of a chart's width that the column of its labels takes. */
const MOST_FOR_LABELS = 0.45;
/** The least of a chart's width that its longest bar takes. */
const LEAST_FOR_BARS = 0.1;

/** 471 letters. */
const LONG_QUESTION = `${'Which of these things would you want again? '.repeat(11).slice(0, 470)}?`;

const labels = Object.entries(hardLabels);
const deckName = (label: string): string =>
  `labels-${labels.findIndex(([, text]) => text === label)}`;

let folder = '';
let plenary: PlenaryProcess;
let browser: Browser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenary-labels-'));
  const decks = labels.map(async ([, label]) => {
    const deck = join(folder, deckName(label));
    await mkdir(deck);
    // Once is enough: the other labels part at more places.
    const types = label === hardLabels['200 letters without a space'] ? 'every' : 'some';
    await writeFile(join(deck, 'deck.md'), labelDeck(label, types));
    return deck;
  });
  const asking = join(folder, 'long-questions');
  await mkdir(asking);
  const texts = labelDeck('Row', 'every').replaceAll(
    /question: \w+\?/g,
    `question: "${LONG_QUESTION}"`,
  );
  await writeFile(join(asking, 'deck.md'), texts);
  plenary = await PlenaryProcess.start([...(await Promise.all(decks)), asking]);
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

async function slidesOf(
  code: string,
): Promise<{ presenter: Client; slides: ConsoleDeck['slides'] }> {
  const presenter = await Client.console(plenary.url, code);
  const { slides } = await presenter.until<ConsoleDeck>('session:deck');
  return { presenter, slides };
}

it('[S42] a question of 471 letters leaves its answers room on the stage, whatever its kind', async () => {
  const code = await plenary.session('long-questions');
  await answerAll(plenary.url, code, 2);
  const screens = { 'a small projector': smallProjector };
  await expectToFit({ url: plenary.url, browser, code, answers: 2, screens });
});

describe.each(labels)('[S42] labels of %s', (_, label) => {
  it('fit the stage and leave the bars their share, there, on the console and in the results', async () => {
    const fitting = { url: plenary.url, browser, screens: { 'a small projector': smallProjector } };
    const code = await plenary.session(deckName(label));
    await expectToFit({ ...fitting, code, answers: 0 });
    await answerAll(plenary.url, code, ATTENDEES);
    await expectToFit({ ...fitting, code, answers: ATTENDEES });
    const { presenter, slides } = await slidesOf(code);
    const stage = await Device.open(browser, { viewport: smallProjector });
    await stage.page.goto(`${plenary.url}/s/${code}/stage`);
    const desk = await Device.open(browser, { viewport: { width: 1280, height: 800 } });
    await desk.signIn(plenary.url);
    await desk.page.goto(`${plenary.url}/s/${code}/console`);
    for (const [place, { h, activity }] of slides.entries()) {
      if (!['poll', 'quiz', 'words', 'match'].includes(activity ?? '')) continue;
      await presenter.ask('slide:show', { h, v: 0, f: -1 });
      await stage.page
        .locator(`section.present :is(.bar-fill, .match-bar-fill, .quiz-bar)`)
        .first()
        .waitFor();
      await expectSoundCharts(stage.page, 'section.present');
      await desk.page.getByText(`Slide ${place + 1} of`).waitFor();
      // The console leaves out what the stage shows.
      await presenter.ask('activity:hide', { activity });
      await desk.page.locator('.question-answers[data-on-stage=false] .view').waitFor();
      await expectNoSidewaysScroll(desk.page);
      await expectSoundCharts(desk.page, '.question-panel');
    }
    await desk.page.goto(`${plenary.url}/s/${code}/results`);
    await desk.page.locator('.match-spread').waitFor();
    await expectSoundCharts(desk.page, '.desk');
    await expectNoSidewaysScroll(desk.page);
    await closeFaultless(stage);
    await closeFaultless(desk);
    presenter.close();
  });

  it('stay on a phone of 320 pixels, asked, answered, revealed and taken home', async () => {
    const code = await plenary.session(deckName(label));
    const { presenter, slides } = await slidesOf(code);
    const phone = await Device.open(browser, { viewport: smallPhone });
    const { page } = phone;
    await page.goto(`${plenary.url}/j/${code}`);
    const others = await Promise.all(
      Array.from({ length: ATTENDEES - 1 }, () => Client.attendee(plenary.url, code)),
    );
    for (const { h, activity: id } of slides) {
      if (id === null) continue;
      await presenter.ask('slide:show', { h, v: 0, f: -1 });
      const view = await openQuestion(presenter, id);
      const card = page.locator('.question').filter({ hasText: view.question });
      await card.locator(':is(button, input)').first().waitFor();
      await expectNothingOutside(page);
      await answerOnPhone(card, view, answerTo(view, 0));
      await expectNothingOutside(page);
      await Promise.all(others.map((other, place) => other.answer(id, answerTo(view, place + 1))));
      const consoleClient = await Client.console(plenary.url, code);
      await consoleClient.ask('activity:close', { activity: id });
      await consoleClient.ask('activity:reveal', { activity: id });
      if (view.hasCorrectAnswer)
        await consoleClient.ask('activity:reveal-answer', { activity: id });
      consoleClient.close();
      await card.locator(resultOnPhone[id] ?? 'h1').waitFor();
      await expectNothingOutside(page);
    }
    await presenter.ask('session:end', {});
    await page.locator('.take-home-question').nth(5).waitFor();
    await page.locator('.take-home svg.radar').waitFor();
    await expectNothingOutside(page);
    await closeFaultless(phone);
    for (const client of [presenter, ...others]) client.close();
  });
});

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
