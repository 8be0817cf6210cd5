import { describe, expect, it } from 'vitest';
import type { Results } from '../../src/session/results.ts';
import type { AttendeeSnapshot } from '../../src/session/views.ts';
import { sessionFixture } from './setup-session.ts';

const fixture = sessionFixture('room');
const tea = { choices: [0], other: null };

/** The export of the running server. */
async function choicesOf(code: string): Promise<string[]> {
  const results = await fixture.plenary.api('GET', `/sessions/${code}/results.json`);
  return ((await results.json()) as Results).rows.map(({ choice }) => choice);
}

// test/faults/storage.test.ts adds a crowd, a kill and an offline file.
describe('a disk that runs full while attendees answer', () => {
  it('[S10] [V1] [V9] is reported to presenter, stage and phones, and needs no restart once it has space', async () => {
    const { code, presenter: clicker } = await fixture.startSession();
    await clicker.show(1);
    const other = await fixture.attendee(code);
    const presenter = await fixture.console(code);
    const stage = await fixture.stage(code);
    const phone = await fixture.phone(code);
    await phone.page.getByRole('button', { name: 'Tea' }).click();
    await phone.page.getByText(/^Recorded\./).waitFor();
    await fixture.plenary.fillDisk(true);

    await expect.poll(() => fixture.plenary.readiness()).toBe('full');
    expect(await other.answer('drink', tea)).toMatchObject({
      ok: false,
      error: {
        name: 'full',
        message: expect.stringContaining('The disk is full') as string,
        retryAfter: expect.any(Number) as number,
      },
    });
    await phone.page.getByRole('button', { name: 'Coffee' }).click();
    await phone.page.getByText(/^Not recorded yet: The disk is full.*sent again/).waitFor();
    expect(await phone.page.getByText(/^Recorded\./).count()).toBe(0);
    await presenter.page.getByRole('alert').getByText('The disk is full').waitFor();
    await stage.page.getByText('Answers are not being recorded').waitFor();
    // Recorded answers are still shown and exported, and newcomers can join.
    expect(await choicesOf(code)).toEqual(['Tea']);
    const late = await fixture.attendee(code);
    expect((await late.until<AttendeeSnapshot>('session:state')).here).toBe('drink');
    // Commands of the presenter are refused in words, too.
    await presenter.page.getByRole('button', { name: 'Next' }).click();
    await expect.poll(() => presenter.page.getByRole('alert').count()).toBe(2);

    await fixture.plenary.fillDisk(false);
    await phone.page.getByText(/^Recorded\./).waitFor();
    await stage.page.getByText('Answers are not being recorded').waitFor({ state: 'detached' });
    const warnings = (text: string) => presenter.page.getByText(text).count();
    await expect.poll(() => warnings('Answers are not being recorded')).toBe(0);
    await expect.poll(() => fixture.plenary.readiness()).toBe('ready');
    expect(await other.answer('drink', tea)).toMatchObject({ ok: true });
    await expect.poll(() => warnings('not recorded yet')).toBe(0);
    expect((await choicesOf(code)).sort()).toEqual(['Coffee', 'Tea']);
    for (const device of [presenter, stage, phone]) await device.close();
  });
});
