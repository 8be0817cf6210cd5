import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../integration/client.ts';
import {
  closeFaultless,
  expectAccessible,
  expectNoSidewaysScroll,
  focusedText,
  type Device,
} from './browser.ts';
import { answerTo, keepingFixture, keptOnDevice, ownAnswerTo, ownPage } from './own-page.ts';

const { fixture, startSession, coffeeDrinker } = keepingFixture();

describe('an attendee’s own page, during the session', () => {
  it('opens in place by keyboard, and the way back leads to the same place', async () => {
    const { code } = await startSession();
    const device = await coffeeDrinker(code);
    const { page } = device;
    const link = page.getByRole('link', { name: 'Your page so far' });
    await link.focus();
    await page.keyboard.press('Enter');
    await ownAnswerTo(page, 'What do you drink').getByText('Coffee', { exact: true }).waitFor();
    await expect.poll(() => focusedText(page)).toBe('Your page so far');
    expect(new URL(page.url()).hash).toBe('#mine');
    await expectAccessible(page, 'one’s own page during the session');
    await page.goBack();
    await ownPage(page).waitFor({ state: 'detached' });
    await link.waitFor();
    expect(await focusedText(page)).toBe('Your page so far');
    await closeFaultless(device);
  });

  it('opens for an attendee who follows the link as soon as it appears', async () => {
    const { code } = await startSession();
    const device = await fixture.device();
    const { page } = device;
    await page.addInitScript(() => {
      const observer = new MutationObserver(() => {
        const link = document.querySelector<HTMLAnchorElement>('a[href="#mine"]');
        if (link === null) return;
        observer.disconnect();
        link.click();
      });
      observer.observe(document, { childList: true, subtree: true });
    });
    await page.goto(`${fixture.plenary.url}/j/${code}`);
    await page.getByRole('button', { name: 'Coffee' }).click();
    await ownAnswerTo(page, 'What do you drink').getByText('Coffee', { exact: true }).waitFor();
    await closeFaultless(device);
  });

  it('says when a question opens, and leads to it', async () => {
    const { code, presenter } = await startSession();
    const device = await coffeeDrinker(code);
    const { page } = device;
    await page.getByRole('link', { name: 'Your page so far' }).click();
    await presenter.show(2);
    const cue = page.getByRole('status').filter({ hasText: 'A question is open:' });
    await cue.getByRole('link', { name: 'Which of these have you used?' }).click();
    expect(await focusedText(page)).toBe('Which of these have you used?');
    await unanswered(page).getByText('Which of these have you used?').waitFor();
    await closeFaultless(device);
  });
});

describe('the own page of an attendee who keeps changing an answer', () => {
  it('shows the last choice, though it is rate-limited more than the taps are', async () => {
    const { code } = await startSession();
    const device = await coffeeDrinker(code);
    const { page } = device;
    await page.getByRole('link', { name: 'Your page so far' }).click();
    const drinks = Array.from({ length: 24 }, (_, tap) => (tap % 2 === 0 ? 'Tea' : 'Coffee'));
    for (const drink of [...drinks, 'Water from the tap']) {
      await page.getByRole('button', { name: drink }).click();
      await page.getByText(/^Recorded\./).waitFor();
    }
    await ownAnswerTo(page, 'What do you drink')
      .getByText('Water from the tap', { exact: true })
      .waitFor();
    await closeFaultless(device);
  });
});

