import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  chooseInMenu,
  closeFaultless,
  expectAccessible,
  focusedText,
  openStage,
  shownSlide,
  takesNext,
} from './browser.ts';
import { sessionFixture } from './setup-session.ts';

const fixture = sessionFixture('room');

const sizes = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
];

const closingSlide = (page: Page) => page.getByRole('region', { name: 'Closing slide' });
const ownPage = (page: Page) => page.getByRole('region', { name: 'Your page' });

/** The smallest letters of the closing slide, in pixels of a stage 1080 pixels high. */
function smallestLetters(page: Page): Promise<number> {
  return closingSlide(page).evaluate((panel) => {
    const lines = [...panel.querySelectorAll('h1, p, dt, dd')];
    const letters = lines.map((line) => Number.parseFloat(getComputedStyle(line).fontSize));
    return (Math.min(...letters) * 1080) / innerHeight;
  });
}

/** Elements of the closing slide that leave the screen, or its foot cover. */
function outside(page: Page): Promise<string[]> {
  return closingSlide(page).evaluate((panel) => {
    const foot = document.querySelector('.stage-foot')?.getBoundingClientRect();
    const parts = [...panel.querySelectorAll('h1, p, dt, dd, .qr-code')];
    return parts
      .filter((part) => {
        const { top, bottom, left, right } = part.getBoundingClientRect();
        return top < 0 || left < 0 || right > innerWidth || bottom > (foot?.top ?? innerHeight);
      })
      .map((part) => part.outerHTML);
  });
}

