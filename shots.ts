import { chromium } from 'playwright-core';
import { PlenaryProcess, KEY } from './test/e2e/plenary-process.ts';
import { Client } from './test/integration/client.ts';
const p = await PlenaryProcess.start([
  'test/fixtures/decks/room',
  'test/fixtures/decks/with-mistakes',
]);
const b = await chromium.launch({
  executablePath: process.env['CHROME_PATH'] ?? '',
  args: ['--no-sandbox'],
});
const go = async (w: number, h: number, scheme: 'light' | 'dark') => {
  const ctx = await b.newContext({ viewport: { width: w, height: h }, colorScheme: scheme });
  await ctx.request.post(p.url + '/api/v1/sign-in', { data: { key: KEY } });
  const page = await ctx.newPage();
  page.on('console', (m) => {
    if (m.type() === 'error') console.log('ERR', w, m.text().slice(0, 200), m.location().url);
  });
  return page;
};
try {
  const first = await go(1280, 800, 'light');
  await first.goto(`${p.url}/present`);
  await first.getByRole('heading', { name: 'Decks' }).waitFor();
  await first.waitForTimeout(600);
  await first.screenshot({ path: `/tmp/w/d-new-1280.png` });
  await first.getByRole('button', { name: 'New deck' }).click();
  await first.keyboard.type('Bread in four folds');
  await first.screenshot({ path: `/tmp/w/d-newdeck-1280.png` });
  await first.keyboard.press('Escape');
  await first.getByRole('button', { name: 'Bring a deck' }).click();
  await first.waitForTimeout(200);
  await first.screenshot({ path: `/tmp/w/d-bring-1280.png` });
  await first.keyboard.press('Escape');
  await first.getByRole('button', { name: 'More: Every way to ask' }).click();
  await first.waitForTimeout(200);
  await first.screenshot({ path: `/tmp/w/d-more-1280.png` });
  const code = await p.session('tour');
  const pres = await Client.console(p.url, code);
  const phones = await Promise.all([1, 2, 3].map(() => Client.attendee(p.url, code)));
  await pres.show(1);
  await pres.ask('question:ask', {
    type: 'poll',
    options: { question: 'Coffee?', options: ['Yes', 'No'] },
  });
  for (const ph of phones) await ph.answer('asked-1', { choices: [0], other: null });
  for (let i = 0; i < 8; i += 1) await p.session('room');
  for (const [w, h, s] of [
    [1280, 800, 'light'],
    [390, 844, 'dark'],
  ] as const) {
    const page = await go(w, h, s);
    await page.goto(`${p.url}/s/${code}/results`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(500);
    await page.screenshot({ path: `/tmp/w/d-results-${w}.png` });
    await page.goto(`${p.url}/present`);
    await page.getByLabel('Select all shown').check();
    await page.waitForTimeout(300);
    await page.getByRole('heading', { name: 'Sessions' }).scrollIntoViewIfNeeded();
    await page.screenshot({ path: `/tmp/w/d-select-${w}.png` });
    await page.goto(`${p.url}/s/${code}/console`);
    await page.getByRole('button', { name: 'Save into the deck' }).waitFor();
    await page.waitForTimeout(300);
    await page.screenshot({ path: `/tmp/w/d-console-${w}.png` });
    await page.goto(`${p.url}/present/decks/tour`);
    await page.waitForTimeout(1500);
    await page.getByRole('button', { name: 'Insert' }).click();
    await page.waitForTimeout(200);
    await page.screenshot({ path: `/tmp/w/d-insert-${w}.png` });
  }
} finally {
  await b.close();
  await p.stop();
}
process.exit(0);
