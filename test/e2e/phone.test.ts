import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../integration/client.ts';
import { Device, expectAccessible, expectNoSidewaysScroll, openBrowser } from './browser.ts';
import { PlenaryProcess } from './plenary-process.ts';

let plenary: PlenaryProcess;
let browser: Browser;
let code = '';
let presenter: Client;
beforeAll(async () => {
  plenary = await PlenaryProcess.start(['test/fixtures/decks/room']);
  browser = await openBrowser();
  code = await plenary.session('room');
  presenter = await Client.console(plenary.url, code);
});
afterAll(async () => {
  presenter.close();
  await browser.close();
  await plenary.stop();
});

describe('a phone', () => {
  it('is used by keyboard alone', async () => {
    await presenter.show(1);
    const { page, close } = await joined({ width: 390, height: 844 });
    for (let tabs = 0; ; tabs += 1) {
      expect(tabs).toBeLessThan(10);
      await page.keyboard.press('Tab');
      if ((await focusedText(page)).includes('Coffee')) break;
    }
    await page.keyboard.press('Enter');
    await page.getByText(/^Recorded\./).waitFor();
    await close();
  });

  it('sends several choices together, once there are enough of them', async () => {
    await presenter.show(2);
    const { page, close } = await joined({ width: 390, height: 844 });
    const send = page.getByRole('button', { name: 'Send' });
    await page.getByRole('button', { name: 'YAML' }).click();
    expect(await page.getByText(/^Recorded/).count()).toBe(0);
    await page.getByRole('button', { name: 'JSON' }).click();
    await send.click();
    await page.getByText(/^Recorded\./).waitFor();
    await close();
  });

  it("takes one's own words, and shows them to nobody as anything but text", async () => {
    await presenter.show(1);
    const { page, close } = await joined({ width: 390, height: 844 });
    await page.getByRole('textbox').fill('<img src=x onerror="document.title=1">');
    await page.getByRole('button', { name: /send/i }).click();
    await page.getByText(/^Recorded\./).waitFor();
    await close();
  });

  it('says a rating to a screen reader with its scale', async () => {
    await presenter.show(3);
    const { page, close } = await joined({ width: 390, height: 844 });
    await page.getByRole('button', { name: /^4 of 5/ }).click();
    await page.getByText(/^Recorded\./).waitFor();
    await close();
  });

  // 1280 px at 200 % zoom leave 640; 400 % leave 320 (WCAG 1.4.10).
  for (const [what, viewport] of [
    ['320 px wide', { width: 320, height: 568 }],
    ['at 200 % zoom', { width: 195, height: 422 }],
    ['a laptop at 200 % zoom', { width: 640, height: 400 }],
  ] as const) {
    it(`can be read without scrolling sideways: ${what}`, async () => {
      for (const slide of [0, 1, 2, 3]) {
        await presenter.show(slide);
        const { page, close } = await joined(viewport);
        await page.getByText(`Slide ${slide + 1} of 5`).waitFor();
        await expectNoSidewaysScroll(page);
        await expectAccessible(page, `a phone ${what}, slide ${slide + 1}`);
        await close();
      }
    });
  }

  it('is asked for a code, with nothing to fault', async () => {
    const device = await Device.open(browser, { viewport: { width: 320, height: 568 } });
    await device.page.goto(plenary.url);
    await device.page.getByLabel('The code on the wall').waitFor();
    await expectNoSidewaysScroll(device.page);
    await expectAccessible(device.page, 'the join page');
    await device.page.goto(`${plenary.url}/j/000000`);
    await device.page.getByRole('alert').waitFor();
    await expectAccessible(device.page, 'the join page after a wrong code');
    await device.close();
  });
});

async function joined(viewport: { width: number; height: number }) {
  const device = await Device.open(browser, { viewport });
  await device.page.goto(`${plenary.url}/j/${code}`);
  await device.page.getByText(/^Slide \d of 5/).waitFor();
  return {
    page: device.page,
    close: async (): Promise<void> => {
      expect(device.complaints).toEqual([]);
      await device.close();
    },
  };
}

function focusedText(page: Device['page']): Promise<string> {
  return page.evaluate(() => document.querySelector(':focus')?.textContent ?? '');
}
