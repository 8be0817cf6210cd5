import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { answerTo } from '../../server/cli/rehearse/behaviour.ts';
import { Client } from '../integration/client.ts';
import { deck } from '../module/pioneers-deck.ts';
import { openQuestion } from './answer-all.ts';
import {
  type Device,
  chooseInMenu,
  closeFaultless,
  goToSlide,
  openStage,
  takesNext,
} from './browser.ts';
import { sessionFixture } from './setup-session.ts';

const ATTENDEES = 6;
const phoneInHand = { width: 390, height: 844 };
const laptop = { width: 1280, height: 800 };
const fixture = sessionFixture('room');

const [question] = deck.activities;
const questionAt = deck.slides.findIndex(({ activity }) => activity === question?.id);
const number = (index: number): string => `Slide ${index + 1} of ${deck.slides.length}`;

/** The index of the slide that the stage shows. */
function shownOn(stage: Page): Promise<number> {
  return stage.evaluate(() =>
    [...document.querySelectorAll('.slides section:not(.stack)')].findIndex(
      (section) => section.matches('.present') && section.closest('.past, .future') === null,
    ),
  );
}

/** Presses the key of a clicker until this slide is on stage. */
async function clickTo(page: Page, stage: Page, index: number): Promise<void> {
  const caption = page.locator('.now .caption');
  // With what Next does, which changes where the slide stays.
  const told = async (): Promise<string> =>
    (await page.locator('.now .caption, .slide-steps').allTextContents()).join();
  for (let presses = 0; (await shownOn(stage)) !== index; presses += 1) {
    expect(presses).toBeLessThan(60);
    await takesNext(page);
    const before = await told();
    await page.keyboard.press('PageDown');
    await expect.poll(told).not.toBe(before);
  }
  await expect.poll(() => caption.textContent()).toContain(number(index));
}

/** Lets all answer the question on the slide. */
async function answerOnce(code: string, attendees: readonly Client[], id: string): Promise<void> {
  const view = await openQuestion(await Client.console(fixture.plenary.url, code), id);
  const acks = attendees.map((attendee, place) => attendee.answer(id, answerTo(view, place)));
  for (const ack of await Promise.all(acks)) expect(ack).toMatchObject({ ok: true });
}

/** Signs a phone in as a remote, by the code on the console. */
async function pairPhone(console: Device): Promise<Device> {
  const { page } = console;
  await chooseInMenu(page, 'Use my phone');
  await page.getByRole('img', { name: 'QR code that makes a phone a remote' }).waitFor();
  const { pathname, hash } = new URL(/"url":"([^"]+)"/.exec(console.frames.join(''))?.[1] ?? '');
  const phone = await fixture.device(phoneInHand);
  await phone.page.goto(fixture.plenary.url + pathname + hash);
  await phone.page.getByRole('button', { name: 'Next', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  return phone;
}

/** Draws a line across the console's picture of the slide. */
async function drawLine(page: Page): Promise<void> {
  const box = await page.locator('.stage-picture').boundingBox();
  if (box === null) throw new Error('The console shows no slide');
  await page.mouse.move(box.x + box.width / 4, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 3, { steps: 6 });
  await page.mouse.up();
}

describe('a presenter who gives the module for the first time', () => {
  it('leads the room by a clicker, and no press that was not meant does harm', async () => {
    if (question === undefined) throw new Error('The module asks nothing');
    const code = await fixture.plenary.session('pioneers');
    const device = await fixture.console(code);
    const { page } = device;
    await page.setViewportSize(laptop);
    const stage = await openStage(device);
    const attendees = await Promise.all(
      Array.from({ length: ATTENDEES }, () => fixture.attendee(code)),
    );
    await clickTo(page, stage, questionAt);
    await page.getByText(`0 of ${ATTENDEES} answered`).waitFor();

    // A clicker that bounces, right after the question opened.
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await answerOnce(code, attendees, question.id);
    await page.getByText(`${ATTENDEES} of ${ATTENDEES} answered`).waitFor();
    expect(await shownOn(stage)).toBe(questionAt);

    await takesNext(page);
    await page.keyboard.press('b');
    await stage.locator('.stage-blank').waitFor();
    await takesNext(page);
    await page.keyboard.press('b');
    await stage.locator('.stage-blank').waitFor({ state: 'detached' });

    await page.keyboard.press('d');
    await drawLine(page);
    await stage.locator('.slide-line').waitFor();
    await page.keyboard.press('d');

    await goToSlide(page, '30');
    await expect.poll(() => shownOn(stage)).toBe(29);
    await stage.locator('.slide-line').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo Slide 30 shown' }).click();
    await expect.poll(() => shownOn(stage)).toBe(questionAt);

    await takesNext(page);
    // Far from Next on a keyboard, and next to it on many clickers.
    await page.keyboard.press('End');
    await page.getByText('Press End again to go to the last slide.').waitFor();
    expect(await shownOn(stage)).toBe(questionAt);

    const remote = await pairPhone(device);
    await clickTo(page, stage, questionAt + 2);
    await takesNext(remote.page);
    await remote.page.getByRole('button', { name: 'Back', exact: true }).click();
    await page.getByText('Moved from the phone').waitFor();
    await takesNext(remote.page);
    await remote.page.getByRole('button', { name: 'Blank' }).click();
    await stage.locator('.stage-blank').waitFor();
    await takesNext(remote.page);
    await remote.page.getByRole('button', { name: 'Next', exact: true }).click();
    await stage.locator('.stage-blank').waitFor({ state: 'detached' });

    await chooseInMenu(page, 'End session');
    await page.getByRole('dialog').getByRole('button', { name: 'End session' }).click();
    await page.getByText('This session has ended.').waitFor();
    await stage.getByRole('heading', { name: 'Thank you' }).waitFor();
    await remote.page.getByText('This session has ended.').waitFor();
    // Questions from the room, about a slide of before.
    await goToSlide(page, '12');
    await stage.getByRole('heading', { name: 'Thank you' }).waitFor({ state: 'detached' });
    await expect.poll(() => shownOn(stage)).toBe(11);
    await closeFaultless(remote);
    await closeFaultless(device);
  });
});
