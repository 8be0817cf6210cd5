import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../integration/client.ts';
import { shownSlide, type Device } from './browser.ts';
import { sharedFixture } from './setup-session.ts';

// Marks that one of the pages’ fonts, Inter and the device’s own, sets on top of each other.
const TALL = `q${'\u0301'.repeat(60)} \u05D0${'\u0657'.repeat(60)} was here`;
const PLAIN = ['Slow builds', 'Nobody owns the tests', 'It takes too long'];

const fixture = sharedFixture('own-words');

describe('a text with a hundred marks on one letter stays within its own lines', () => {
  let code = '';
  let presenter: Client;
  let phone: Device;
  beforeAll(async () => {
    ({ code, presenter } = await fixture.startSession());
    for (const slide of [0, 1, 2]) await presenter.show(slide);
    phone = await fixture.phone(code);
    const token = await phone.page.waitForFunction(
      (key) => localStorage.getItem(key),
      `plenary:${code}:token`,
    );
    const own = { token: String(await token.jsonValue()) };
    for (const [index, text] of [TALL, ...PLAIN].entries()) {
      const client = await fixture.attendee(code, index === 0 ? own : {});
      await client.answer('drink', { choices: [], other: text });
      await client.answer('pain', { choice: null, text });
      await client.answer('where', { choice: index % 2, text });
    }
  });

  it('on the console', async () => {
    const { page } = await fixture.console(code);
    for (const slide of [0, 1, 2]) {
      await presenter.show(slide);
      await page
        .getByText(PLAIN[2] ?? '')
        .first()
        .waitFor();
      await expectWithinLines(page, page.locator('.question-panel .view'), `console ${slide}`);
      const approve = page.getByRole('button', { name: 'Approve all' });
      if (slide > 0) await approve.click();
    }
    await page.getByRole('heading', { name: 'Approved: 4' }).waitFor();
    await expectWithinLines(page, page.locator('.question-panel .view'), 'console, approved');
  });

  it('on the stage', async () => {
    const stage = await fixture.stage(code);
    for (const slide of [1, 2]) {
      await presenter.show(slide);
      await shownSlide(stage)
        .getByText(PLAIN[0] ?? '')
        .waitFor();
      await expectWithinLines(stage.page, stage.page.locator('section.present'), `stage ${slide}`);
    }
  });

  it('on the phone, in one’s own answer and in the room’s', async () => {
    const { page } = phone;
    for (const [slide, activity] of ['drink', 'pain', 'where'].entries()) {
      await presenter.show(slide);
      await presenter.ask('activity:close', { activity });
      if (slide > 0) await page.locator('.question').getByText('What the room wrote: 4').click();
      await page.locator('main').getByText('was here').first().waitFor();
      await expectWithinLines(page, page.locator('main'), `phone ${slide}`);
    }
  });

  it('in the results', async () => {
    const { page } = await fixture.console(code);
    await page.goto(`${fixture.plenary.url}/s/${code}/results`);
    await page
      .getByText(PLAIN[2] ?? '')
      .first()
      .waitFor();
    await expectWithinLines(page, page.locator('main'), 'results');
  });

  it('on the page to take home', async () => {
    await presenter.ask('session:end', {});
    await phone.page.getByRole('heading', { name: 'Your page' }).waitFor();
    await phone.page.getByText('was here').first().waitFor();
    await expectWithinLines(phone.page, phone.page.locator('main'), 'take-home');
  });
});

it('a letter with a hundred marks that the fonts lack leaves console and results as wide as the screen', async () => {
  const { code, presenter } = await fixture.startSession();
  await presenter.show(1);
  for (const mark of ['\u20DD', '\u0363', '\u0F90']) {
    const client = await fixture.attendee(code);
    await client.answer('pain', { choice: null, text: `e${mark.repeat(100)} was here` });
  }
  const { page } = await fixture.console(code);
  for (const path of [`/s/${code}/console`, `/s/${code}/results`]) {
    await page.goto(fixture.plenary.url + path);
    await page.getByText('was here').first().waitFor();
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(width);
    }
  }
});

/** Expects that the picture around the text's own box is the same as without the marks. */
async function expectWithinLines(page: Page, region: Locator, name: string): Promise<void> {
  const boxes = page.locator('[data-stacked]');
  const shoot = () => region.screenshot({ mask: [boxes], animations: 'disabled' });
  await region.evaluate(markBlocks);
  expect(await boxes.count(), name).toBeGreaterThan(0);
  let stacked = await shoot();
  // What loads after the question, such as the earlier ones, moves the rest once.
  const isAtRest = async (): Promise<boolean> => {
    const [before, now] = [stacked, await shoot()];
    stacked = now;
    return (await differingPixels(page, before, now)) === 0;
  };
  await expect.poll(isAtRest).toBe(true);
  await page.evaluate(() => {
    for (const block of document.querySelectorAll('[data-stacked]')) {
      block.innerHTML = block.innerHTML.replace(/\p{Mn}/gu, '');
    }
  });
  expect(await differingPixels(page, stacked, await shoot()), name).toBe(0);
  await page.reload();
}

/** The number of pixels that look different outside the mask; the edges of what is drawn anew may differ by a shade. */
async function differingPixels(page: Page, ...shots: Buffer[]): Promise<number> {
  const blank = await page.context().newPage();
  const count = await blank.evaluate(
    async (pngs) => {
      const pictures = await Promise.all(
        pngs.map(async (png) => {
          const picture = await createImageBitmap(await (await fetch(png)).blob());
          const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
          canvas?.drawImage(picture, 0, 0);
          return canvas?.getImageData(0, 0, picture.width, picture.height).data ?? [];
        }),
      );
      const [one = [], other = []] = pictures;
      if (one.length !== other.length) return Infinity;
      const differs = (at: number): boolean =>
        [0, 1, 2].some((part) => Math.abs((one[at + part] ?? 0) - (other[at + part] ?? 0)) > 8);
      const isMasked = (pixels: ArrayLike<number>, at: number): boolean =>
        pixels[at] === 255 && pixels[at + 1] === 0 && pixels[at + 2] === 255;
      let differing = 0;
      for (let at = 0; at < one.length; at += 4) {
        // The mask's own edge may be a pixel further out.
        if (differs(at) && !isMasked(one, at) && !isMasked(other, at)) differing += 1;
      }
      return differing;
    },
    shots.map((png) => `data:image/png;base64,${png.toString('base64')}`),
  );
  await blank.close();
  return count;
}

/** Marks the blocks whose own lines hold a letter with many marks. */
function markBlocks(region: Element): void {
  for (const element of region.querySelectorAll('*')) {
    if (![...element.childNodes].some(isStacked)) continue;
    let block: Element = element;
    // A button is drawn as one: its words may use all of it.
    while (block.closest('button') !== block && isWithinLine(block)) {
      block = block.parentElement ?? document.body;
    }
    block.setAttribute('data-stacked', '');
  }

  function isWithinLine(block: Element): boolean {
    const isInline = getComputedStyle(block).display.startsWith('inline');
    return isInline || block.closest('button') !== null;
  }

  function isStacked(node: Node): boolean {
    return node.nodeType === Node.TEXT_NODE && /\p{Mn}{9}/u.test(node.nodeValue ?? '');
  }
}
