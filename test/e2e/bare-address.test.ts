import { describe, expect, it } from 'vitest';
import { formatCode } from '../../src/ui/session-path.ts';
import { closeFaultless, expectAccessible, expectNoSidewaysScroll, smallPhone } from './browser.ts';
import { sessionFixture } from './setup-session.ts';

const fixture = sessionFixture('room');

describe('the form for the code', () => {
  it('has the focus in its field when a code was wrong, and shows an example as large as a code', async () => {
    const device = await fixture.device(smallPhone);
    const { page } = device;
    await page.goto(`${fixture.plenary.url}/j/12`);
    const field = page.getByLabel('The six-digit code on the screen in front');
    await page.getByRole('alert').waitFor();
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'Join' }).click();
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
    const sizes = await field.evaluate((one) =>
      ['', '::placeholder'].map((part) => getComputedStyle(one, part).fontSize),
    );
    expect(sizes[1]).toBe(sizes[0]);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page, 'the form after a wrong code');
    await closeFaultless(device);
  });
});

describe('[V15] a phone that comes back to the bare address', () => {
  it.each([smallPhone, { width: 390, height: 844 }])(
    'goes on in its session by one link, on $width × $height',
    async (size) => {
      const { code, presenter } = await fixture.startSession();
      await presenter.show(1);
      const phone = await fixture.phone(code, size);
      const { page } = phone;
      await page.getByRole('button', { name: 'Tea' }).click();
      await page.getByText(/^Recorded\./).waitFor();
      await page.goto(fixture.plenary.url);
      const link = page.getByRole('link', { name: `Go on in ${formatCode(code)}` });
      await link.waitFor();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page, 'the bare address of somebody who was here');
      await link.click();
      await page.getByText(/^Recorded\./).waitFor();
      await closeFaultless(phone);
    },
  );

  it('is led to its own page once the session has ended', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(1);
    const phone = await fixture.phone(code);
    const { page } = phone;
    await page.getByRole('button', { name: 'Tea' }).click();
    await page.getByText(/^Recorded\./).waitFor();
    await presenter.ask('session:end', {});
    await page.goto(fixture.plenary.url);
    await page.getByRole('link', { name: `Your page from ${formatCode(code)}` }).click();
    await page.getByRole('heading', { name: 'Your page' }).waitFor();
    await closeFaultless(phone);
  });

  it('is offered no session that was deleted, and none to a phone that was in none', async () => {
    const { code, presenter } = await fixture.startSession();
    const phone = await fixture.phone(code);
    const { page } = phone;
    await page.getByText('The session is about to begin.').waitFor();
    await page.goto('about:blank');
    presenter.close();
    await fixture.plenary.api('DELETE', `/sessions/${code}`);
    await page.goto(fixture.plenary.url);
    await page.getByLabel('The six-digit code on the screen in front').waitFor();
    // The device forgets it once the server has said so.
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    expect(await page.getByRole('link').count()).toBe(0);
    await closeFaultless(phone);
  });
});
