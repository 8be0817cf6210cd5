import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsoleDeck } from '../../src/session/views.ts';
import type { Client } from '../integration/client.ts';
import { answerAll } from './answer-all.ts';
import { shownSlide, type Device } from './browser.ts';
import { sessionFixture } from './setup-session.ts';

// Every script of the deck and of the attendees sets `owned`, if it runs.
const WRITTEN = '<img src=x onerror=owned=1><script>owned=1</script>';

const fixture = sessionFixture('hostile-words', 'test/fixtures/hostile-decks');

describe('texts with scripts in them, from a deck and from attendees', () => {
  let code = '';
  let presenter: Client;
  let writer: Device;
  const devices: Device[] = [];

  beforeAll(async () => {
    ({ code, presenter } = await fixture.startSession());
    await presenter.until<ConsoleDeck>('session:deck');
  });
  afterAll(async () => {
    for (const device of devices) await device.close();
  });

  async function keep(opening: Promise<Device>): Promise<Device> {
    const device = await opening;
    devices.push(device);
    return device;
  }

  /** Nothing has run, nothing was asked of another host, and the policy had nothing to forbid. */
  async function expectHarmless({ page, requests, complaints }: Device): Promise<void> {
    expect(await page.evaluate(() => 'owned' in globalThis)).toBe(false);
    const foreign = requests.filter(
      (url) => !url.startsWith(fixture.plenary.url) && !/^(blob|data|file):/.test(url),
    );
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await scriptsIn(page)).toEqual([]);
  }

  it('[A8] are shown as text on every slide, with its answers and the correct answer', async () => {
    const [stage, phone] = await Promise.all([
      keep(fixture.stage(code)),
      keep(fixture.phone(code)),
    ]);
    await answerAll(fixture.plenary.url, code, 3, { revealAnswers: true });
    const { slides } = await presenter.until<ConsoleDeck>('session:deck');
    for (const { h, activity } of slides) {
      await presenter.show(h);
      const slide = shownSlide(stage);
      if (activity !== null) {
        const shown = new RegExp(
          `^${activity === 'calculator' ? 'Reckon' : activity}: <img src`,
          'i',
        );
        await slide.getByText(shown).first().waitFor();
        await phone.page.getByText(shown).first().waitFor();
      }
      await expectHarmless(stage);
      await expectHarmless(phone);
    }
  });

  it('[A8] [P7] are shown as text on phones, from the question to the attendee’s own answer', async () => {
    writer = await keep(fixture.phone(code));
    const { page } = writer;
    await presenter.show(1);
    await page.getByRole('heading', { name: 'Poll: <img src=x onerror=owned=1>' }).waitFor();
    await page.getByRole('button', { name: '<script>owned=1</script>' }).waitFor();
    await page.getByRole('textbox', { name: 'Something else' }).fill(WRITTEN);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText(/^Recorded\./).waitFor();
    await presenter.show(2);
    await page.getByRole('heading', { name: 'Words: <img src=x onerror=owned=1>' }).waitFor();
    await page.getByRole('textbox').fill(WRITTEN);
    await page.getByRole('button', { name: 'Send' }).click();
    await page
      .locator('.question')
      .getByText(/^Recorded\./)
      .waitFor();
    await expectHarmless(writer);
  });

  it('[A8] are shown as text on the console, where they are approved, and on the stage', async () => {
    const [stage, console] = await Promise.all([
      keep(fixture.stage(code)),
      keep(fixture.console(code)),
    ]);
    await console.page.getByText(WRITTEN).first().waitFor();
    await console.page.getByRole('button', { name: /^Approve/ }).click();
    await shownSlide(stage).getByText(WRITTEN).waitFor();
    for (const device of [stage, console]) await expectHarmless(device);
  });

  it('[A8] are shown as text to the presenter: in the lists, the notes, the results and on paper', async () => {
    const device = await keep(fixture.console(code));
    const { page } = device;
    await presenter.show(0);
    await page.getByText('Note: <img src=x onerror=owned=1>').waitFor();
    await expectHarmless(device);
    for (const path of ['/present', `/s/${code}/results`, `/s/${code}/stage?print-pdf`]) {
      await page.goto(fixture.plenary.url + path);
      await page.getByText('<script>owned=1</script>').first().waitFor();
      await expectHarmless(device);
    }
  });

  it('[A8] are shown as text on the take-home page, and in the file that it is saved as', async () => {
    const { page } = writer;
    await presenter.ask('session:end', {});
    await page.getByRole('heading', { name: 'Your page' }).waitFor();
    await page.getByText(WRITTEN).first().waitFor();
    await expectHarmless(writer);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as file' }).click(),
    ]);
    const folder = await mkdtemp(join(tmpdir(), 'plenary-hostile-'));
    const file = join(folder, 'home.html');
    await download.saveAs(file);
    const reader = await keep(fixture.device());
    await reader.page.goto(pathToFileURL(file).href);
    await reader.page.getByText(WRITTEN).first().waitFor();
    expect(await reader.page.evaluate(() => 'owned' in globalThis)).toBe(false);
    expect(reader.requests.filter((url) => !/^(file|data):/.test(url))).toEqual([]);
    expect(await scriptsIn(reader.page)).toEqual([]);
    await rm(folder, { recursive: true });
  });
});

/** Everything that could run in a page: scripts, event handlers, and `javascript:` links. */
function scriptsIn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const names = element.getAttributeNames();
        const isHandled = names.some((name) => name.startsWith('on'));
        const leads = names.some((name) =>
          /^\s*javascript:/i.test(element.getAttribute(name) ?? ''),
        );
        const isScript = element.localName === 'script' && element.textContent !== '';
        const isLink = element.matches('a, form, iframe, use, [href], [src]');
        return isHandled || isScript || (leads && isLink);
      })
      .map((element) => element.outerHTML.slice(0, 200)),
  );
}
