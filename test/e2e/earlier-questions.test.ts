import { describe, expect, it } from 'vitest';
import { closeFaultless, expectAccessible, expectNoSidewaysScroll, smallPhone } from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('room');
const phones = [smallPhone, { width: 390, height: 844 }];

describe('[V14] questions that are still open after the talk has moved on', () => {
  it.each(phones)('are one line on $width × $height, and can be answered there', async (size) => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(1);
    const phone = await fixture.phone(code, size);
    const { page } = phone;
    await page.getByRole('button', { name: 'Tea' }).click();
    await page.getByText(/^Recorded\./).waitFor();
    await presenter.show(2);
    await presenter.show(3);
    const line = page.getByText('Earlier: 1 answered, 1 open');
    await line.waitFor();
    expect(await page.locator('.folded-question:visible').count()).toBe(0);
    await line.click();
    await page.getByText('Which have you used?').click();
    await page.getByRole('button', { name: 'YAML' }).click();
    await page.getByText('Earlier: 1 answered, 1 not sent yet').waitFor();
    await page.getByRole('button', { name: 'JSON' }).click();
    await page.locator('.folded-question').getByRole('button', { name: 'Send' }).click();
    await page.getByText('Earlier: 2 answered', { exact: true }).waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page, 'earlier questions');
    await closeFaultless(phone);
  });

  it('[V17] are counted in that line after they are closed, where they were answered', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(1);
    const phone = await fixture.phone(code, smallPhone);
    const { page } = phone;
    await page.getByRole('button', { name: 'Tea' }).click();
    await page.getByText(/^Recorded\./).waitFor();
    await presenter.show(2);
    const closed = await presenter.ask('activity:close', { activity: 'drink' });
    expect(closed).toMatchObject({ ok: true });
    await page.getByText('Earlier: 1 answered', { exact: true }).waitFor();
    await presenter.show(3);
    const line = page.getByText('Earlier: 1 answered, 1 open');
    await line.click();
    await page.getByText('1 more answered, and closed').waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page, 'earlier questions, one of them closed');
    await page.reload();
    await line.waitFor();
    await presenter.ask('activity:reset', { activity: 'drink' });
    await page.getByText('Earlier: 2 open').waitFor();
    await closeFaultless(phone);
  });

  it('leave the present question in view, however far down they are read', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(1);
    const phone = await fixture.phone(code, smallPhone);
    const { page } = phone;
    await page.locator('#question-drink').waitFor();
    await presenter.show(4);
    await page.getByText('Earlier: 1 open').click();
    await page.getByText('What do you drink?').click();
    await page.getByRole('button', { name: 'Coffee' }).click();
    await page.getByText('Earlier: 1 answered').waitFor();
    await page.evaluate(() => globalThis.scrollTo(0, document.body.scrollHeight));
    await presenter.show(3);
    const heading = page.locator('.question > h1');
    await heading.waitFor();
    await expect.poll(async () => (await heading.boundingBox())?.y ?? -1).toBeGreaterThanOrEqual(0);
    expect((await heading.boundingBox())?.y).toBeLessThan(smallPhone.height / 2);
    await closeFaultless(phone);
  });
});
