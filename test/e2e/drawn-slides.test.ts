import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../integration/client.ts';
import { closeFaultless, expectAccessible, shownSlide, stageSize, type Device } from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('drawn');

let presenter: Client;
let stage: Device;
let console: Device;
let phone: Device;
let paper: Device;
beforeAll(async () => {
  const { code, presenter: presents } = await fixture.startSession();
  presenter = presents;
  [stage, console] = [await fixture.stage(code), await fixture.console(code)];
  phone = await phoneAtTheEnd();
  paper = await paperOf(code);
});
afterAll(async () => {
  for (const device of [stage, console, phone, paper]) await closeFaultless(device);
});

/** Resolves once KaTeX's styles are there, and says how the page draws a formula on a slide. */
async function drawnFormula(page: Page, slide: string) {
  await page.waitForFunction(
    () =>
      document.documentElement.dataset['formulas'] === 'styled' &&
      document.fonts.status === 'loaded',
  );
  return page
    .locator(`${slide} .katex`)
    .first()
    .evaluate((formula) => {
      const [forReaders, forEyes] = formula.children;
      return {
        fonts: getComputedStyle(formula).fontFamily,
        forEyes: forEyes?.getBoundingClientRect().width ?? 0,
        forReaders: forReaders?.getBoundingClientRect().width ?? 0,
        raised: forEyes?.querySelector<HTMLElement>('[data-style]')?.style.cssText ?? '',
        loaded: document.fonts.check('20px KaTeX_Math'),
      };
    });
}

/** A phone that has answered, in a session that has ended: it shows the slides to keep. */
async function phoneAtTheEnd(): Promise<Device> {
  const session = await fixture.startSession();
  await session.presenter.show(2);
  const device = await fixture.phone(session.code);
  await device.page.getByRole('button', { name: 'Tea' }).click();
  await device.page.getByText(/^Recorded\./).waitFor();
  await session.presenter.ask('session:end', {});
  return device;
}

/** The page to print all slides; instead of printing, its title becomes the states of its diagrams. */
async function paperOf(code: string): Promise<Device> {
  const device = await fixture.device();
  await device.signIn(fixture.plenary.url);
  await device.page.addInitScript(() => {
    window.print = () => {
      const diagrams = [...document.querySelectorAll<HTMLElement>('figure.mermaid')];
      document.title = diagrams.map(({ dataset }) => dataset['state'] ?? 'awaited').join();
    };
  });
  await device.page.goto(`${fixture.plenary.url}/s/${code}/stage?print-pdf`);
  return device;
}

describe('[S36] a formula', () => {
  it('is set with KaTeX’s own fonts, which come from here, on stage and console', async () => {
    await presenter.show(0);
    await shownSlide(stage).locator('.katex').first().waitFor({ state: 'attached' });
    for (const [device, slide] of [
      [stage, 'section.present'],
      [console, '.slide-preview section'],
    ] as const) {
      const drawn = await drawnFormula(device.page, slide);
      expect(drawn.fonts).toContain('KaTeX_Main');
      expect(drawn.loaded).toBe(true);
      expect(drawn.forEyes).toBeGreaterThan(20);
      expect(drawn.forReaders).toBeLessThan(5);
      expect(drawn.raised).toMatch(/^height:/);
      expect(device.requests.filter((url) => !url.startsWith(fixture.plenary.url))).toEqual([]);
    }
    const note = console.page.locator('.notes-text math');
    expect((await note.boundingBox())?.width).toBeGreaterThan(20);
  });

  it('costs a deck without one nothing, and a phone no style sheet', async () => {
    const kept = phone.page.locator('.take-home-source').first();
    await kept.locator('math').waitFor();
    expect(await kept.innerText()).toContain('The mean is');
    expect(await kept.locator('.katex-html').first().isVisible()).toBe(false);
    expect(phone.requests.filter((url) => /katex/i.test(url))).toEqual([]);
  });
});

/** The numbers of lines and columns of its last listing that a slide shows at once, and its first line. */
function shownCode(page: Page, slide: string) {
  return page
    .locator(`${slide} pre.code`)
    .filter({ visible: true })
    .last()
    .evaluate((view) => {
      const { top, bottom, left, right } = view.getBoundingClientRect();
      const scale = view.getBoundingClientRect().width / (view as HTMLElement).offsetWidth;
      const boxes = [...view.querySelectorAll('.line')].map((line) => line.getBoundingClientRect());
      const isShown = (box: DOMRect) => box.top > top - 2 && box.bottom < bottom + 2;
      return {
        lines: boxes.filter(isShown).length,
        first: boxes.findIndex(isShown) + 1,
        columns: Math.floor((right - left) / scale - 42) / 20.4,
        canScroll: getComputedStyle(view).overflowX,
        scrollsBy: view.scrollHeight - view.clientHeight,
        tabIndex: (view as HTMLElement).tabIndex,
      };
    });
}

