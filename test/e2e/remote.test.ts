import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { encode } from 'uqr';
import type { Client } from '../integration/client.ts';
import {
  chooseInMenu,
  closeFaultless,
  expectAccessible,
  expectNoSidewaysScroll,
  smallPhone,
  takesNext,
  type Device,
} from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('walking');
const phoneInHand = { width: 390, height: 844 };

/** The link of a console without a page, on this computer. */
async function linkOf(presenter: Client): Promise<string> {
  const { url } = (await presenter.ask('remote:link', {})) as { ok: true; url: string };
  const { pathname, hash } = new URL(url);
  return fixture.plenary.url + pathname + hash;
}

/** A phone that has just scanned the code; it notes how it vibrates. */
async function scan(link: string, viewport = phoneInHand): Promise<Device> {
  const device = await fixture.device(viewport);
  await device.page.addInitScript(() => {
    const noted: unknown[] = [];
    Object.assign(globalThis, { vibrations: noted });
    navigator.vibrate = (pattern) => noted.push(pattern) > 0;
  });
  await device.page.goto(link);
  await device.page.getByRole('button', { name: 'Next', exact: true }).waitFor();
  return device;
}

function vibrations(page: Page): Promise<unknown> {
  return page.evaluate(() => (globalThis as unknown as { vibrations: unknown }).vibrations);
}

/** Nothing that a remote offers is outside the screen, and nothing lies over something else. */
async function expectAllInSight(page: Page): Promise<void> {
  await expectNoSidewaysScroll(page);
  const { scrolls, small } = await page.evaluate(() => ({
    scrolls: document.documentElement.scrollHeight > innerHeight,
    small: [...document.querySelectorAll('button')].filter(
      (button) => button.offsetHeight < 44 || button.offsetWidth < 44,
    ).length,
  }));
  expect({ scrolls, small }).toEqual({ scrolls: false, small: 0 });
  for (const button of await page.getByRole('button').all()) {
    // Fails where something lies over it.
    await button.click({ trial: true });
  }
}

