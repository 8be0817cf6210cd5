import { chromium } from 'playwright-core';
import { PlenaryProcess, KEY } from './test/e2e/plenary-process.ts';
import { Client } from './test/integration/client.ts';
const p = await PlenaryProcess.start([]);
const code = await p.session('pioneers');
const pres = await Client.console(p.url, code);
const b = await chromium.launch({
  executablePath: process.env['CHROME_PATH'] ?? '',
  args: ['--no-sandbox'],
});
try {
  await pres.show(3);
  for (const [w, h, scheme] of [
    [1280, 800, 'light'],
    [390, 844, 'dark'],
    [320, 568, 'light'],
  ] as const) {
    const ctx = await b.newContext({ viewport: { width: w, height: h }, colorScheme: scheme });
    await ctx.request.post(p.url + '/api/v1/sign-in', { data: { key: KEY } });
    const page = await ctx.newPage();
    page.on('console', (m) => {
      if (m.type() === 'error') console.log('ERR', m.text());
    });
    await page.goto(`${p.url}/s/${code}/console`);
    await page.getByRole('button', { name: 'Ask now' }).waitFor();
    await page.screenshot({ path: `/tmp/w/ask-0-${w}.png` });
    await page.keyboard.press('a');
    await page.waitForTimeout(300);
    await page.screenshot({ path: `/tmp/w/ask-1-${w}.png` });
    await page.keyboard.type('Who wants coffee now?');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Yes, please');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Later');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Tea');
    await page.screenshot({ path: `/tmp/w/ask-2-${w}.png` });
    await page.getByRole('radio', { name: 'Guess' }).check();
    await page.screenshot({ path: `/tmp/w/ask-3-${w}.png` });
    await page.getByRole('radio', { name: 'Quiz' }).check();
    await page.screenshot({ path: `/tmp/w/ask-4-${w}.png` });
    if (w === 1280) {
      await page.getByRole('radio', { name: 'Poll' }).check();
      await page.getByLabel('Option 3').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.waitForTimeout(500);
      await page.screenshot({ path: `/tmp/w/ask-5-${w}.png` });
      const st = await ctx.newPage();
      await st.setViewportSize({ width: 1920, height: 1080 });
      await st.goto(`${p.url}/s/${code}/stage`);
      await st.waitForTimeout(1500);
      await st.screenshot({ path: `/tmp/w/ask-stage.png` });
    }
    await ctx.close();
  }
} finally {
  await b.close();
  pres.close();
  await p.stop();
}
process.exit(0);
