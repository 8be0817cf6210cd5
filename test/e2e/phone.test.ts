import { beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../integration/client.ts';
import {
  closeFaultless,
  expectAccessible,
  expectNoSidewaysScroll,
  smallPhone,
  tabTo,
  type Device,
} from './browser.ts';
import { sessionFixture } from './setup-session.ts';

const fixture = sessionFixture('room');
let code = '';
let presenter: Client;
beforeAll(async () => {
  ({ code, presenter } = await fixture.startSession());
});

describe('a phone', () => {
  it('can be used by keyboard alone', async () => {
    await presenter.show(1);
    const phone = await joined();
    const { page } = phone;
    await tabTo(page, /Coffee/, { within: 10 });
    await page.keyboard.press('Enter');
    await page.getByText(/^Recorded\./).waitFor();
    await closeFaultless(phone);
  });

  it('sends several choices together, once there are enough of them', async () => {
    await presenter.show(2);
    const phone = await joined();
    const { page } = phone;
    const send = page.getByRole('button', { name: 'Send' });
    await page.getByRole('button', { name: 'YAML' }).click();
    expect(await page.getByText(/^Recorded/).count()).toBe(0);
    await page.getByRole('button', { name: 'JSON' }).click();
    await send.click();
    await page.getByText(/^Recorded\./).waitFor();
    await closeFaultless(phone);
  });

  it('takes an answer in free text, and shows it as text only', async () => {
    await presenter.show(1);
    const phone = await joined();
    const { page } = phone;
    await page.getByRole('textbox').fill('<img src=x onerror="document.title=1">');
    await page.getByRole('button', { name: /send/i }).click();
    await page.getByText(/^Recorded\./).waitFor();
    await closeFaultless(phone);
  });

  it('reads a rating to a screen reader with its scale', async () => {
    await presenter.show(3);
    const phone = await joined();
    const { page } = phone;
    await page.getByRole('button', { name: /^4 of 5/ }).click();
    await page.getByText(/^Recorded\./).waitFor();
    await closeFaultless(phone);
  });

  // 1280 px at 200 % zoom leave 640; 400 % leave 320 (WCAG 1.4.10).
  for (const [what, viewport] of [
    ['320 px wide', smallPhone],
    ['at 200 % zoom', { width: 195, height: 422 }],
    ['a laptop at 200 % zoom', { width: 640, height: 400 }],
  ] as const) {
    it(`can be read without scrolling sideways: ${what}`, async () => {
      for (const slide of [0, 1, 2, 3]) {
        await presenter.show(slide);
        const phone = await joined(viewport);
        const { page } = phone;
        await page.getByText(`Slide ${slide + 1} of 5`).waitFor();
        await expectNoSidewaysScroll(page);
        await expectAccessible(page, `a phone ${what}, slide ${slide + 1}`);
        await closeFaultless(phone);
      }
    });
  }

  it('asks for a code, without accessibility faults', async () => {
    const device = await fixture.device(smallPhone);
    await device.page.goto(fixture.plenary.url);
    await device.page.getByLabel('The six-digit code on the screen in front').waitFor();
    await expectNoSidewaysScroll(device.page);
    await expectAccessible(device.page, 'the join page');
    await device.page.goto(`${fixture.plenary.url}/j/000000`);
    await device.page.getByRole('alert').waitFor();
    await expectAccessible(device.page, 'the join page after a wrong code');
    await device.close();
  });
});

describe('a closed poll on a phone', () => {
  it('has each option once, with its bar and what was chosen, as soon as the room’s answers are there', async () => {
    const session = await fixture.startSession();
    await session.presenter.show(1);
    const [tea, own] = [
      await fixture.phone(session.code, smallPhone),
      await fixture.phone(session.code),
    ];
    await tea.page.getByRole('button', { name: 'Tea' }).click();
    await own.page.getByRole('textbox', { name: 'Something else' }).fill('Maté');
    await own.page.getByRole('button', { name: 'Send' }).click();
    for (const { page } of [tea, own]) await page.getByText(/^Recorded\./).waitFor();
    await session.presenter.ask('activity:close', { activity: 'drink' });
    const options = ({ page }: Device) => page.locator('.answering').getByRole('listitem');
    const texts = async (phone: Device) =>
      (await options(phone).allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    for (const { page } of [tea, own]) {
      await page.getByRole('button', { name: 'Coffee' }).waitFor({ state: 'detached' });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page, 'a phone with a closed poll');
    }
    expect(await texts(tea)).toEqual([
      'Tea Your answer 1 50%',
      'Coffee 0 0%',
      'Something else 1 50%',
    ]);
    expect(await texts(own)).toEqual([
      'Tea 1 50%',
      'Coffee 0 0%',
      'Something else Your answer Maté 1 50%',
    ]);
    for (const phone of [tea, own]) await closeFaultless(phone);
  });
});

async function joined(viewport?: { width: number; height: number }): Promise<Device> {
  const phone = await fixture.phone(code, viewport);
  await phone.page.getByText(/^Slide \d of 5/).waitFor();
  return phone;
}
