import { chromium } from 'playwright-core';
import { PlenaryProcess, KEY } from './test/e2e/plenary-process.ts';
const p = await PlenaryProcess.start([
  'test/fixtures/decks/room',
  'test/fixtures/decks/with-mistakes',
  'test/fixtures/decks/themed',
]);
const code = await p.session('pioneers');
await p.session('room');
await p.session('room');
await p.api('POST', '/sessions', { deck: 'room', rehearsal: true });
await p.api('POST', `/sessions/${code}/name`, { name: 'Team Berlin' });
const b = await chromium.launch({
  executablePath: process.env['CHROME_PATH'] ?? '',
  args: ['--no-sandbox'],
});
try {
  for (const [w, h, scheme] of [
    [1280, 800, 'light'],
    [1920, 1080, 'dark'],
    [390, 844, 'light'],
    [320, 568, 'dark'],
  ] as const) {
    const ctx = await b.newContext({ viewport: { width: w, height: h }, colorScheme: scheme });
    await ctx.request.post(p.url + '/api/v1/sign-in', { data: { key: KEY } });
    const page = await ctx.newPage();
    page.on('console', (m) => {
      if (m.type() === 'error') console.log('ERR', w, m.text(), m.location().url);
    });
    await page.goto(`${p.url}/present`);
    await page.getByRole('heading', { name: 'Sessions' }).waitFor();
    await page.waitForTimeout(800);
    await page.screenshot({ path: `/tmp/w/desk-${w}.png`, fullPage: true });
    await page.goto(`${p.url}/present/decks/pioneers`);
    await page.waitForTimeout(2500);
    await page.screenshot({ path: `/tmp/w/editor-${w}.png` });
    await page.goto(`${p.url}/present/decks/with-mistakes`);
    await page.waitForTimeout(1500);
    await page.screenshot({ path: `/tmp/w/editor-mistakes-${w}.png` });
    await ctx.close();
  }
} finally {
  await b.close();
  await p.stop();
}
process.exit(0);