describe('a phone as a remote', () => {
  it.each([smallPhone, phoneInHand])(
    '[S49] [P21] [A20] [A21] is signed in by the console’s code, moves and blanks, and is disconnected by one press: %o',
    async (size) => {
      const { code, presenter } = await fixture.startSession();
      const stage = await fixture.stage(code);
      const console = await fixture.console(code);
      const { page } = console;
      await chooseInMenu(page, 'Use my phone');
      const qr = page.getByRole('img', { name: 'QR code that makes a phone a remote' });
      await qr.waitFor();
      await page.getByRole('heading', { name: 'Use my phone' }).waitFor();
      expect(await page.getByRole('button', { name: 'Disconnect phones' }).count()).toBe(0);
      await expectAccessible(page, 'the code for a remote');
      const url = /"url":"([^"]+)"/.exec(console.frames.join(''))?.[1] ?? '';
      expect(await qr.locator('rect').getAttribute('width')).toBe(
        String(encode(url, { ecc: 'M', border: 4 }).size),
      );
      const phone = await scan(await linkOf(presenter), size);
      await page.getByText('1 phone is connected.').waitFor();
      await page.getByRole('button', { name: 'Close' }).click();
      expect(phone.page.url()).toBe(`${fixture.plenary.url}/s/${code}/remote`);
      const next = phone.page.getByRole('button', { name: 'Next', exact: true });
      await phone.page.getByText('Next hides the join screen and shows this slide.').waitFor();
      await next.click();
      await phone.page.getByText('A note that only the presenter has').waitFor();
      await page.getByText('Moved from the phone').waitFor();
      await stage.page.getByRole('heading', { name: 'Walking about' }).waitFor();
      await presenter.show(1);
      await phone.page.getByText('Moved from the console').waitFor();
      await page.getByText('Moved from the other console').waitFor();
      await phone.page.getByText('Slide 2 of 4 · step 0 of 2').waitFor();
      await phone.page.getByText('Next shows step 1 of 2 on this slide.').waitFor();
      await expectAllInSight(phone.page);
      await expectAccessible(phone.page, 'a remote');
      await takesNext(phone.page);
      await phone.page.getByRole('button', { name: 'Blank' }).click();
      await page.getByText('The stage is blank.').waitFor();
      await phone.page.getByText('The stage is blank', { exact: true }).waitFor();
      await stage.page.locator('.stage-blank').waitFor();
      await takesNext(phone.page);
      await expectAllInSight(phone.page);
      await phone.page.getByRole('button', { name: 'Undo Stage blanked' }).click();
      await stage.page.locator('.stage-blank').waitFor({ state: 'detached' });
      await phone.page.getByText('Undone: Stage blanked.').waitFor();
      await takesNext(phone.page);
      await phone.page.getByRole('button', { name: 'Blank' }).click();
      await stage.page.locator('.stage-blank').waitFor();
      await takesNext(phone.page);
      await phone.page.getByRole('button', { name: 'Back', exact: true }).click();
      await stage.page.locator('.stage-blank').waitFor({ state: 'detached' });
      await chooseInMenu(page, 'Use my phone');
      await page.getByRole('button', { name: 'Disconnect phones' }).click();
      await phone.page.getByText('This phone is not a remote of this session.').waitFor();
      await page.getByText('No phone is connected.').waitFor();
      await phone.page.reload();
      await phone.page.getByText('To use this phone as a remote').waitFor();
      await expectAccessible(phone.page, 'a phone that is a remote no longer');
      for (const device of [stage, console]) await closeFaultless(device);
      await phone.close();
    },
  );

  it('[S49] leads through a question, and vibrates when the time planned for its slide is over', async () => {
    const { code, presenter } = await fixture.startSession();
    const attendee = await fixture.attendee(code);
    await presenter.show(1, 1);
    const phone = await scan(await linkOf(presenter), smallPhone);
    const { page } = phone;
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    const question = page.getByRole('region', { name: 'The question on this slide' });
    await question.getByText('0 of 1 answered').waitFor();
    await expect.poll(() => vibrations(page)).toEqual([[200, 100, 200]]);
    await page.getByText('over 0:01').waitFor();
    await attendee.answer('capital', { choices: [1] });
    await question.getByText('1 of 1 answered').waitFor();
    await expectAllInSight(page);
    await takesNext(page);
    await question.getByRole('button', { name: 'Close and reveal results' }).click();
    await question.getByRole('button', { name: 'Reveal correct answer' }).waitFor();
    await takesNext(page);
    await page.getByText('Next reveals the correct answer.').waitFor();
    await question.getByRole('button', { name: 'Reveal correct answer' }).click();
    await page.getByText(/^Next goes to/).waitFor();
    await expect.poll(() => vibrations(page)).toEqual([[200, 100, 200]]);
    await presenter.ask('session:end', {});
    await page
      .getByText('This session has ended. Once it is reopened, scan the code on the console again.')
      .waitFor();
    await closeFaultless(phone);
  });

  it('[S49] does nothing without a connection, says so, and shows the present slide when it is back', async () => {
    const { presenter } = await fixture.startSession();
    await presenter.show(0);
    const phone = await scan(await linkOf(presenter));
    const { page } = phone;
    await page.getByRole('heading', { name: 'Walking about' }).waitFor();
    await phone.context.setOffline(true);
    await page.getByText('No connection. Reconnecting…').waitFor();
    await page.getByRole('button', { name: 'Next', exact: true }).click({ force: true });
    await page.getByRole('alert').getByText('No connection: nothing was done.').waitFor();
    await presenter.show(3);
    await phone.context.setOffline(false);
    await page.getByRole('heading', { name: 'The end' }).waitFor();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    const { position } = await presenter.until<{ position: { h: number } }>('session:state');
    expect(position.h).toBe(3);
    await phone.close();
  });

  it('[A20] may be an attendee as well: two pages that know nothing of each other', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(2);
    const phone = await scan(await linkOf(presenter));
    const attendee = await phone.context.newPage();
    await attendee.goto(`${fixture.plenary.url}/j/${code}`);
    await attendee.getByText('Canberra').waitFor();
    expect(await attendee.content()).not.toContain('Wait until half');
    await phone.page.getByText('0 of 1 answered').waitFor();
    await takesNext(phone.page);
    await phone.page.getByRole('button', { name: 'Back', exact: true }).click();
    await phone.page.getByText('step 2 of 2').waitFor();
    await closeFaultless(phone);
  });
});
