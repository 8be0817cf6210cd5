import { afterEach, beforeEach, describe, it } from 'vitest';
import { BadNetwork } from '../network/bad-network.ts';
import type { Device } from './browser.ts';
import { sessionFixture } from './setup-session.ts';

const fixture = sessionFixture('room');
let network: BadNetwork;
beforeEach(async () => {
  network = await BadNetwork.before(fixture.plenary.url);
});
afterEach(() => network.close());

describe('a phone that slept while its connection was forgotten', () => {
  it.each([
    ['in the hand', () => Promise.resolve(), () => Promise.resolve()],
    ['in a pocket, before it is looked at', look('hidden'), look('visible')],
  ])('[R4] [S6] shows the current slide when it wakes %s', async (_, putAway, takeOut) => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(1);
    const phone = await fixture.device();
    // With a clock of its own, which can jump as it does for a device that slept.
    await phone.page.clock.install();
    await phone.page.goto(`${network.url}/j/${code}`);
    await phone.page.getByRole('button', { name: 'Tea' }).click();
    await phone.page.getByText(/^Recorded\./).waitFor();
    await putAway(phone);
    network.moveTo('192.0.2.77');
    await presenter.show(3);
    await phone.page.clock.fastForward(10_000);
    await takeOut(phone);
    // A connection that is only silent is closed after 27 s.
    await phone.page
      .getByRole('heading', { name: 'How are you today?' })
      .waitFor({ timeout: 8_000 });
    await presenter.show(1);
    await phone.page.getByText(/^Recorded\./).waitFor();
    await phone.close();
  });
});

function look(state: 'visible' | 'hidden') {
  return ({ page }: Device): Promise<void> =>
    page.evaluate((now) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, value: now });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
}
