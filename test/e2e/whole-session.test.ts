import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../src/activities/contract.ts';

import type { Json } from '../../src/lib/json.ts';
import type { Results } from '../../src/session/results.ts';
import type { ResultRow } from '../../src/session/result-rows.ts';
import { deck } from '../module/pioneers-deck.ts';
import {
  closeDevices,
  Device,
  expectAccessible,
  expectFitsEveryWidth,
  expectNoSidewaysScroll,
  focusedText,
  openBrowser,
  tidy,
} from './browser.ts';
import { expectedRows, type ExpectedRow } from './expected-rows.ts';
import { Cluster } from '../nodes/cluster.ts';
import { PlenaryProcess } from './plenary-process.ts';
import { readCsv } from './read-csv.ts';
import { maturity, stepOf } from './whole-session-answers.ts';
import { downloadBy, expectOwnPage, expectReminder } from './whole-session-take-home.ts';
import { UnseenAttendee } from './whole-session-client.ts';
import { Phone } from './whole-session-phone.ts';
import { Presenter, sessionStops } from './whole-session-presenter.ts';
import { expectAnswered, expectAnswerRevealed, shownOf } from './whole-session-stage.ts';
import type { OpenTextAnswer } from '../../src/activities/open-text/content.ts';

/** Those who stay; at a rating with fewer, the room sees nothing. */
const STAYING = 6;
/** Of these, one with a finger, one with a keyboard and one with a mouse. The others have no page. */
const PHONES = 3;
const { questions, rest } = sessionStops();

/** One server, or several nodes behind a balancer: a project of vite.config.ts says which. */
let plenary: PlenaryProcess | Cluster;
let browser: Browser;
beforeAll(async () => {
  const areSeveral = process.env['PLENARY_NODES'] !== undefined;
  plenary = await (areSeveral ? Cluster : PlenaryProcess).start();
  browser = await openBrowser();
});
afterAll(async () => {
  for (const { client } of unseen) client.close();
  await closeDevices(browser);
  await plenary.stop();
});

// It is one session: after a failure, later tests would only run into their timeouts.
let brokenOff = false;
beforeEach(({ skip }) => skip(brokenOff, 'The session was broken off.'));
afterEach(({ task }) => {
  brokenOff ||= task.result?.state === 'fail';
});

let presenter: Presenter;
let stage: Page;
let console: Page;
/** The phones that stay to the end. */
let phones: readonly Phone[] = [];
let unseen: readonly UnseenAttendee[] = [];
/** The attendee who leaves before the rating. */
let early: Phone;
/** The phones of all who came. */
let everyPhone: readonly Phone[] = [];
let everybody: readonly (Phone | UnseenAttendee)[] = [];

describe('a presenter who has never seen the project, and presses no key,', () => {
  let here: typeof everybody = [];

  it('signs in at the desk, starts the module, and opens the stage', async () => {
    presenter = await Presenter.begin(browser, plenary.url);
    ({ stage, console } = presenter);
    await stage.getByRole('region', { name: 'Join screen' }).waitFor();
  });

  it(`sees ${STAYING} attendees come, and one more`, async () => {
    const address = plenary.url + (await pathInQrCode(stage));
    const attendees = Array.from({ length: STAYING }, (_, attendee) => attendee);
    phones = await Promise.all(
      attendees.slice(0, PHONES).map((attendee) => Phone.join(browser, attendee, address)),
    );
    unseen = await Promise.all(
      attendees
        .slice(PHONES)
        .map((attendee) => UnseenAttendee.join(plenary.url, presenter.code, attendee)),
    );
    early = await Phone.join(browser, STAYING, address);
    everyPhone = [...phones, early];
    everybody = [...phones, ...unseen, early];
    here = everybody;
    await stage.getByText(`${here.length} people online`).waitFor();
  });

  it.each(questions)('leads to $activity.id, and through it', async ({ activity, stops }) => {
    if (activity === maturity) {
      await early.leave();
      here = [...phones, ...unseen];
    }
    await presenter.goOn(stops);
    await Promise.all(here.map((attendee) => attendee.answer(activity)));
    await stage.getByText(`${here.length} answers`, { exact: true }).first().waitFor();
    await console.getByText(`${here.length} of ${here.length} answered`).waitFor();
    if (hasAnswer(activity))
      await revealAnswerTo(
        activity,
        here.filter((one) => one instanceof Phone),
      );
    else await expectAnswered(stage, activity, answersTo(activity));
    await afterwards[activity.id]?.(activity);
  });

  it('comes to the last slide, with the phones in step', async () => {
    await presenter.goOn(rest);
    const total = deck.slides.length;
    for (const { page } of phones) await page.getByText(`Slide ${total} of ${total}`).waitFor();
  });

  it('[P6] leaves the questions open, and an attendee who left earlier comes back and answers', async () => {
    await presenter.press('Self-paced');
    const open = deck.activities.filter((activity) => !hasAnswer(activity));
    await early.comeBack();
    await early.page.getByText(`0 of ${open.length} answered`).waitFor();
    for (const activity of open) await early.answerInOwnTime(activity);
    await early.offersOwnSteps();
    await early.page.getByText(`${open.length} of ${open.length} answered`).waitFor();
  });

  it('[S44] ends the session, and everybody is told', async () => {
    await presenter.press('End session');
    await console.getByRole('dialog').getByRole('button', { name: 'End session' }).click();
    await stage.getByRole('heading', { name: 'Thank you' }).waitFor();
    for (const { page } of everyPhone)
      await page.getByRole('heading', { name: 'The session has ended' }).waitFor();
    for (const phone of phones) await phone.told('The session has ended. Your page follows.');
  });
});

