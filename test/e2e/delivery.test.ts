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

const bar = (page: Page) => page.getByRole('region', { name: 'Answer delivery' });

/** The numbers in the bar, as they are read. */
async function numbers(page: Page): Promise<string> {
  return tidy((await bar(page).locator('dl > div').allInnerTexts()).join(' '));
}

/** The problem that the bar names. */
const alarm = async (page: Page) =>
  tidy((await bar(page).locator('[role=alert], [role=status]').allInnerTexts()).join(' '));

async function expectInSightAtTheEnd(page: Page): Promise<void> {
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await expect.poll(async () => (await bar(page).boundingBox())?.y).toBe(0);
}

describe('the bar on the console', () => {
  it('[V7] [S10] says where the answers are, what is wrong while they cannot be recorded, and when that is over', async () => {
    const { code, presenter } = await fixture.startSession();
    const device = await fixture.console(code);
    const { page } = device;
    const [first, second, third] = [
      await fixture.attendee(code),
      await fixture.attendee(code),
      await fixture.attendee(code),
    ];
    await expect.poll(() => numbers(page)).toBe('Online 3');
    await presenter.show(1);
    for (const phone of [first, second]) await phone.answer('capital', { choices: [2] });
    await expect.poll(() => numbers(page)).toBe('Online 3 Sent 2 Recorded 2 Pending 0');
    expect(await alarm(page)).toBe('');
    const release = lockDatabase();
    const refused = await third.answer('capital', { choices: [0] }, 'kept-on-the-phone');
    expect(refused).toMatchObject({ ok: false, error: { name: 'locked' } });
    await expect.poll(() => numbers(page)).toBe('Online 3 Sent 3 Recorded 2 Pending 1');
    await expect.poll(() => alarm(page)).toContain('The database is in use by another program');
    await expectAccessible(page, 'the console while nothing can be recorded');
    release();
    await expect
      .poll(() => alarm(page), patient)
      .toContain('Some answers have been waiting for more than five seconds');
    await third.answer('capital', { choices: [0] }, 'kept-on-the-phone');
    await expect.poll(() => numbers(page)).toBe('Online 3 Sent 3 Recorded 3 Pending 0');
    await expect.poll(() => alarm(page)).toBe('');
    await closeFaultless(device);
  });

  it('[R4] counts a phone that has gone silent, until it is back', async () => {
    const { code } = await fixture.startSession();
    const device = await fixture.console(code);
    const phone = await fixture.attendee(code);
    const token = await phone.token();
    phone.socket.io.engine.transport.close();
    await bar(device.page).getByText('1 phone disconnected').waitFor();
    await fixture.attendee(code, { token });
    await bar(device.page).getByText('1 phone disconnected').waitFor({ state: 'detached' });
    await closeFaultless(device);
  });

  it('[S10] stays visible while the page scrolls, and explains itself on demand, by keyboard too', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(1);
    const device = await fixture.console(code);
    const { page } = device;
    for (const size of [{ width: 1440, height: 500 }, phoneSize]) {
      await page.setViewportSize(size);
      await bar(page).getByRole('term').filter({ hasText: 'Pending' }).waitFor();
      await expectInSightAtTheEnd(page);
      await expectNoSidewaysScroll(page);
    }
    await page.evaluate(() => scrollTo(0, 0));
    await tabTo(page, 'What these numbers mean', { within: 10, control: 'summary' });
    await page.keyboard.press('Enter');
    await bar(page).getByText('people whose latest answer is saved to disk').waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page, 'the explanation of the bar');
    await closeFaultless(device);
  });
});
