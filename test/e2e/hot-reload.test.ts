import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../integration/client.ts';
import { closeDevices, Device, openBrowser, stageSize } from './browser.ts';
import { KEY } from './plenary-process.ts';

const COPIED = [
  ...['src', 'server', 'public', 'vite.config.ts', 'package.json', 'tsconfig.json'],
  // Of Vite's settings.
  'test/gate/long-files-first.ts',
];

let folder = '';
let url = '';
let child: ChildProcess;
let browser: Browser;
/** All that the terminal shows. */
let output = '';

/** `npm run dev` in a copy of the project, whose slides may be edited. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenary-dev-'));
  for (const name of COPIED) await cp(name, join(folder, name), { recursive: true });
  await cp('test/fixtures/decks/room', join(folder, 'slides/room'), { recursive: true });
  await mkdir(join(folder, 'slides/wanting'));
  await writeFile(join(folder, 'slides/wanting/deck.md'), '# Late\n\n![A quay](quay.svg)\n');
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  child = spawn(process.execPath, ['server/cli/dev-child.mjs'], {
    cwd: folder,
    env: { ...process.env, PORT: '0', DATA_DIR: join(folder, 'data'), PRESENTER_KEY: KEY },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  url = await new Promise<string>((serves, fails) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      output += String(chunk);
      const address = /(http:\/\/localhost:\d+)\/present/.exec(output)?.[1];
      if (address !== undefined) serves(address);
    });
    child.once('exit', (code) => fails(new Error(`dev ended with ${code}: ${output}`)));
  });
  browser = await openBrowser();
});
afterAll(async () => {
  await closeDevices(browser);
  child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** Starts a session on a deck and resolves with its code. */
async function startSession(deck = 'room'): Promise<string> {
  const response = await fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ deck }),
  });
  return ((await response.json()) as { code: string }).code;
}

it('[S35] Code is coloured during development too, in a language that is used for the first time', async () => {
  await mkdir(join(folder, 'slides/coded'));
  await writeFile(
    join(folder, 'slides/coded/deck.md'),
    '# Code\n\n```php\n<?php echo "tea"; // hot\n```\n',
  );
  const code = await startSession('coded');
  const presenter = await Client.console(url, code);
  await presenter.show(0);
  const stage = await Device.open(browser, { viewport: stageSize });
  await stage.page.goto(`${url}/s/${code}/stage`);
  await stage.page.locator('section.present pre.code .line span').first().waitFor();
  presenter.close();
  await stage.close();
});

describe('a slide that is edited during development', () => {
  it('[S16] is updated on the stage, which keeps its place, and disconnects nobody', async () => {
    const file = join(folder, 'slides/room/room.md');
    const code = await startSession();
    const presenter = await Client.console(url, code);
    const phone = await Client.attendee(url, code);
    await presenter.show(1);
    await phone.answer('drink', { choices: [0], other: null });
    const stage = await Device.open(browser, { viewport: stageSize });
    await stage.page.goto(`${url}/s/${code}/stage`);
    await stage.page.getByRole('table', { name: 'What do you drink?' }).waitFor();
    await presenter.show(4);
    await stage.page.locator('section.present', { hasText: 'Thank you.' }).waitFor();
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('Thank you.', 'Thank you, and good night.'));
    await stage.page.locator('section.present', { hasText: 'and good night' }).waitFor();
    expect(await stage.page.locator('section.present').count()).toBe(1);
    // A slide inserted before the current one leaves the current one on screen.
    await writeFile(
      file,
      text
        .replace('Thank you.', 'Thank you, and good night.')
        .replace('## The end', '## A new one\n\n---\n\n## The end'),
    );
    await phone.until<{ slide: { number: number; of: number } | null }>(
      'session:state',
      ({ slide }) => slide?.of === 6 && slide.number === 6,
    );
    await stage.page.locator('section.present', { hasText: 'and good night' }).waitFor();
    await presenter.show(1);
    const table = stage.page.getByRole('table', { name: 'What do you drink?' });
    await expect.poll(() => table.getByRole('row', { name: /Tea/ }).innerText()).toMatch(/1/);
    expect(phone.socket.connected).toBe(true);
    expect(presenter.socket.connected).toBe(true);
    for (const client of [presenter, phone]) client.close();
    await stage.close();
  });

  it('[S30] is separated anew when the reveal-md.json beside it is saved', async () => {
    const deck = join(folder, 'slides/bread');
    await mkdir(deck);
    await writeFile(join(deck, 'bread.md'), '# Flour\n\n---v\n\n# Water\n\n---v\n\n# Salt\n');
    const code = await startSession('bread');
    const presenter = await Client.console(url, code);
    const phone = await Client.attendee(url, code);
    await presenter.show(0);
    const slides = (count: number) =>
      phone.until<{ slide: { of: number } | null }>(
        'session:state',
        ({ slide }) => slide?.of === count,
      );
    await slides(1);
    await writeFile(join(deck, 'reveal-md.json'), '{"verticalSeparator": "^---v$"}');
    await slides(3);
    for (const client of [presenter, phone]) client.close();
  });
});

