import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Client } from '../integration/client.ts';
import { deck } from '../module/pioneers-deck.ts';
import { closeFaultless, expectAccessible, expectNoSidewaysScroll, stageSize } from './browser.ts';
import { boxOf, guess, guessIndex, moduleOnQuestion } from './module-on-question.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('moving');
const phone = { width: 390, height: 844 };
const laptops = [
  { width: 1280, height: 800 },
  { width: 1366, height: 660 },
];

/** Everything that a presenter needs in sight. */
function parts(page: Page) {
  const region = (name: string): Locator => page.getByRole('region', { name });
  return {
    now: region('On stage now').locator('.slide-preview'),
    place: page.getByText(`Slide ${guessIndex + 1} of ${deck.slides.length}`),
    next: region('Coming next').locator('.slide-preview'),
    question: region('The question on this slide'),
    answered: page.getByText('3 of 3 answered'),
    answers: region('The question on this slide').locator('.view'),
    notes: page.locator('.notes-text'),
    larger: page.getByRole('button', { name: 'Larger notes' }),
    smaller: page.getByRole('button', { name: 'Smaller notes' }),
    online: page.locator('dt', { hasText: 'Online' }).locator('+ dd'),
    elapsed: page.locator('dt', { hasText: 'Elapsed' }).locator('+ dd'),
    schedule: page.locator('dt', { hasText: 'Schedule' }).locator('+ dd'),
    back: page.getByRole('button', { name: 'Back', exact: true }),
    onward: page.getByRole('button', { name: 'Next', exact: true }),
    menu: page.getByRole('button', { name: 'Menu' }),
    overview: page.getByRole('button', { name: 'Overview' }),
  };
}

function scrollable(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollHeight > innerHeight);
}

describe('[P12] the console', () => {
  it.each([...laptops, stageSize])(
    'has everything in sight on $width × $height, the slide on the stage largest',
    async (size) => {
      const { device, page } = await moduleOnQuestion(fixture);
      await page.setViewportSize(size);
      for (const [name, part] of Object.entries(parts(page))) {
        await expect
          .poll(
            async () => {
              const { x, y, right, bottom } = await boxOf(part);
              return x >= 0 && y >= 0 && right <= size.width && bottom <= size.height;
            },
            { message: name },
          )
          .toBe(true);
      }
      expect(await scrollable(page)).toBe(false);
      const all = parts(page);
      const [now, next] = [await boxOf(all.now), await boxOf(all.next)];
      const notes = await boxOf(all.notes);
      expect(now.width).toBeGreaterThan(size.width / 2);
      expect(now.width).toBeGreaterThan(2 * next.width);
      expect(next.x).toBeGreaterThan(now.right);
      expect(notes.height).toBeGreaterThan(60);
      // Nothing of a wide screen is left unused.
      expect(size.width - notes.right).toBeLessThan(40);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page, `the console on ${size.width} px`);
      await closeFaultless(device);
    },
  );

  it.each([...laptops, stageSize])(
    'shows what only the presenter sees whole, and leaves the notes half of their column once it is on the stage: %o',
    async (size) => {
      const { device, page, presenter } = await moduleOnQuestion(fixture);
      await page.setViewportSize(size);
      const { larger, notes, question } = parts(page);
      const answers = question.getByRole('group', { name: 'What the room says' });
      const isWhole = () => answers.evaluate((box) => box.scrollHeight <= box.clientHeight + 1);
      await expect.poll(isWhole).toBe(true);
      for (let presses = 0; presses < 4; presses += 1) await larger.click();
      const measured = () =>
        notes.evaluate((text) => {
          const height = (part: string) => text.closest<HTMLElement>(part)?.offsetHeight ?? 0;
          const percent = Math.round((100 * height('.notes')) / height('.console-column'));
          return { percent, isCut: text.scrollHeight > text.clientHeight };
        });
      await expect.poll(async () => (await measured()).isCut).toBe(true);
      expect(await isWhole()).toBe(true);
      expect((await measured()).percent).toBeGreaterThanOrEqual(size.height > 700 ? 30 : 25);
      await presenter.ask('activity:reveal', { activity: guess?.id });
      await expect.poll(async () => (await measured()).percent).toBeGreaterThanOrEqual(50);
      const lowOf = async (part: Locator) => (await boxOf(part)).bottom;
      expect(await lowOf(answers)).toBeLessThanOrEqual(await lowOf(question));
      await question.getByRole('button', { name: 'Reset' }).focus();
      await page.keyboard.press('Tab');
      await expect.poll(async () => (await boxOf(answers)).height).toBeGreaterThan(60);
      presenter.close();
      await closeFaultless(device);
    },
  );

  it('breaks no word of the next slide’s title that has room in a line', async () => {
    const { code, device, page } = await moduleOnQuestion(fixture);
    await page.setViewportSize({ width: 1280, height: 800 });
    const before = deck.slides.findIndex(({ title }) => title.includes('recommendations')) - 1;
    const presenter = await Client.console(fixture.plenary.url, code);
    const slide = deck.slides[before];
    if (slide === undefined) throw new Error('The module has no such title');
    await presenter.ask('slide:show', { h: slide.h, v: slide.v, f: slide.fragments - 1 });
    presenter.close();
    const title = page.locator('.next-title', { hasText: 'recommendations' });
    const lines = await title.evaluate((element) => {
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
      const at = text?.textContent?.indexOf('recommendations') ?? -1;
      if (text == null || at < 0) return 0;
      const word = document.createRange();
      word.setStart(text, at);
      word.setEnd(text, at + 'recommendations'.length);
      return word.getClientRects().length;
    });
    expect(lines).toBe(1);
    await closeFaultless(device);
  });

  it('keeps the steps at the foot of a phone, and the slide first', async () => {
    const { device, page } = await moduleOnQuestion(fixture);
    await page.setViewportSize(phone);
    const { now, onward, back } = parts(page);
    await expect.poll(async () => (await boxOf(now)).y).toBeLessThan(160);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    for (const button of [back, onward]) {
      expect((await boxOf(button)).bottom).toBeGreaterThan(phone.height - 40);
      expect((await boxOf(button)).height).toBeGreaterThanOrEqual(44);
    }
    await expectNoSidewaysScroll(page);
    await closeFaultless(device);
  });

  it('shows the next step of a slide that is built up, then the next slide', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.ask('slide:show', { h: 1, v: 0, f: 0 });
    const device = await fixture.console(code);
    const next = device.page.getByRole('region', { name: 'Coming next' });
    await next.getByText('Next: step 2 of 2').waitFor();
    expect(await next.locator('.fragment.visible').count()).toBe(2);
    await presenter.ask('slide:show', { h: 1, v: 0, f: 1 });
    await next.getByRole('heading', { name: 'Next slide' }).waitFor();
    await next.locator('.next-title').getByText('Third').waitFor();
    await closeFaultless(device);
  });

  it('remembers the size of the notes on the device', async () => {
    const { device, page } = await moduleOnQuestion(fixture);
    const size = () =>
      page
        .locator('.notes-text')
        .evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize));
    const before = await size();
    await page.getByRole('button', { name: 'Larger notes' }).click();
    await expect.poll(size).toBeGreaterThan(before);
    const larger = await size();
    await page.reload();
    await expect.poll(size).toBe(larger);
    await page.getByRole('button', { name: 'Smaller notes' }).click();
    await expect.poll(size).toBe(before);
    await closeFaultless(device);
  });
});