describe('a presenter who ends the session', () => {
  it('[P19] [S44] [S45] [V16] sees it closed on the stage, shows a slide again, and reopens it', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(1);
    const phone = await fixture.phone(code);
    await phone.page.getByRole('button', { name: 'Tea' }).click();
    await phone.page.getByText(/^Recorded\./).waitFor();
    const device = await fixture.console(code);
    const { page } = device;
    const stage = await openStage(device);
    const projector = await fixture.stage(code);
    await chooseInMenu(page, 'End session');
    await page.getByRole('dialog').getByRole('button', { name: 'End session' }).click();
    for (const screen of [stage, projector.page]) {
      await closingSlide(screen).getByRole('heading', { name: 'Thank you' }).waitFor();
      await closingSlide(screen).getByText(`/j/${code}`).waitFor();
      await closingSlide(screen)
        .getByRole('img', { name: /QR code/ })
        .waitFor();
      const seen = await screen.locator('body').innerText();
      expect(seen).not.toMatch(/Join at|has ended/);
    }
    await ownPage(phone.page).waitFor();
    await page.getByText('On stage: closing slide').waitFor();
    await page.getByText('The session has ended. Back shows the slide again.').waitFor();
    await expectAccessible(page, 'the console after the end');
    await page.getByRole('button', { name: 'Back' }).click();
    await closingSlide(projector.page).waitFor({ state: 'detached' });
    await shownSlide(projector).getByRole('heading', { name: 'What do you drink?' }).waitFor();
    await projector.page.getByText(`Your page: `).waitFor();
    expect(await projector.page.getByText('Join at').count()).toBe(0);
    await takesNext(page);
    await page.getByRole('button', { name: 'Closing slide' }).click();
    await closingSlide(projector.page).waitFor();
    // By a clicker at the stage as well.
    await takesNext(page);
    await stage.keyboard.press('ArrowLeft');
    await closingSlide(projector.page).waitFor({ state: 'detached' });
    await ownPage(phone.page).waitFor();
    await page.getByRole('button', { name: 'Reopen session' }).click();
    await projector.page.getByText('Join at').waitFor();
    await phone.page.getByRole('link', { name: 'Your page so far' }).waitFor();
    expect(await focusedText(phone.page)).not.toBe('Your page so far');
    await phone.page.getByRole('button', { name: 'Coffee' }).click();
    await phone.page.getByText(/^Recorded\./).waitFor();
    expect(await ownPage(phone.page).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Reopen session' }).count()).toBe(0);
    await closeFaultless(projector);
    await closeFaultless(phone);
    await closeFaultless(device);
  });

  it('[S44] reads of a question that was never open that it was not asked, and the room nothing', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(0);
    await presenter.ask('session:end', {});
    await presenter.show(1);
    const device = await fixture.console(code);
    const stage = await fixture.stage(code);
    await shownSlide(stage).getByRole('heading', { name: 'What do you drink?' }).waitFor();
    await stage.page.getByText('Your page: ').waitFor();
    expect(await stage.page.locator('.stage-foot').innerText()).not.toMatch(/Not open yet|answers/);
    const question = device.page.getByRole('region', { name: 'The question on this slide' });
    await question.getByText('Not asked').waitFor();
    expect(await question.getByText('answered').count()).toBe(0);
    await closeFaultless(stage);
    await closeFaultless(device);
  });

  it('[P19] comes to the closing slide by Next on the last slide as well', async () => {
    const { code, presenter } = await fixture.startSession();
    const device = await fixture.console(code);
    const { page } = device;
    await page.getByRole('button', { name: 'Next', exact: true }).waitFor();
    await presenter.ask('session:end', {});
    await page.keyboard.press('End');
    await page.getByText('Press End again to go to the last slide.').waitFor();
    await takesNext(page);
    await page.keyboard.press('End');
    await page.getByText('Next shows the closing slide.').waitFor();
    await takesNext(page);
    await page.keyboard.press('ArrowRight');
    await page.getByText('On stage: closing slide').waitFor();
    await closeFaultless(device);
  });

  it('[P19] closes it legibly, light and dark, on projectors large and small', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.ask('session:end', {});
    const device = await fixture.stage(code);
    const { page } = device;
    await closingSlide(page).waitFor();
    for (const size of sizes) {
      await page.setViewportSize(size);
      expect(await smallestLetters(page)).toBeGreaterThanOrEqual(40);
      expect(await outside(page)).toEqual([]);
    }
    await expectAccessible(page, 'the closing slide');
    await closeFaultless(device);
  });

  it('[S45] can reopen it from the desk', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.ask('session:end', {});
    const desk = await fixture.device();
    await desk.openDesk(fixture.plenary.url);
    const entry = desk.page.getByRole('listitem').filter({
      hasText: `${code.slice(0, 3)} ${code.slice(3)}`,
    });
    expect(await entry.getByText('Running').count()).toBe(0);
    await entry.getByRole('button', { name: 'More' }).click();
    await entry.getByRole('button', { name: 'Reopen' }).click();
    await entry.getByText('Running').waitFor();
    expect(await entry.getByText('Reopen').count()).toBe(0);
    await expect.poll(() => focusedText(desk.page, 'h4')).toContain('A room');
    expect((await presenter.show(1)).ok).toBe(true);
    await closeFaultless(desk);
  });
});

describe('an attendee whose answer the end refused', () => {
  it('[V16] is asked for it again once the session is reopened', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(1);
    const phone = await fixture.phone(code);
    const { page } = phone;
    await page.getByRole('button', { name: 'Tea' }).click();
    await page.getByText(/^Recorded\./).waitFor();
    await page.getByRole('link', { name: 'Your page so far' }).waitFor();
    await phone.context.setOffline(true);
    await page.getByText('No connection.').waitFor();
    await page.getByRole('button', { name: 'Coffee' }).click();
    await page.getByText('Kept on this phone.').waitFor();
    await presenter.ask('session:end', {});
    await phone.context.setOffline(false);
    await page.getByText('Thank you for taking part.').waitFor();
    await presenter.ask('session:reopen', {});
    await page.getByText('It arrived while the session had ended. Please answer again.').waitFor();
    await page.getByRole('button', { name: 'Coffee' }).click();
    await page.getByText(/^Recorded\./).waitFor();
    const unreached = /ERR_INTERNET_DISCONNECTED/;
    expect(phone.complaints.filter((complaint) => !unreached.test(complaint))).toEqual([]);
    await phone.close();
  });
});
