import { describe, expect, it } from 'vitest';
import {
  closeFaultless,
  expectAccessible,
  focusedText,
  smallPhone,
  tabTo,
  waitForWholePage,
} from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('room');
const phones = [smallPhone, { width: 390, height: 844 }];

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
      await expect.poll(async () => ((await first.boundingBox())?.y ?? -1) >= 8).toBe(true);
      expect((await first.boundingBox())?.y).toBeLessThan(size.height / 2);
      const announced = page.getByRole('status').getByText(`New question: ${question}`);
      await announced.waitFor();
      expect(await page.title()).toContain(question);
      expect(
        await page.evaluate(() => (globalThis as unknown as { shaken: unknown[] }).shaken),
      ).toHaveLength(1);
      // Else it would not be announced when it comes back.
      await presenter.show(4);
      await announced.waitFor({ state: 'detached' });
      await presenter.show(2);
      await announced.waitFor();
      await closeFaultless(device);
    },
  );

  it('[P24] is announced again when it is reset while it is in view', async () => {
    const { code, presenter } = await fixture.startSession();
    const device = await fixture.phone(code, smallPhone);
    const { page } = device;
    // A page that comes after the question has nothing new to announce.
    await waitForWholePage(page);
    await presenter.show(1);
    await page.locator('#question-drink').waitFor();
    const question = await page.getByRole('heading', { level: 1 }).innerText();
    const announced = page.getByRole('status').getByText(`New question: ${question}`);
    for (let resets = 0; resets < 2; resets += 1) {
      const before = await announced.elementHandle();
      expect(await presenter.ask('activity:reset', { activity: 'drink' })).toMatchObject({
        ok: true,
      });
      await expect.poll(() => before?.evaluate((said) => said.isConnected)).toBe(false);
      await announced.waitFor();
    }
    await closeFaultless(device);
  });

  it('[P24] [V19] says to those whose answer a reset took that they may answer again', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(2);
    const [device, other] = [await fixture.phone(code, smallPhone), await fixture.phone(code)];
    const { page } = device;
    await page.getByRole('button', { name: 'YAML' }).click();
    await page.getByRole('button', { name: 'JSON' }).click();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText(/^Recorded\./).waitFor();
    await other.page.locator('#question-many').waitFor();
    await presenter.ask('activity:reset', { activity: 'many' });
    const note = 'The presenter started this question again. Please answer again.';
    const state = page.locator('.question [role=status]');
    await expect.poll(() => state.innerText()).toBe(`${note} Choose 2 more to send.`);
    await page.getByRole('button', { name: 'YAML' }).click();
    await expect.poll(() => state.innerText()).toBe(`${note} Choose one more to send.`);
    await expectAccessible(page, 'a question that was reset');
    await page.getByRole('button', { name: 'JSON' }).click();
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => state.innerText()).toMatch(/^Recorded\./);
    expect(await other.page.getByText(note).count()).toBe(0);
    await closeFaultless(device);
    await closeFaultless(other);
  });

  it('takes no press that began on the question before, however long it is held', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(1);
    const device = await fixture.phone(code, smallPhone);
    const { page } = device;
    const options = page.locator('main .question button');
    const box = await options.first().boundingBox();
    if (box === null) throw new Error('There is no option');
    await waitForWholePage(page);
    const touch = await device.context.newCDPSession(page);
    const finger = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [finger] });
    await presenter.show(3);
    await page.locator('#question-mood').waitFor();
    await page.locator('main .answering:not([inert])').waitFor();
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    // Whatever the finger did is done once a later press is.
    await presenter.show(1);
    await page.locator('#question-drink').waitFor();
    await options.first().click();
    await page.getByText('Recorded').first().waitFor();
    await presenter.show(3);
    await page.locator('#question-mood').waitFor();
    expect(await page.locator('main .question button[aria-pressed=true]').count()).toBe(0);
    expect(await page.locator('.question .answer-state').innerText()).not.toContain('Recorded');
    await closeFaultless(device);
  });

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

describe('[V19] the focus of a reader', () => {
  it('is led into a question that opens, but not out of a field that is typed in', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(1);
    const device = await fixture.phone(code, smallPhone);
    const { page } = device;
    await page.locator('#question-drink').waitFor();
    await waitForWholePage(page);
    await presenter.show(2);
    const earlier = page.locator('details.earlier > summary');
    await earlier.focus();
    await presenter.show(3);
    await expect.poll(() => focusedText(page, 'h1')).toBe('How are you today?');
    await page.locator('main .answering:not([inert])').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.locator('.question .answering :focus').count()).toBe(1);
    await earlier.click();
    await page.getByText('What do you drink?').click();
    const field = page.locator('.folded-question').getByRole('textbox').first();
    await field.pressSequentially('Mi');
    await presenter.show(2);
    await page.getByRole('status').getByText('New question: Which have you used?').waitFor();
    expect(await focusedText(page, 'h1')).toBe('');
    await closeFaultless(device);
  });

  it('goes to the heading of a question whose close took it, and stays elsewhere', async () => {
    const { code, presenter } = await fixture.startSession();
    const device = await fixture.phone(code, smallPhone);
    const { page } = device;
    const close = (activity: string) => presenter.ask('activity:close', { activity });
    await waitForWholePage(page);
    await presenter.show(1);
    await page.locator('main .answering:not([inert])').waitFor();
    await tabTo(page, /Coffee/, { within: 10 });
    await page.keyboard.press('Enter');
    const link = page.getByRole('link', { name: 'Your page so far' });
    await link.waitFor();
    await page.getByText(/^Recorded\./).waitFor();
    await close('drink');
    await page.getByText('Closed. Your answer is recorded.').waitFor();
    await expect.poll(() => focusedText(page, 'h1')).toBe('What do you drink?');
    await presenter.show(2);
    await page.getByRole('button', { name: 'YAML' }).waitFor();
    await page.locator('main .answering:not([inert])').waitFor();
    await link.focus();
    await close('many');
    await page.getByText('Closed. You did not answer.').waitFor();
    expect(await focusedText(page, 'a')).toBe('Your page so far');
    await closeFaultless(device);
  });
});

describe('[P9] a heading that is scrolled to', () => {
  it('is clear of the line that says that there is no connection', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(1);
    const device = await fixture.phone(code, smallPhone);
    const { page } = device;
    await waitForWholePage(page);
    const heading = page.locator('#question-drink');
    await device.context.setOffline(true);
    const line = page.locator('.link-state:not(:empty)');
    await line.waitFor();
    await page.locator('main').evaluate((main) => (main.style.paddingBottom = '2000px'));
    await heading.evaluate((one) => one.scrollIntoView({ behavior: 'instant' }));
    const [above, below] = [await line.boundingBox(), await heading.boundingBox()];
    expect((below?.y ?? 0) - (above?.y ?? 0) - (above?.height ?? 0)).toBeGreaterThanOrEqual(8);
    await device.close();
  });
});