describe('each phone', () => {
  it('takes home its own score, cases, next steps and sources', async () => {
    const all = everybody.map(({ given }) => given);
    await Promise.all(everyPhone.map((phone) => expectOwnPage(phone.page, phone, all)));
  });

  it('takes home a page that everybody can read', async () => {
    const first = firstPhone();
    await expectNoSidewaysScroll(first.page);
    await expectAccessible(first.page, 'the page to take home');
  });

  it('[V18] is read and kept by keyboard and names alone', async () => {
    const { page, hand } = phones[1] ?? firstPhone();
    await page.getByRole('region', { name: 'In short' }).waitFor();
    const links = page.getByRole('navigation', { name: 'On this page' }).getByRole('link');
    await hand.press(links.first());
    const unfolded = await focusedText(page, 'summary');
    expect(unfolded).toBe(tidy(await links.first().innerText()));
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      hand.press(page.getByRole('button', { name: 'Save as file' })),
    ]);
    expect(file.suggestedFilename()).toContain(presenter.code);
    await page
      .getByRole('status')
      .getByText(/^Saved as /)
      .waitFor();
  });

  it('takes home its next step for the calendar', async () => {
    await Promise.all(everyPhone.map(({ page, attendee }) => expectReminder(page, attendee)));
  });

  it('[X7] [A8] takes home a file that holds all of it, and makes no request', async () => {
    const first = firstPhone();
    const file = join(plenary.folder, 'saved.html');
    await (await downloadBy(first.page, 'Save as file')).saveAs(file);
    const elsewhere = await Device.open(browser);
    await elsewhere.context.setOffline(true);
    await elsewhere.page.goto(pathToFileURL(file).href);
    const all = everybody.map(({ given }) => given);
    await expectOwnPage(elsewhere.page, first, all);
    expect(elsewhere.requests.filter((url) => /^https?:/.test(url))).toEqual([]);
    expect(elsewhere.complaints).toEqual([]);
    await elsewhere.close();
  });
});

describe('the export', () => {
  let report: Results;

  it('[X1] counts for each question those who answered it', async () => {
    const response = await plenary.api('GET', `/sessions/${presenter.code}/results.json`);
    report = (await response.json()) as Results;
    expect(report.activities.map(({ id, answered }) => [id, answered])).toEqual(
      deck.activities.map((activity) => [activity.id, answersTo(activity).length]),
    );
  });

  it('[X1] holds every answer of every attendee, with its score', () => {
    for (const { attendee, given } of everybody) {
      const step = report.rows.find(({ text }) => text === stepOf(attendee));
      const rows = report.rows.filter((row) => row.attendee === step?.attendee);
      const wanted = deck.activities.flatMap((activity) => {
        const answer = given.get(activity.id);
        return answer === undefined ? [] : expectedRows(activity, answer);
      });
      expect(rows.map(contentOf), `attendee ${attendee}`).toEqual(wanted);
    }
    const attendees = new Set(report.rows.map(({ attendee }) => attendee));
    expect(attendees.size).toBe(everybody.length);
    expect(new Set(report.rows.map(({ round, status }) => `${round} ${status}`))).toEqual(
      new Set(['1 current']),
    );
  });

  it('says the same in its table', async () => {
    const response = await plenary.api('GET', `/sessions/${presenter.code}/results.csv`);
    const inText = report.rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, `${value ?? ''}`])),
    );
    expect(readCsv(await response.text())).toEqual(inText);
  });

  it('is on a page that fits every screen', async () => {
    await console.goto(`${plenary.url}/s/${presenter.code}/results`);
    await console.getByRole('table').first().waitFor({ state: 'attached' });
    await expectFitsEveryWidth(console);
    await expectAccessible(console, 'the results');
  });
});