describe('an attendee’s own page, after the end', () => {
  let code = '';
  let presenter: Client;
  let phone: Device;
  beforeAll(async () => {
    ({ code, presenter } = await startSession());
    phone = await coffeeDrinker(code);
    await presenter.show(2);
    await presenter.show(3);
    await phone.page.getByRole('button', { name: /^4 of 5/ }).click();
    const question = phone.page.getByRole('region', { name: 'Where are you today?' });
    await question.getByText(/^1 of \d recorded\./).waitFor();
    for (const [slide, choice] of [
      [4, 'Two minutes'],
      [5, '100 degrees'],
    ] as const) {
      await presenter.show(slide);
      await phone.page.getByRole('button', { name: choice }).click();
      await phone.page
        .locator('.question')
        .getByText(/^Recorded\./)
        .waitFor();
    }
    await presenter.ask('activity:reveal-answer', { activity: 'steep' });
    await presenter.ask('session:end', {});
  });
  afterAll(() => phone.close());

  it('appears by itself: with the answers in the order of the slides, the unanswered questions and the sources', async () => {
    const { page } = phone;
    await page.getByRole('heading', { name: 'The session has ended' }).waitFor();
    await ownAnswerTo(page, 'What do you drink').getByText('Coffee', { exact: true }).waitFor();
    await unanswered(page).getByText('Which of these have you used?').waitFor();
    const headings = await ownPage(page).getByRole('heading', { level: 2 }).allInnerTexts();
    expect(headings).toEqual([
      'In short',
      'Save this page',
      'What do you drink in the morning, before you have read anything?',
      'Where are you today?',
      'Knowledge check: 1 of 1 correct',
      'Not answered',
      'Sources',
      'Who uses what',
    ]);
    await ownPage(page).getByRole('link', { name: 'Metaflow README' }).waitFor();
    expect(await page.content()).not.toMatch(/presenter only|A slide that stays here/);
  });

  it('[P4] marks as correct or wrong only answers whose correct answer was revealed', async () => {
    const { page } = phone;
    await answerTo(page, 'How long does green tea steep?')
      .getByText('Longer makes it bitter.')
      .waitFor();
    await answerTo(page, 'At what temperature?')
      .getByText('The correct answer was not revealed.')
      .waitFor();
    expect(await answerTo(page, 'At what temperature?').innerText()).not.toContain('70 degrees');
  });

  it('can be read on any screen, light and dark', async () => {
    const { page } = phone;
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 700 });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page, `one’s own page, ${width} px wide`);
    }
    await page.setViewportSize({ width: 390, height: 844 });
  });

  it('is there after a reload', async () => {
    await phone.page.reload();
    await answerTo(phone.page, 'What do you drink').waitFor();
  });

  it('[X7] is there without a server, from the device’s own storage', async () => {
    const { page } = phone;
    await expect.poll(() => keptOnDevice(page)).toContain(`plenary:${code}:take-home`);
    await page.goto('about:blank');
    await phone.context.setOffline(true);
    // As a phone does that was put away: it shows the page again from its own cache.
    await page.goBack();
    await page.getByText('It may be out of date.').waitFor();
    await ownAnswerTo(page, 'What do you drink').getByText('Coffee', { exact: true }).waitFor();
    await phone.context.setOffline(false);
    await page.getByRole('heading', { name: 'The session has ended' }).waitFor();
    await page.getByText('It may be out of date.').waitFor({ state: 'detached' });
    const unreached = /ERR_INTERNET_DISCONNECTED/;
    expect(phone.complaints.filter((complaint) => !unreached.test(complaint))).toEqual([]);
    phone.complaints.length = 0;
  });

  it('[X7] [A8] is saved as a file that shows the same, runs no script and makes no request', async () => {
    const [download] = await Promise.all([
      phone.page.waitForEvent('download'),
      phone.page.getByRole('button', { name: 'Save as file' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`plenary-a-deck-to-keep-${code}.html`);
    const file = join(fixture.plenary.folder, 'saved.html');
    await download.saveAs(file);
    const html = await readFile(file, 'utf8');
    expect(html).not.toMatch(/<(script|button|link|iframe)\b|url\(/i);
    const elsewhere = await fixture.device({ width: 320, height: 700 });
    await elsewhere.context.setOffline(true);
    const { page } = elsewhere;
    await page.goto(pathToFileURL(file).href);
    expect(await page.title()).toBe('A deck to keep: your page');
    await ownAnswerTo(page, 'What do you drink').getByText('Coffee', { exact: true }).waitFor();
    const picture = page.getByRole('img', { name: 'A queue that grows until noon' });
    expect(await picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
    expect(elsewhere.requests.filter((url) => /^https?:/.test(url))).toEqual([]);
    expect(elsewhere.complaints).toEqual([]);
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1280, height: 700 });
    await expectLook(page);
    await elsewhere.close();
  });

  it('is printed alone, and in light colours', async () => {
    const { page } = phone;
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const name of ['The session has ended', 'Save this page']) {
      expect(await page.getByRole('heading', { name }).isVisible()).toBe(false);
    }
    await expectLook(page);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(1);
    // A4, in points.
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
    await page.emulateMedia({ media: null, colorScheme: null });
  });

  it('[S8] is gone with the session, from this device too', async () => {
    const { page } = phone;
    await fixture.plenary.api('DELETE', `/sessions/${code}`);
    await page.getByRole('heading', { name: 'This session was deleted' }).waitFor();
    expect(await keptOnDevice(page)).toEqual([]);
    expect(phone.complaints).toEqual([]);
    await page.reload();
    await page.getByText(`There is no session with the code ${code}.`).waitFor();
  });
});

describe('an attendee who answered nothing', () => {
  it('gets the sources all the same, with a kind word', async () => {
    const { code, presenter } = await startSession();
    await presenter.ask('session:end', {});
    const device = await fixture.phone(code);
    const { page } = device;
    await ownPage(page).getByText('Thank you for listening.').waitFor();
    await ownPage(page).getByRole('heading', { name: 'Sources' }).waitFor();
    expect(await ownPage(page).getByText('Not answered').count()).toBe(0);
    await closeFaultless(device);
  });
});

/** The questions that the attendee has not answered, one a row. */
function unanswered(page: Page): Locator {
  return ownPage(page).getByRole('region', { name: 'Not answered' }).getByRole('listitem');
}

/** The theme's ink, and its accent at one's own answers: the style came along. */
async function expectLook(page: Page): Promise<void> {
  const look = await page
    .locator('.take-home-answer')
    .first()
    .evaluate((answer) => {
      const { color, borderLeftColor, borderLeftWidth } = getComputedStyle(answer);
      // The colours of the page's own palette, which is part of the file.
      const probe = answer.appendChild(document.createElement('i'));
      const coloured = (name: string): string => {
        probe.style.color = `var(${name})`;
        return getComputedStyle(probe).color;
      };
      const wanted = { color: coloured('--ink'), borderLeftColor: coloured('--accent') };
      probe.remove();
      return { look: { color, borderLeftColor }, wanted, borderLeftWidth };
    });
  expect(look.look).toEqual(look.wanted);
  expect(look.look.color).not.toBe(look.look.borderLeftColor);
  expect(look.borderLeftWidth).toBe('3px');
}
