import { join } from 'node:path';
import Database from 'libsql';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  closeFaultless,
  expectAccessible,
  expectNoSidewaysScroll,
  tabTo,
  tidy,
} from './browser.ts';
import { sessionFixture } from './setup-session.ts';

const fixture = sessionFixture('asking-quiz');
const phoneSize = { width: 390, height: 844 };
const patient = { timeout: 20_000 };

/** Holds the server's database, as another program does; returns the release. */
function lockDatabase(): () => void {
  const database = new Database(join(fixture.plenary.folder, 'data/plenary.db'));
  database.exec('BEGIN IMMEDIATE');
  return () => {
    database.exec('ROLLBACK');
    database.close();
  };
}

const notice = (page: Page) => page.getByRole('region', { name: 'Answer delivery' });

/** The words of the notice, as they are read; without those for screen readers alone. */
const words = async (page: Page): Promise<string> =>
  tidy((await notice(page).locator('.delivery-line').allInnerTexts()).join(' '));

/** The number of people online and of their answers, as the console says them. */
async function numbers(page: Page): Promise<string> {
  const online = await page.locator('dt', { hasText: 'Online' }).locator('+ dd').innerText();
  const details = notice(page).locator('dl > div');
  return tidy(`${online} online ${(await details.allInnerTexts()).join(' ')}`);
}

async function expectInSightAtTheEnd(page: Page): Promise<void> {
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await expect.poll(async () => (await notice(page).boundingBox())?.y).toBe(0);
}

/** A session on its question, with an answer that cannot be recorded until the database is released. */
async function withPendingAnswer() {
  const { code, presenter } = await fixture.startSession();
  const device = await fixture.console(code);
  const phone = await fixture.attendee(code);
  await presenter.show(1);
  await phone.answer('capital', { choices: [2] });
  await device.page.getByText('1 of 1 answered').waitFor();
  const release = lockDatabase();
  const late = await fixture.attendee(code);
  const refused = await late.answer('capital', { choices: [0] }, 'kept-on-the-phone');
  expect(refused).toMatchObject({ ok: false, error: { name: 'locked' } });
  return { device, late, release };
}

describe('the console', () => {
  it('[V7] [S10] says nothing of answers that are recorded, how many are not and why, and when that is over', async () => {
    const { device, late, release } = await withPendingAnswer();
    const { page } = device;
    await expect.poll(() => words(page)).toContain('The database is in use by another program');
    await expect
      .poll(() => words(page))
      .toContain('1 answer is not recorded yet. It is kept on the phone.');
    await notice(page).getByText('Details').click();
    await expect
      .poll(() => numbers(page))
      .toBe(
        '2 online Sent 2 answers have reached the server Recorded 1 of them are saved to disk Pending 1 are not saved yet',
      );
    await expectAccessible(page, 'the console while nothing can be recorded');
    release();
    await expect.poll(() => words(page), patient).not.toContain('The database');
    await expect
      .poll(() => words(page), patient)
      .toMatch(/^1 answer is not recorded yet\. It is kept on the phone\. Details/);
    await late.answer('capital', { choices: [0] }, 'kept-on-the-phone');
    await page.getByText('2 of 2 answered').waitFor();
    await expect.poll(() => words(page)).toBe('');
    expect(await numbers(page)).toBe('2 online');
    await closeFaultless(device);
  });

  it('[R4] counts a phone that has gone silent, until it is back', async () => {
    const { code } = await fixture.startSession();
    const device = await fixture.console(code);
    const phone = await fixture.attendee(code);
    const token = await phone.token();
    phone.socket.io.engine.transport.close();
    await device.page.getByText('1 phone disconnected').waitFor();
    await fixture.attendee(code, { token });
    await device.page.getByText('1 phone disconnected').waitFor({ state: 'detached' });
    await closeFaultless(device);
  });

  it('[S10] keeps the notice visible while the page scrolls, and explains it on demand, by keyboard too', async () => {
    const { device, release } = await withPendingAnswer();
    const { page } = device;
    await expect.poll(() => words(page)).toContain('not recorded yet');
    await page.setViewportSize(phoneSize);
    await expectInSightAtTheEnd(page);
    await expectNoSidewaysScroll(page);
    await page.evaluate(() => scrollTo(0, 0));
    await tabTo(page, 'Details', { within: 10, control: 'summary' });
    await page.keyboard.press('Enter');
    await notice(page).getByText('of them are saved to disk').waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page, 'the details of the notice');
    release();
    await closeFaultless(device);
  });
});
