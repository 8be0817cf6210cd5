import { beforeEach, describe, expect, it, type TestContext } from 'vitest';
import type { Presence } from '../../src/protocol/messages.ts';
import { stageSize, type Device } from '../e2e/browser.ts';
import { sessionFixture } from '../e2e/setup-session.ts';
import { BadNetwork } from '../network/bad-network.ts';

const fixture = sessionFixture('room');
beforeEach(() => fixture.plenary.ensureRunning());

/** Opens a page at this path in a test's network, as large as a phone by default. */
type Open = (path: string, viewport?: { width: number; height: number }) => Promise<Device>;

/** A bad network of the test's own. */
async function badNetwork({ onTestFinished }: TestContext) {
  const network = await BadNetwork.before(fixture.plenary.url);
  const devices: Device[] = [];
  const open: Open = async (path, viewport) => {
    const device = await fixture.device(viewport);
    devices.push(device);
    await device.page.goto(network.url + path);
    return device;
  };
  onTestFinished(async () => {
    for (const device of devices) await device.close();
    await network.close();
  });
  return { network, open };
}

/** A session at its first question, and so many phones in the bad network; the presenter's is good. */
async function startSession(open: Open, count: number) {
  const { code, presenter } = await fixture.startSession();
  await presenter.show(1);
  const phones: Device[] = [];
  for (let n = 0; n < count; n += 1) phones.push(await open(`/j/${code}`));
  for (const { page } of phones) await page.getByRole('button', { name: 'Tea' }).waitFor();
  return { code, presenter, phones };
}

async function answer({ page }: Device, choice: 'Tea' | 'Coffee'): Promise<void> {
  await page.getByRole('button', { name: choice }).click();
}

function isRecorded({ page }: Device): Promise<void> {
  return page.getByText(/^Recorded\./).waitFor();
}

/** Every choice in the export, one for each attendee. */
async function choices(code: string): Promise<string[]> {
  const results = await fixture.plenary.api('GET', `/sessions/${code}/results.json`);
  const { rows } = (await results.json()) as { rows: { attendee: string; choice: string }[] };
  expect(new Set(rows.map(({ attendee }) => attendee)).size).toBe(rows.length);
  return rows.map(({ choice }) => choice).sort();
}

/** Records all that the page shows of its connection from now on. */
async function watchLink({ page }: Device): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    const state = document.querySelector('.link-state');
    if (state === null) throw new Error('The page says nothing of its connection');
    new MutationObserver(() => said.push(state.textContent)).observe(state, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    Object.assign(globalThis, { said });
  });
  return () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
}

describe('a network with 300 ms each way and every twentieth segment lost', () => {
  it('[V1] [V9] [R4] is slow, and no phone is told that it has no connection', async (context) => {
    const { network, open } = await badNetwork(context);
    network.become({ latency: 300, loss: 0.05 });
    const { code, phones } = await startSession(open, 2);
    const stage = await open(`/s/${code}/stage`, stageSize);
    const watched = await Promise.all(phones.map(watchLink));
    for (const choice of ['Tea', 'Coffee', 'Tea', 'Coffee'] as const) {
      await Promise.all(phones.map((phone) => answer(phone, choice)));
      await Promise.all(phones.map(({ page }) => page.getByText('Sending…').waitFor()));
      await Promise.all(phones.map(isRecorded));
      expect(await choices(code)).toEqual([choice, choice]);
    }
    await stage.page.getByText('2 answers').first().waitFor();
    for (const said of watched) expect((await said()).filter((text) => text !== '')).toEqual([]);
  });
});

// Side by side: they wait.
describe.concurrent('a silent outage of half a minute', () => {
  it.for(['breaks', 'goes on'] as const)(
    '[R1] [R2] [R3] [R4] [V1] [V2] [V7] ends with everybody connected and every answer counted once, where the old connection %s',
    async (old, context) => {
      const { network, open } = await badNetwork(context);
      const { code, presenter, phones } = await startSession(open, 3);
      const stage = await open(`/s/${code}/stage`, stageSize);
      await stage.page.getByText('What do you drink?').first().waitFor();
      const [calm, changing, late] = phones;
      if (calm === undefined || changing === undefined || late === undefined) throw new Error();
      for (const phone of [calm, changing]) {
        await answer(phone, 'Tea');
        await isRecorded(phone);
      }
      network.vanish();
      const over = new Promise((done) => setTimeout(done, 30_000));
      for (const phone of [changing, late]) {
        await answer(phone, 'Coffee');
        await phone.page.getByText('Kept on this phone.').waitFor();
      }
      // The server gives them up, too.
      await presenter.until<Presence>('presence:changed', ({ online }) => online === 0);
      await over;
      network.comeBack(old);
      for (const phone of phones) await isRecorded(phone);
      await presenter.until<Presence>('presence:changed', ({ online }) => online === 3);
      await stage.page.getByText('3 answers').first().waitFor();
      const table = stage.page.getByRole('table', { name: 'What do you drink?' });
      await context.expect
        .poll(() => table.getByRole('row', { name: /Coffee/ }).innerText())
        .toMatch(/2/);
      expect(await choices(code)).toEqual(['Coffee', 'Coffee', 'Tea']);
      for (const { page } of [calm, changing, late, stage]) {
        await page.getByText('No connection').waitFor({ state: 'detached' });
      }
    },
  );
});

describe('a phone that changes its network while it sends an answer', () => {
  it('[R2] [R4] [V3] delivers the answer over the new network, before the silence could be noticed', async (context) => {
    const { network, open } = await badNetwork(context);
    const { code, presenter, phones } = await startSession(open, 2);
    const [heard, unheard] = phones;
    if (heard === undefined || unheard === undefined) throw new Error();
    network.loseAnswers();
    await answer(heard, 'Tea');
    await expect.poll(() => choices(code)).toEqual(['Tea']);
    network.moveTo('192.0.2.77');
    await answer(unheard, 'Coffee');
    for (const { page } of phones) {
      // A connection that is only silent is closed after 27 s.
      await page.getByText(/^Recorded\./).waitFor({ timeout: 15_000 });
    }
    expect(await choices(code)).toEqual(['Coffee', 'Tea']);
    await presenter.until<Presence>('presence:changed', ({ online }) => online === 2);
  });
});
