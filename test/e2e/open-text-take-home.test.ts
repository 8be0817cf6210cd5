import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, smallPhone, type Device } from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const STEP = 'Write the checklist; then, on Friday, try it';

const fixture = sharedFixture('asking-open-text');

describe('the take-home page of a rating and an open text', () => {
  let code = '';
  let device: Device;

  beforeAll(async () => {
    const session = await fixture.startSession();
    code = session.code;
    const { presenter } = session;
    for (const slide of [2, 3]) await presenter.show(slide);
    device = await fixture.phone(code, smallPhone);
    const token = await device.page.waitForFunction(
      (key) => localStorage.getItem(key),
      `plenary:${code}:token`,
    );
    const own = await fixture.attendee(code, { token: String(await token.jsonValue()) });
    await own.answer('maturity', { ratings: [2, 1, 3] });
    await own.answer('step', { choice: null, text: STEP });
    for (let other = 0; other < 4; other += 1) {
      const client = await fixture.attendee(code);
      await client.answer('maturity', { ratings: [3, 2, 1] });
    }
    await presenter.ask('session:end', {});
    await device.page.getByRole('heading', { name: 'Your page' }).waitFor();
  });
  afterAll(() => device.close());

  it('names the attendee’s lowest row, what to do next about it and where to look', async () => {
    const { page } = device;
    await page.getByText('Your lowest (1 of 3): Deployment').waitFor();
    const steps = page.getByRole('listitem').filter({ hasText: 'Next step for Deployment' });
    expect(await steps.innerText()).toMatch(/Write the checklist\s+See Netflix/);
  });

  it('sets the attendee’s own levels beside the room’s medians, in a table too', async () => {
    const row = device.page.getByRole('row', { name: /^Data/ });
    expect(await row.getByRole('cell').allInnerTexts()).toEqual(['2', '3']);
    expect(await device.page.locator('.radar .radar-beside').count()).toBe(1);
    await expectNoSidewaysScroll(device.page);
    await expectAccessible(device.page, 'the page to take home');
    expect(device.complaints).toEqual([]);
  });

  it('adds the next step to a calendar, also without a network', async () => {
    await device.context.setOffline(true);
    const before = new Date();
    const [download] = await Promise.all([
      device.page.waitForEvent('download'),
      device.page.getByRole('button', { name: 'Add to calendar' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('reminder.ics');
    const file = await readFile(await download.path(), 'utf8');
    expect(file).toContain('SUMMARY:Write the checklist\\; then\\, on Friday\\, try it\r\n');
    const unfolded = file.replaceAll('\r\n ', '');
    expect(unfolded).toContain(`DESCRIPTION:A room that writes\\n${fixture.plenary.url}/j/${code}`);
    expect(unfolded).toMatch(/BEGIN:VALARM\r\n[^]*TRIGGER:PT9H\r\nEND:VALARM\r\nEND:VEVENT/);
    const days = [before, new Date()].map((now) => dayIn(now, 7));
    expect(days).toContain(/DTSTART;VALUE=DATE:(\d{8})\r\n/.exec(file)?.[1]);
    await device.page.getByText('Open reminder.ics to add it to your calendar.').waitFor();
    expect(device.complaints.filter((words) => words.includes('Security Policy'))).toEqual([]);
  });
});

/** In the browser's own time, which is that of this process. */
function dayIn(now: Date, days: number): string {
  const date = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('');
}
