import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from 'playwright-core';
import { expect } from 'vitest';
import { KEY } from './plenary-process.ts';

/** A phone in the hand, the smallest that there is, and a projector; all in CSS pixels. */
const phoneSize = { width: 390, height: 844 };
export const smallPhone = { width: 320, height: 568 };
export const stageSize = { width: 1920, height: 1080 };

/** The minified file: a page reads the other one, `axe.source`, for half as long again. */
const axeSource = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/**
 * Scripts are compiled only as they are called, and once: most pages are closed after seconds, before
 * better code could pay.
 */
const SCRIPTS = '--js-flags=--max-lazy --no-maglev --no-turbofan --single-threaded-gc';

let launched: Promise<Browser> | null = null;

/** The browser of this process: all files that it runs share it, for each device keeps to itself. */
export function openBrowser(): Promise<Browser> {
  launched ??= launch();
  return launched;
}

/** Closes everything that was opened in a browser. */
export async function closeDevices(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()));
}

async function launch(): Promise<Browser> {
  const executablePath = process.env['CHROME_PATH'];
  if (executablePath === undefined) throw new Error('CHROME_PATH is not set: run `npm test`');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', SCRIPTS],
  });
  // Should it crash, the next file has another.
  browser.once('disconnected', () => (launched = null));
  return browser;
}