it('[A8] The whole session makes no request to another server, and causes no error in a browser', () => {
  for (const { requests, complaints } of [
    presenter.device,
    ...everyPhone.map(({ device }) => device),
  ]) {
    expect(requests.filter((url) => new URL(url).origin !== plenary.url)).toEqual([]);
    expect(complaints).toEqual([]);
  }
});

/** Further expectations at single questions. */
const afterwards: Readonly<Record<string, (activity: Activity) => Promise<void>>> = {
  async maturity() {
    await expectAccessible(stage, 'the stage with a rating');
    await expectAccessible(console, 'the console with a rating');
    const size = console.viewportSize();
    await expectFitsEveryWidth(console);
    if (size !== null) await console.setViewportSize(size);
    await expectAccessible(firstPhone().page, 'a phone with a rating');
  },
  async 'closest-case'() {
    await presenter.press('Close');
    await stage.getByText('Closed', { exact: true }).waitFor();
    for (const { page } of phones)
      await page.getByText('Closed. Your answer is recorded.', { exact: true }).waitFor();
  },
  async pain(activity) {
    // Sound: "pain" is an open text.
    const [first = '', ...others] = (answersTo(activity) as OpenTextAnswer[]).map(
      ({ text }) => text ?? '',
    );
    const shown = shownOf(stage, activity);
    await shown.getByText(`${STAYING} waiting for approval.`).waitFor();
    expect(await shown.locator('.open-text-list bdi').count()).toBe(0);
    await console.getByRole('heading', { name: `Waiting for approval: ${STAYING}` }).waitFor();
    // A row takes no press just after another has moved it.
    await console.locator('[data-rests]').first().waitFor({ state: 'detached' });
    await console
      .getByRole('button', { name: `Approve : ${first}`, exact: true })
      .first()
      .click();
    await shown.getByText(`${others.length} more waiting for approval.`).waitFor();
    expect(await shown.locator('.open-text-list bdi').allInnerTexts()).toEqual([first]);
  },
  async step(activity) {
    await Promise.all(phones.map((phone) => phone.offersOwnSteps()));
    expect(await shownOf(stage, activity).locator('.open-text-list bdi').count()).toBe(0);
  },
};

/** The path that the QR code of the join screen leads to, as its name says. */
async function pathInQrCode(page: Page): Promise<string> {
  const code = page.getByRole('img', { name: /^QR code that opens / });
  const name = await code.getAttribute('aria-label');
  return new URL(name?.replace('QR code that opens ', '') ?? '').pathname;
}

/** Closes the question and reveals the correct answer, by one or the other button that does. */
async function revealAnswerTo(activity: Activity, here: readonly Phone[]): Promise<void> {
  const place = deck.activities.indexOf(activity);
  const button = place % 2 === 0 ? 'Next' : 'its own';
  await presenter.close(button);
  await expectAnswered(stage, activity, answersTo(activity));
  await presenter.revealAnswer(button);
  await expectAnswerRevealed(stage, activity, answersTo(activity));
  await Promise.all(here.map((phone) => phone.tellsOutcome(activity)));
}

function firstPhone(): Phone {
  const [first] = phones;
  if (first === undefined) throw new Error('No phone has joined');
  return first;
}

/** True if a question has a correct answer to reveal. */
function hasAnswer({ type }: Activity): boolean {
  return type === 'guess' || type === 'quiz';
}

function answersTo({ id }: Activity): Json[] {
  return everybody.flatMap(({ given }) => {
    const answer = given.get(id);
    return answer === undefined ? [] : [answer];
  });
}

function contentOf(row: ResultRow): ExpectedRow {
  const { activity, type, question, item, value, choice, text, correct } = row;
  return { activity, type, question, item, value, choice, text, correct };
}