describe('[S37] code that is larger than its place', () => {
  it('brings the lines of each step into view, on stage and console', async () => {
    for (const [step, first] of [
      [-1, 1],
      [0, 44],
      [1, 44],
      [2, 100],
    ] as const) {
      await presenter.ask('slide:show', { h: 3, v: 0, f: step });
      const steps = step + 1;
      for (const [page, slide] of [
        [stage.page, 'section.present'],
        [console.page, '.slide-preview >> nth=0 >> section'],
      ] as const) {
        await expect.poll(() => page.locator(`${slide} .fragment.visible`).count()).toBe(steps);
        const shown = await shownCode(page, slide);
        expect(Math.abs(shown.first - first)).toBeLessThanOrEqual(1);
      }
    }
  });

  it('scrolls on the stage, and shows as many lines as the check says', async () => {
    for (const [slide, lines] of [
      [3, 15],
      [5, 15],
      [6, 12],
    ] as const) {
      await presenter.show(slide);
      await expect
        .poll(() => shownCode(stage.page, 'section.present'))
        .toMatchObject({ lines, canScroll: 'auto', tabIndex: 0 });
      const bottom = await shownSlide(stage).evaluate((section) =>
        Math.max(...[...section.children].map((child) => child.getBoundingClientRect().bottom)),
      );
      expect(bottom).toBeLessThanOrEqual(1080 - 95);
    }
    await presenter.show(4);
    await expect
      .poll(async () => (await shownCode(stage.page, 'section.present')).columns)
      .toBeGreaterThan(80);
    await expectAccessible(stage.page, 'a slide with wide code');
  });

  it('is set small on paper, which says what is left out', async () => {
    const sheets = paper.page.locator('.print-page');
    await sheets.nth(3).locator('pre[data-cut]').last().waitFor();
    const said = await sheets.nth(3).locator('pre').last().getAttribute('data-cut');
    expect(said).toMatch(/^Lines 1–2\d of 114$/);
    expect(await sheets.nth(4).locator('pre[data-cut]').count()).toBe(0);
  });
});

describe('a slide with footnotes', () => {
  it('has them at its foot, in small print', async () => {
    await presenter.show(7);
    const notes = shownSlide(stage).locator('.footnotes');
    await notes.waitFor();
    const box = await notes.boundingBox();
    const slide = await shownSlide(stage).boundingBox();
    // Beside the QR code of a talk's beginning, slides are smaller.
    const foot = ((slide?.height ?? 0) * (1080 - 96)) / 1080;
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo((slide?.y ?? 0) + foot, -1);
    const [first, second] = await notes.locator('.footnote').allInnerTexts();
    expect(first?.replace(/\s+/g, ' ')).toBe('1 212 of 424, in the first minute.');
    expect(second?.replace(/\s+/g, ' ')).toBe('2 They said so1 in the report.');
    await expectAccessible(stage.page, 'a slide with footnotes');
  });

  it.each([
    ['with a sentence above them', 12, ['H2', 'P', 'slot slot-left', 'footnotes']],
    ['with nothing above them', 13, ['slot slot-left', 'footnotes']],
  ])(
    'has columns below all that is above them, and above its footnotes: %s',
    async (_, place, order) => {
      await presenter.show(place);
      const slide = stage.page.locator('.slides section:not(.stack)').nth(place);
      await slide.and(shownSlide(stage)).locator('.footnotes').waitFor();
      const parts = await slide.locator('> :not(.slot-right)').evaluateAll((elements) =>
        elements
          .map((element) => ({ element, top: element.getBoundingClientRect().top }))
          .sort((one, other) => one.top - other.top)
          .map(({ element }) => element.getAttribute('class') ?? element.tagName),
      );
      expect(parts).toEqual(order);
      const tops = await slide
        .locator('> .slot')
        .evaluateAll((slots) => slots.map((slot) => slot.getBoundingClientRect().top));
      expect(tops[0]).toBe(tops[1]);
    },
  );
});

describe('a diagram of Mermaid', () => {
  it('is drawn on stage and console, without a third party, and a mistake shows its source', async () => {
    for (const slide of [8, 10]) {
      await presenter.show(slide);
      for (const [device, section] of [
        [stage, 'section.present'],
        [console, '.slide-preview >> nth=0 >> section'],
      ] as const) {
        const figure = device.page.locator(`${section} figure.mermaid`);
        await expect.poll(() => figure.getAttribute('data-state')).toBe('drawn');
        const svg = figure.frameLocator('iframe').locator('svg').first();
        const height = async () => (await svg.boundingBox())?.height ?? 0;
        await expect.poll(height).toBeGreaterThan(100);
      }
    }
    await presenter.show(9);
    const failed = shownSlide(stage).locator('figure.mermaid');
    await failed.getByText('A[Train --> B').waitFor();
    await expectAccessible(stage.page, 'a slide with a diagram');
    expect(stage.requests.filter((url) => !url.startsWith(fixture.plenary.url))).toEqual([]);
  });

  it('shows its source where the page or the script that draws it does not come', async () => {
    const session = await fixture.startSession();
    await session.presenter.show(8);
    for (const missing of ['**/diagram', '**/assets/diagram*.js']) {
      const lacking = await fixture.device(stageSize);
      await lacking.page.route(missing, (route) => route.abort());
      await lacking.page.goto(`${fixture.plenary.url}/s/${session.code}/stage`);
      await shownSlide(lacking).locator('figure.mermaid').getByText('Good enough?').waitFor();
      expect(await shownSlide(lacking).locator('figure.mermaid iframe').isVisible()).toBe(false);
      await lacking.close();
    }
  });

  it('is drawn on paper before anything is printed', async () => {
    await paper.page.getByRole('button', { name: 'Print' }).click();
    await expect.poll(() => paper.page.title()).toBe('drawn,failed,drawn,drawn');
  });

  it('is not loaded by a phone, which has its source on a slide to keep', async () => {
    await phone.page.locator('.take-home-source').getByText('Train --> Keep').waitFor();
    expect(phone.requests.filter((url) => /mermaid|diagram/i.test(url))).toEqual([]);
  });
});
