import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { closeFaultless, shownSlide } from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('styled');

function styleOf(element: Locator): Promise<{ color: string; position: string }> {
  return element.evaluate((found) => {
    // Typed as an unknown global: the tests are checked without the DOM.
    const { getComputedStyle } = globalThis as unknown as {
      getComputedStyle(element: unknown): { color: string; position: string };
    };
    const { color, position } = getComputedStyle(found);
    return { color, position };
  });
}

async function expectStyled(slide: Locator): Promise<void> {
  await expect.poll(async () => (await styleOf(slide.locator('.note'))).color).toBe('rgb(1, 2, 3)');
  expect((await styleOf(slide.locator('.cover'))).position).not.toBe('fixed');
}

describe("[S34] a deck's own style sheet", () => {
  it('styles its slides on the stage, and leaves the stage around them as it is', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(0);
    const stage = await fixture.stage(code);
    await expectStyled(shownSlide(stage));
    expect(await stage.page.getByText('Join at').isVisible()).toBe(true);
    const [style] = stage.requests.filter((url) => url.includes('deck.css'));
    const response = await fetch(style ?? '');
    expect(response.headers.get('content-type')).toBe('text/css; charset=UTF-8');
    await closeFaultless(stage);
  });

  it("styles the console's previews and the printed slides", async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(0);
    const device = await fixture.console(code);
    await expectStyled(device.page.getByLabel('On stage now').locator('.slide-preview'));
    await device.page.goto(`${fixture.plenary.url}/s/${code}/stage?print-pdf`);
    await expectStyled(device.page.locator('.print-page').first());
    await closeFaultless(device);
  });
});
