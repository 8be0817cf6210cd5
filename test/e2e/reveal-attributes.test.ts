import type { Locator } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ConsoleDeck } from '../../src/session/views.ts';
import type { Client } from '../integration/client.ts';
import type { Device } from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('driven');

// One session, on one stage.
let code = '';
let presenter: Client;
let stage: Device;
beforeAll(async () => {
  ({ code, presenter } = await fixture.startSession());
  stage = await fixture.stage(code);
});

/** The slide with the links. */
const LINKS = { h: 16, v: 0, f: -1 };

/** The browser reports the films that are not there, and nothing else. */
function expectOnlyMissingFiles({ complaints }: Device): void {
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
}

/** The slide that is shown, without its column. */
function slideOf({ page }: Device): Locator {
  return page.locator('section.present:not(.stack)');
}

/** The number of steps that a stage has taken on its slide. */
async function stepsTaken(screen: Device): Promise<number> {
  const visible = await slideOf(screen)
    .locator('.fragment.visible')
    .evaluateAll((all: readonly { getAttribute(name: string): string | null }[]) =>
      all.map((fragment) => fragment.getAttribute('data-fragment-index')),
    );
  return new Set(visible).size;
}

describe('[S28] a deck with every attribute of reveal.js', () => {
  it('is shown at the position of its session, at each slide and step, forwards and backwards', async () => {
    const { slides } = await presenter.until<ConsoleDeck>('session:deck');
    const stops = slides.flatMap(({ h, v, title, fragments }) =>
      Array.from({ length: fragments + 1 }, (_, step) => ({ h, v, f: step - 1, title })),
    );
    for (const { title, ...position } of [...stops, ...stops.toReversed()]) {
      await presenter.ask('slide:show', position);
      const heading = slideOf(stage).getByRole('heading', {
        name: title,
        level: 1,
        exact: true,
      });
      await heading.waitFor();
      await expect.poll(() => stepsTaken(stage), { message: title }).toBe(position.f + 1);
      await stage.page.keyboard.press('ArrowRight');
      await heading.click();
      expect(await heading.isVisible(), title).toBe(true);
      expect(await stepsTaken(stage), title).toBe(position.f + 1);
      expect(await slideOf(stage).count(), title).toBe(1);
    }
    expectOnlyMissingFiles(stage);
  });

  it('has the classes of data-state on its slide, and not on the page', async () => {
    await presenter.show(8);
    await stage.page.locator('section.present.stage-notice').waitFor();
    expect(await stage.page.locator('body.stage-notice').count()).toBe(0);
  });

  it('animates from slide to slide', async () => {
    await presenter.show(6);
    await slideOf(stage).getByRole('heading', { name: 'Animated' }).waitFor();
    await presenter.show(7);
    const running = stage.page.locator(
      'section.present[data-auto-animate="running"] [data-id=box]',
    );
    await running.waitFor();
    const transition = await running.evaluate((box) => {
      // Typed as an unknown global: the tests are checked without the DOM.
      const page = globalThis as unknown as {
        getComputedStyle(element: unknown): { transitionDuration: string };
      };
      return page.getComputedStyle(box).transitionDuration;
    });
    expect(transition).toBe('0.1s');
    expectOnlyMissingFiles(stage);
  });
});

describe('[S28] a link on a slide', () => {
  let device: Device;
  beforeAll(async () => {
    device = await fixture.console(code);
  });

  it('leads no stage and no console away from its session', async () => {
    await presenter.ask('slide:show', LINKS);
    const preview = device.page.getByLabel('On stage now').locator('.slide-preview');
    for (const [page, slide] of [
      [stage.page, slideOf(stage)],
      [device.page, preview],
    ] as const) {
      const { pathname } = new URL(page.url());
      for (const name of ['Start', 'Again']) {
        const [opened] = await Promise.all([
          page.context().waitForEvent('page'),
          slide.getByRole('link', { name, exact: true }).click(),
        ]);
        await opened.close();
        expect(new URL(page.url()).pathname).toBe(pathname);
      }
    }
    await slideOf(stage).getByRole('img', { name: 'Preview' }).click();
    expect(await stage.page.locator('.r-overlay').count()).toBe(0);
    await slideOf(stage).getByText('Svg', { exact: true }).click();
    expect(new URL(stage.page.url()).hash).toBe('');
    expect(await slideOf(stage).getByRole('heading', { name: 'Links' }).isVisible()).toBe(true);
  });

  it("moves the session from the console's preview, and not the preview alone", async () => {
    const preview = device.page.getByLabel('On stage now').locator('.slide-preview');
    for (const [name, heading] of [
      ['First', 'Transition'],
      ['By heading', 'End'],
    ] as const) {
      await presenter.ask('slide:show', LINKS);
      await preview.getByRole('heading', { name: 'Links' }).waitFor();
      await preview.getByRole('link', { name, exact: true }).click();
      await slideOf(stage).getByRole('heading', { name: heading, level: 1 }).waitFor();
      await preview.getByRole('heading', { name: heading, level: 1 }).waitFor();
      expect(new URL(device.page.url()).hash).toBe('');
    }
  });
});
