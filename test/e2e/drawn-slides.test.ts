import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { closeFaultless, shownSlide } from './browser.ts';
import { sessionFixture } from './setup-session.ts';

const fixture = sessionFixture('drawn');

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

describe('[S36] a formula', () => {
  it('is set with KaTeX’s own fonts, which come from here, on stage and console', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(0);
    const stage = await fixture.stage(code);
    const console = await fixture.console(code);
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
    await closeFaultless(stage);
    await closeFaultless(console);
  });

  it('costs a deck without one nothing, and a phone no style sheet', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(2);
    const phone = await fixture.phone(code);
    await phone.page.getByRole('button', { name: 'Tea' }).click();
    await phone.page.getByText(/^Recorded\./).waitFor();
    await presenter.ask('session:end', {});
    const kept = phone.page.locator('.take-home-source');
    await kept.locator('math').waitFor();
    expect(await kept.innerText()).toContain('The mean is');
    expect(await kept.locator('.katex-html').first().isVisible()).toBe(false);
    expect(phone.requests.filter((url) => /katex/i.test(url))).toEqual([]);
    await closeFaultless(phone);
  });
});
