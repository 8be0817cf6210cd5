import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BadNetwork } from '../network/bad-network.ts';
import { wallSize, type Device } from './browser.ts';
import { venueFor } from './venue.ts';

const venue = venueFor('room');
let network: BadNetwork;
beforeEach(async () => {
  network = await BadNetwork.before(venue.plenary.url);
});
afterEach(() => network.close());

describe('a proxy that knows nothing of WebSocket', () => {
  it('[R5] carries a talk all the same: phone, wall and console', async () => {
    network.become({ upgrades: 'stripped' });
    const code = await venue.plenary.session(venue.deck);
    const [phone, wall, presenter] = await Promise.all([
      venue.device(),
      venue.device(wallSize),
      venue.device({ width: 1440, height: 900 }),
    ]);
    await phone.page.goto(`${network.url}/j/${code}`);
    await wall.page.goto(`${network.url}/s/${code}/stage`);
    await presenter.signIn(network.url);
    await presenter.page.goto(`${network.url}/s/${code}/console`);
    await presenter.page.getByRole('button', { name: 'Next' }).click();
    await presenter.page.getByText('Slide 1 of').waitFor();
    await presenter.page.keyboard.press('ArrowRight');
    await phone.page.getByRole('button', { name: 'Tea' }).click();
    await phone.page.getByText(/^Recorded\./).waitFor();
    await wall.page.getByText('1 answer', { exact: false }).first().waitFor();
    await presenter.page.getByText('1 of 1 answered').waitFor();
    expect(network.webSockets).toBe(0);
    for (const device of [presenter, wall, phone]) await device.close();
  });
});

describe('a phone that slept while its connection was forgotten', () => {
  it.each([
    ['in the hand', () => Promise.resolve(), () => Promise.resolve()],
    ['in a pocket, before it is looked at', look('hidden'), look('visible')],
  ])('[R4] [S6] shows what is on when it wakes %s', async (_, putAway, takeOut) => {
    const { code, presenter } = await venue.talk();
    await presenter.show(1);
    const phone = await venue.device();
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
    // A connection that is only silent is given up after 27 s.
    await phone.page.getByText('How are you today?').waitFor({ timeout: 8_000 });
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
