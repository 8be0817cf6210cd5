import { expect, it } from 'vitest';
import { closeFaultless } from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('room');

it('[S24] a phone takes our own type after its first question, when the page changes anyway', async () => {
  const { code, presenter } = await fixture.startSession();
  await presenter.show(1);
  const phone = await fixture.device();
  const { page } = phone;
  // Phones spread the loading by chance.
  await page.addInitScript(() => (Math.random = () => 0));
  await page.goto(`${fixture.plenary.url}/j/${code}`);
  await page.getByRole('button', { name: 'Tea' }).waitFor();
  const family = () => page.evaluate(() => getComputedStyle(document.body).fontFamily);
  const hasLoaded = () =>
    page.evaluate(() =>
      [...document.fonts].some(
        ({ family: name, status }) => name.includes('Inter') && status === 'loaded',
      ),
    );
  await expect.poll(hasLoaded, { timeout: 10_000 }).toBe(true);
  expect(await family()).not.toContain('Inter');
  // A page that turns dark sets the state of its types back.
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(hasLoaded).toBe(false);
  await presenter.show(2);
  await page.locator('#question-many').waitFor();
  await expect.poll(family).toContain('Inter');
  expect(phone.requests.filter((url) => url.endsWith('.woff2')).length).toBe(1);
  await closeFaultless(phone);
});

it('[S24] a phone that is to save data loads no type', async () => {
  const { code, presenter } = await fixture.startSession();
  await presenter.show(1);
  const phone = await fixture.device();
  const { page } = phone;
  await page.addInitScript(() => {
    Math.random = () => 0;
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await page.goto(`${fixture.plenary.url}/j/${code}`);
  await page.getByRole('button', { name: 'Tea' }).click();
  await page.getByText(/^Recorded\./).waitFor();
  // What is loaded later than the type is there.
  await page.getByRole('link', { name: 'Your page so far' }).click();
  await page.getByRole('heading', { name: 'Your page so far' }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(phone.requests.filter((url) => url.endsWith('.woff2'))).toEqual([]);
  await closeFaultless(phone);
});
