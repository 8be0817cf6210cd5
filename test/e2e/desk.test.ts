import { expect, it } from 'vitest';
import { closeFaultless, expectAccessible, expectNoSidewaysScroll } from './browser.ts';
import { sessionFixture } from './setup-session.ts';

const fixture = sessionFixture('room');

it('[S39] The desk shows the latest sessions, and earlier ones by the keyboard, each once', async () => {
  const codes: string[] = [];
  for (let count = 0; count < 60; count += 1) codes.push(await fixture.plenary.session('room'));
  const desk = await fixture.device({ width: 320, height: 640 });
  await desk.openDesk(fixture.plenary.url);
  const { page } = desk;
  const shown = page.locator('.session-code');
  await expect.poll(() => shown.count()).toBe(50);
  const more = page.getByRole('button', { name: 'Show more' });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page, 'the desk');
  await more.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => shown.count()).toBe(60);
  const texts = await shown.allTextContents();
  expect(texts.map((code) => code.replace(/\D/g, '')).toSorted()).toEqual(codes.toSorted());
  expect(await more.count()).toBe(0);
  // Tab goes on from the first of the new ones.
  const focused = await page.evaluate(() => document.activeElement?.textContent);
  expect(focused).toContain(texts[50]);
  await page.getByRole('button', { name: 'Delete' }).nth(55).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => shown.count()).toBe(59);
  await closeFaultless(desk);
});
