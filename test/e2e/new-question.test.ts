import { describe, expect, it } from 'vitest';
import { closeFaultless, smallPhone } from './browser.ts';
import { sessionFixture } from './setup-session.ts';

const fixture = sessionFixture('room');
const phones = [smallPhone, { width: 360, height: 640 }, { width: 390, height: 844 }];

describe('[P9] a question that opens while its reader is elsewhere on the page', () => {
  it.each(phones)(
    'comes into view on $width × $height, with a word for everybody',
    async (size) => {
      const { code, presenter } = await fixture.startSession();
      await presenter.show(1);
      const device = await fixture.device(size);
      const { page } = device;
      await page.addInitScript(() => {
        const shaken: unknown[] = [];
        Object.assign(globalThis, { shaken });
        navigator.vibrate = (pattern) => shaken.push(pattern) > 0;
      });
      await page.goto(`${fixture.plenary.url}/j/${code}`);
      const first = page.getByRole('heading', { level: 1 });
      await first.waitFor();
      const before = await first.innerText();
      // Browsers let no page vibrate that was never touched.
      await page.getByRole('button', { name: 'Tea' }).click();
      // As long as a module with a sticky bar and a take-home below it.
      await page.locator('main').evaluate((main) => {
        main.style.paddingBottom = '2000px';
        globalThis.scrollTo(0, 1_500);
      });
      await presenter.show(2);
      await expect.poll(() => first.innerText()).not.toBe(before);
      const question = await first.innerText();
      await expect.poll(async () => ((await first.boundingBox())?.y ?? -1) >= 0).toBe(true);
      expect((await first.boundingBox())?.y).toBeLessThan(size.height / 2);
      await page.getByRole('status').getByText(`New question: ${question}`).waitFor();
      expect(await page.title()).toContain(question);
      expect(
        await page.evaluate(() => (globalThis as unknown as { shaken: unknown[] }).shaken),
      ).toHaveLength(1);
      await closeFaultless(device);
    },
  );

  it('takes no tap that was on its way to the question before', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(1);
    const device = await fixture.phone(code, smallPhone);
    const { page } = device;
    await page.getByRole('button').first().waitFor();
    await page.evaluate(() => {
      const touched = new Promise<string>((resolve) => {
        const heading = document.querySelector('h1');
        const before = heading?.textContent;
        new MutationObserver(() => {
          const option = document.querySelector('main .question button');
          if (document.querySelector('h1')?.textContent === before || option === null) return;
          const { left, top, width, height } = option.getBoundingClientRect();
          const under = document.elementFromPoint(left + width / 2, top + height / 2);
          resolve(under?.closest('button')?.textContent ?? 'nothing');
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      });
      Object.assign(globalThis, { touched });
    });
    await presenter.show(2);
    expect(
      await page.evaluate(() => (globalThis as unknown as { touched: Promise<string> }).touched),
    ).toBe('nothing');
    const option = page.locator('main .question button').first();
    await option.click();
    await page.locator('main .question button[aria-pressed=true]').first().waitFor();
    await closeFaultless(device);
  });
});