describe("[S34] a deck's own style sheet that is edited during development", () => {
  it('is applied on the stage at once, and taken off again', async () => {
    const file = join(folder, 'slides/room/deck.css');
    const code = await startSession();
    const presenter = await Client.console(url, code);
    await presenter.show(0);
    const stage = await Device.open(browser, { viewport: stageSize });
    await stage.page.goto(`${url}/s/${code}/stage`);
    const heading = stage.page.locator('section.present h1');
    await heading.waitFor();
    const colour = (): Promise<string> =>
      heading.evaluate((element) => {
        // Typed as an unknown global: the tests are checked without the DOM.
        const page = globalThis as unknown as {
          getComputedStyle(element: unknown): { color: string };
        };
        return page.getComputedStyle(element).color;
      });
    const before = await colour();
    for (const wanted of ['rgb(1, 2, 3)', 'rgb(4, 5, 6)']) {
      await writeFile(file, `section > h1 { color: ${wanted} }`);
      await expect.poll(colour).toBe(wanted);
    }
    await rm(file);
    await expect.poll(colour).toBe(before);
    presenter.close();
    await stage.close();
  });
});

describe('[S33] a mistake that is saved during development', () => {
  it('is shown on stage and console until it is corrected, over the slides as they were', async () => {
    const file = join(folder, 'slides/room/room.md');
    const text = await readFile(file, 'utf8');
    const code = await startSession();
    const device = await Device.open(browser, { viewport: stageSize });
    await device.signIn(url);
    await device.page.goto(`${url}/s/${code}/console`);
    await device.page.getByRole('button', { name: 'Next', exact: true }).click();
    const stage = await device.context.newPage();
    await stage.goto(`${url}/s/${code}/stage`);
    const slide = stage.locator('section.present');
    await slide.waitFor();
    const shown = await slide.innerText();
    const line = text.split('\n').length + 1;
    await writeFile(file, `${text}\n---\nlayout: nowhere\n---\n\n# Late\n`);
    for (const page of [stage, device.page]) {
      const told = page.getByRole('status').filter({ hasText: 'Mistakes in the deck “room”' });
      await told.getByText(`room.md:${line + 1}:`).waitFor();
      await told.getByText('the version before is shown').waitFor();
    }
    expect(await slide.innerText()).toBe(shown);
    // The terminal, where many decks may be watched, names the folder too.
    await expect.poll(() => output).toContain(`slides/room/room.md:${line + 1}: `);
    await writeFile(file, text);
    for (const page of [stage, device.page]) {
      await page.locator('.deck-problem-list').waitFor({ state: 'detached' });
    }
    await device.close();
  });

  it('is shown from the start where it was saved before', async () => {
    const code = await startSession('wanting');
    const device = await Device.open(browser, { viewport: stageSize });
    await device.signIn(url);
    for (const name of ['console', 'stage']) {
      await device.page.goto(`${url}/s/${code}/${name}`);
      const told = device.page.getByRole('status').filter({ hasText: 'of the deck “wanting”' });
      await told.getByText('deck.md:3: warning: There is no file "quay.svg"').waitFor();
    }
    await device.close();
  });

  it('is gone as soon as the file is there that was missing, and the picture is shown', async () => {
    const file = join(folder, 'slides/room/room.md');
    const text = await readFile(file, 'utf8');
    const code = await startSession();
    const presenter = await Client.console(url, code);
    await presenter.show(0);
    await writeFile(file, text.replace(/^# .*/m, '$&\n\n![A harbour](harbour.svg)'));
    const stage = await Device.open(browser, { viewport: stageSize });
    await stage.page.goto(`${url}/s/${code}/stage`);
    await stage.page.getByText('There is no file "harbour.svg"').waitFor();
    await stage.page.locator('section.present .missing-media', { hasText: 'A harbour' }).waitFor();
    await cp(
      'test/fixtures/decks/plain-reveal/harbour.svg',
      join(folder, 'slides/room/harbour.svg'),
    );
    await stage.page.locator('.deck-problem-list').waitFor({ state: 'detached' });
    await stage.page.locator('section.present').getByRole('img', { name: 'A harbour' }).waitFor();
    await writeFile(file, text);
    presenter.close();
    await stage.close();
  });
});
