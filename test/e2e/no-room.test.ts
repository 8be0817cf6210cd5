import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Client } from '../integration/client.ts';
import { expectAccessible } from './browser.ts';
import { sessionFixture } from './setup-session.ts';

const OPEN_FILES = 260;
const fixture = sessionFixture('room');
const inside: Client[] = [];

beforeEach(async () => {
  await fixture.plenary.killHard();
  await fixture.plenary.run({ openFiles: OPEN_FILES });
});
afterEach(() => {
  for (const client of inside.splice(0)) client.close();
});

/** Attendees come until one is refused; resolves with why. */
async function fill(code: string): Promise<unknown> {
  for (;;) {
    const coming = Client.connect(fixture.plenary.url, code, 'attendee');
    const came = await coming.catch((error: unknown) => error);
    if (!(came instanceof Client)) return (came as { data?: unknown }).data;
    inside.push(came);
    if (inside.length > OPEN_FILES) throw new Error('There is room for everybody');
  }
}

describe('[R6] a server that is full', () => {
  it('lets newcomers wait, tells them so, and admits them by itself when there is capacity', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.ask('slide:show', { h: 1, v: 0, f: -1 });
    const refusal = await fill(code);
    expect(refusal).toMatchObject({ name: 'no-room', retryAfter: 3 });
    const phone = await fixture.phone(code);
    await phone.page.getByText('The server is full at the moment.').waitFor();
    await phone.page.getByText('This page tries again automatically.').waitFor();
    await expectAccessible(phone.page, 'the phone that waits for room');
    // Attendees who have joined stay connected, and can answer as before.
    const acks = inside.map((client) => client.answer('drink', { choices: [0], other: null }));
    for (const ack of await Promise.all(acks)) expect(ack).toMatchObject({ ok: true });
    for (const client of inside.splice(0, 5)) client.close();
    await phone.page.getByRole('button', { name: 'Tea' }).click();
    await phone.page.getByText(/^Recorded\./).waitFor();
    await phone.close();
  });

  it('admits the presenter, however many attendees are connected', async () => {
    const { code } = await fixture.startSession();
    await fill(code);
    const console = await fixture.console(code);
    await console.page.getByRole('button', { name: 'Next' }).waitFor();
    const stage = await fixture.stage(code);
    await stage.page.getByRole('region', { name: 'Join screen' }).waitFor();
    await console.close();
    await stage.close();
  });
});