/** One person's device: a browser of its own, which remembers what it asked for, was sent and complained of. */
export class Device {
  readonly requests: string[] = [];
  readonly complaints: string[] = [];
  /** Everything that came over its sockets. */
  readonly frames: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async open(browser: Browser, options: BrowserContextOptions = {}): Promise<Device> {
    const context = await browser.newContext({ viewport: phoneSize, ...options });
    const device = new Device(context, await context.newPage());
    context.on('request', (request) => device.requests.push(request.url()));
    context.on('page', (page) => device.#listen(page));
    device.#listen(device.page);
    return device;
  }

  #listen(page: Page): void {
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => this.frames.push(String(payload))),
    );
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      // A policy that was broken is reported on the console as an error.
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }

  /** Opens the desk by the link with the key, which signs this browser in. */
  async openDesk(url: string): Promise<void> {
    await this.page.goto(`${url}/present#key=${KEY}`);
    await this.page.getByRole('heading', { name: 'Present' }).waitFor();
  }

  /** Signs this browser in as the desk does, in a fraction of the time that its page takes. */
  async signIn(url: string): Promise<void> {
    await this.context.request.post(`${url}/api/v1/sign-in`, {
      data: { key: KEY },
      failOnStatusCode: true,
    });
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/** Closes a device that is expected to have had nothing to complain of. */
export async function closeFaultless(device: Device): Promise<void> {
  expect(device.complaints).toEqual([]);
  await device.close();
}

/** Opens the console's menu, and chooses one of its entries. */
export async function chooseInMenu(console: Page, name: string): Promise<void> {
  await console.getByRole('button', { name: 'Menu' }).click();
  const menu = console.getByRole('navigation', { name: 'Session' });
  await menu.locator('a, button', { hasText: name }).first().click();
}

/** Shows the slide that is found by these words or this number, from the console's overview. */
export async function goToSlide(console: Page, words: string): Promise<void> {
  await console.getByRole('button', { name: 'Overview' }).click();
  await console.getByRole('combobox', { name: 'Find a slide' }).fill(words);
  await console.keyboard.press('Enter');
}

/** Opens the stage from the console, as a presenter does: by a button before the talk, then in the menu. */
export async function openStage({ context, page }: Device): Promise<Page> {
  await page.getByRole('button', { name: 'Menu' }).waitFor();
  const link = page.getByRole('link', { name: 'Open stage' });
  const [stage] = await Promise.all([
    context.waitForEvent('page'),
    (await link.isVisible()) ? link.click() : chooseInMenu(page, 'Open stage'),
  ]);
  await stage.setViewportSize(stageSize);
  return stage;
}

/** The rules of axe that look at colours: in the dark, nothing else is other than in the light. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Rules of WCAG 2.2 AA and axe's own best practices: no violation, in light and in dark. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const rules = colorScheme === 'dark' ? { runOnly: COLOUR_RULES } : {};
    const { violations } = await page.evaluate(
      (options) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, options),
      // Not the rules that hold: to describe those takes most of the time.
      { resultTypes: ['violations' as const], ...rules },
    );
    const found = violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
    );
    expect(found, `${what}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** No line of the page is wider than the screen: nobody scrolls sideways to read. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { content, screen } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    screen: document.documentElement.clientWidth,
  }));
  expect(content).toBeLessThanOrEqual(screen);
}

/** At no width of a screen, from the smallest phone to a projector, does anybody scroll sideways. */
export async function expectFitsEveryWidth(page: Page): Promise<void> {
  for (const width of [320, 390, 768, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScroll(page);
  }
}

/** Waits until all that a phone's page loads beside its first question is at work. */
export async function waitForWholePage(page: Page): Promise<void> {
  const announcements = page.locator('main > p.visually-hidden[role=status]');
  await announcements.first().waitFor({ state: 'attached' });
}

/** The words of what has the focus, if that is one of these elements. */
export async function focusedText(page: Page, elements = '*'): Promise<string> {
  const text = await page.evaluate(
    (selector) => document.querySelector(selector)?.textContent,
    `${elements}:focus`,
  );
  return tidy(text);
}

/** The words of all that describes a field to a screen reader; null for one that is not marked as a mistake. */
export async function mistakeOf(field: Locator): Promise<string | null> {
  const text = await field.evaluate((element) => {
    if (element.getAttribute('aria-invalid') !== 'true') return null;
    const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
    return ids.map((id) => document.getElementById(id)?.textContent ?? '?').join(' ');
  });
  return text === null ? null : tidy(text);
}

/** Goes on with Tab until a button, or another control, of this name has the focus. */
export async function tabTo(
  page: Page,
  name: string | RegExp,
  { within, control = 'button' }: { within: number; control?: string },
): Promise<void> {
  await page.locator(`${control}:not(:disabled)`, { hasText: name }).first().waitFor();
  const isThere = async (): Promise<boolean> => {
    const text = await focusedText(page, control);
    return typeof name === 'string' ? text === name : name.test(text);
  };
  for (let tabs = 0; !(await isThere()); tabs += 1) {
    expect(tabs, `Tab does not reach "${name}"`).toBeLessThan(within);
    await page.keyboard.press('Tab');
  }
}

/** The words beside the question on the console, once its correct answer is revealed. */
export function revealedLabel(console: Page): Locator {
  const question = console.getByRole('region', { name: 'The question on this slide' });
  return question.getByText('Correct answer revealed');
}

/** Resolves once the console takes a press of "Next": it ignores those that come too soon. */
export function takesNext(console: Page): Promise<void> {
  return console.getByRole('button', { name: 'Next', exact: true, disabled: false }).waitFor();
}

/** The slide that the stage shows: the others are in its page as well. */
export function shownSlide(stage: Device): Locator {
  return stage.page.locator('section.present');
}

/** A text as it is read: a space for any white space. */
export function tidy(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

/** These texts, in this order, however they are spaced. */
export async function expectTexts(found: Locator, wanted: readonly string[]): Promise<void> {
  const texts = async (): Promise<string[]> => {
    return (await found.allInnerTexts()).map(tidy);
  };
  await expect.poll(texts).toEqual(wanted);
}

/** Nothing scrolls sideways, and axe finds no violation. */
export async function expectFitAndAccessible(page: Page, what: string): Promise<void> {
  await expectNoSidewaysScroll(page);
  await expectAccessible(page, what);
}

/** A phone says this of its answer. */
export function expectAnswerState(page: Page, words: string): Promise<void> {
  return page.locator('.answer-state[role=status]', { hasText: words }).waitFor();
}
