import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { closeFaultless, shownSlide } from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('pictured');

/** Every slide of the deck, and whether its text is light. */
const slides = [
  ['Dark picture', true],
  ['Light picture', false],
  ['Dark picture with a light colour beside it', false],
  ['Small dark picture', false],
  ['Faint dark picture', false],
  ['Dark gradient', true],
  ['Light gradient', false],
  ['Dark photograph', true],
  ['Missing picture', false],
  ['Dark colour', true],
  ['Paper', false],
  ['Dark picture as reveal.js names it', true],
  ['Light picture over a dark one', false],
  ['Small dark picture, repeated', true],
] as const;

/** true if the heading is drawn in light ink. */
function isLight(slide: Locator): Promise<boolean> {
  return slide.locator('h1').evaluate((heading) => {
    // Typed as an unknown global: the tests are checked without the DOM.
    const { getComputedStyle } = globalThis as unknown as {
      getComputedStyle(element: unknown): { color: string };
    };
    const [red = 0] = getComputedStyle(heading).color.match(/\d+/g) ?? [];
    return Number(red) > 128;
  });
}

function fontOf(slide: Locator): Promise<string> {
  return slide.locator('h1').evaluate((heading) => {
    const { getComputedStyle } = globalThis as unknown as {
      getComputedStyle(element: unknown): { fontFamily: string };
    };
    return getComputedStyle(heading).fontFamily;
  });
}

describe('the text of a slide is light on what is dark behind it, and dark on what is light', () => {
  it('on the stage and in the console', async () => {
    const { code, presenter } = await fixture.startSession();
    const stage = await fixture.stage(code);
    const device = await fixture.console(code);
    const preview = device.page.getByLabel('On stage now').locator('.slide-preview section');
    for (const [h, [heading, light]] of slides.entries()) {
      await presenter.show(h);
      for (const slide of [shownSlide(stage), preview]) {
        await slide.getByRole('heading', { name: heading, exact: true }).waitFor();
        await expect.poll(() => isLight(slide), { message: heading }).toBe(light);
        expect(await fontOf(slide), heading).toMatch(/^"?Inter Variable/);
      }
    }
    for (const each of [stage, device]) {
      each.complaints.splice(
        0,
        Infinity,
        ...each.complaints.filter((text) => !text.includes('404')),
      );
      await closeFaultless(each);
    }
  });

  it('[P22] anew in the other mode, where paper shows through a picture', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(4);
    const stage = await fixture.stage(code);
    const device = await fixture.console(code);
    const preview = device.page.getByLabel('On stage now').locator('.slide-preview section');
    for (const mode of ['light', 'dark', 'light'] as const) {
      await presenter.ask('stage-mode:set', { mode });
      for (const slide of [shownSlide(stage), preview]) {
        await slide.getByRole('heading', { name: 'Faint dark picture' }).waitFor();
        await expect.poll(() => isLight(slide), { message: mode }).toBe(mode === 'dark');
      }
    }
    await stage.close();
    await device.close();
  });

  it('on paper', async () => {
    const { code } = await fixture.startSession();
    const device = await fixture.console(code);
    await device.page.goto(`${fixture.plenary.url}/s/${code}/stage?print-pdf`);
    for (const [index, [heading, light]] of slides.entries()) {
      const page = device.page.locator('.print-page section').nth(index);
      await expect.poll(() => isLight(page), { message: heading }).toBe(light);
    }
    await device.close();
  });
});
