import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { closeFaultless, smallPhone } from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('timed');
const warning = (page: Page) => page.getByRole('status').getByText('10 seconds left.');

/** A phone that is in a session, with all that is loaded beside the first question. */
async function waitingPhone() {
  const { code, presenter } = await fixture.startSession();
  await presenter.show(0);
  const device = await fixture.phone(code, smallPhone);
  await device.page.locator('.slide-text').waitFor();
  return { device, page: device.page, presenter };
}

describe('[V19] a question with a time limit', () => {
  it('is announced with it, and again when ten seconds are left', async () => {
    const { device, page, presenter } = await waitingPhone();
    await presenter.show(1);
    const announced = page.getByRole('status').getByText(/^New question: Tea, or coffee\? 1[01] s/);
    await announced.waitFor();
    await warning(page).waitFor();
    await page.getByText('Closed. You did not answer.').waitFor({ timeout: 20_000 });
    await warning(page).waitFor({ state: 'detached' });
    await closeFaultless(device);
  });

  it('is announced once if it has no longer than ten seconds', async () => {
    const { device, page, presenter } = await waitingPhone();
    await page.evaluate(() => {
      const warned: string[] = [];
      Object.assign(globalThis, { warned });
      new MutationObserver(() => {
        const text = document.querySelector('main')?.textContent ?? '';
        if (text.includes('seconds left.')) warned.push(text);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await presenter.show(2);
    await page
      .getByRole('status')
      .getByText(/^New question: Name a drink\. [89] seconds\.$/)
      .waitFor();
    await page.getByText('Closed. You did not answer.').waitFor({ timeout: 20_000 });
    expect(
      await page.evaluate(() => (globalThis as unknown as { warned: string[] }).warned),
    ).toEqual([]);
    await closeFaultless(device);
  });
});
