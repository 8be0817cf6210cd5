import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../integration/client.ts';
import {
  closeFaultless,
  expectAccessible,
  expectNoSidewaysScroll,
  focusedText,
  shownSlide,
  smallPhone,
  tabTo,
  type Device,
} from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const WORDS = 'Nobody owns the model <script>once it is live</script>';
const PROMISE = 'Only answers that the presenter has approved are shown.';

const fixture = sharedFixture('asking-open-text');

describe('an open text, from a phone to the stage and back', () => {
  let code = '';
  let presenter: Client;
  let stage: Device;
  let console: Device;
  let writer: Device;
  let reader: Device;
  const heading = (name: string) => console.page.getByRole('heading', { name });
  // The slide as it is seen: reveal.js has a second copy for screen readers.
  const onStage = (text: string) => shownSlide(stage).getByText(text);

  beforeAll(async () => {
    ({ code, presenter } = await fixture.startSession());
    await presenter.show(1);
    [stage, console, writer, reader] = await Promise.all([
      fixture.stage(code),
      fixture.console(code),
      fixture.phone(code),
      fixture.phone(code, smallPhone),
    ]);
  });
  afterAll(async () => {
    for (const device of [stage, console, writer, reader]) await device.close();
  });

  it('is asked for with options to tap, and the phone says where it will appear', async () => {
    await onStage(PROMISE).waitFor();
    await reader.page.getByRole('textbox', { name: 'More, in your own words' }).waitFor();
    await reader.page.getByText('The presenter reads this before the room does.').waitFor();
    await expectAccessible(stage.page, 'the stage before anything is written');
    await expectAccessible(reader.page, 'a phone that is asked to write');
    await expectNoSidewaysScroll(reader.page);
  });

  it('is sent beside a tap, and leaves that tap as it is', async () => {
    await writer.page.getByRole('button', { name: 'Deployment' }).click();
    await writer.page.getByText(/^Recorded\./).waitFor();
    await writer.page.getByRole('textbox').fill(`  ${WORDS} `);
    await writer.page.getByText('Not sent yet.').waitFor();
    await writer.page.getByRole('button', { name: 'Send' }).click();
    await writer.page.getByText(/^Recorded\./).waitFor();
    expect(await isPressed(writer.page, 'Deployment')).toBe(true);
    await reader.page.getByRole('button', { name: 'Data' }).click();
    await reader.page.getByText(/^Recorded\./).waitFor();
  });

  it('[P7] waits on the console, and appears on no stage and no other phone', async () => {
    await heading('Waiting for approval: 1').waitFor();
    await console.page.getByText(WORDS).first().waitFor();
    await onStage('1 waiting for approval.').waitFor();
    for (const { page } of [writer, reader]) {
      await page.getByText('1 waiting for approval.').waitFor();
      expect(await page.getByText('What the room wrote').count()).toBe(0);
    }
    expect(await stage.page.getByText('Nobody owns').count()).toBe(0);
    for (const { frames } of [stage, reader]) {
      expect(frames.length).toBeGreaterThan(3);
      expect(frames.join('\n').toLowerCase()).not.toContain('nobody owns');
    }
    await expectAccessible(console.page, 'the console with a text that waits');
    await expectAccessible(stage.page, 'the stage while a text waits');
  });

  it('is approved by keyboard, and the focus stays with the list that it left', async () => {
    await tabTo(console.page, /^Approve/, { within: 40 });
    await console.page.keyboard.press('Enter');
    await onStage(WORDS).waitFor();
    await heading('Approved: 1').waitFor();
    await expect.poll(() => focusedText(console.page)).toBe('Waiting for approval: 0');
    // Nothing of the page's: it was meant for another text.
    await console.page.keyboard.press('Space');
    // A text on the stage is found above the bars, which repeat the stage.
    expect(await console.page.locator('.review-part ~ .bars').count()).toBe(1);
    expect(await console.page.locator('.bars ~ .review-part').count()).toBe(0);
    await reader.page.getByText('What the room wrote: 1').click();
    await reader.page.getByText(WORDS).waitFor();
    await expectAccessible(stage.page, 'the stage with a text');
    await expectAccessible(console.page, 'the console with a text on the stage');
    await expectAccessible(reader.page, 'a phone with the room’s text');
    await expectNoSidewaysScroll(reader.page);
  });

  it('[P7] disappears from the stage and the phones when its approval is withdrawn', async () => {
    await console.page.getByRole('button', { name: 'Remove from stage' }).click();
    await onStage(PROMISE).waitFor();
    await reader.page.getByText(WORDS).waitFor({ state: 'detached' });
    expect(await stage.page.getByText('Nobody owns').count()).toBe(0);
  });

  it('[P25] [V64] is shown with all others that wait, and fits the stage however long it is', async () => {
    const texts = ['x'.repeat(140), 'هذا النموذج بطيء', "Robert'); DROP TABLE students;--", '👩‍💻'];
    const others = await Promise.all(Array.from({ length: 20 }, () => fixture.attendee(code)));
    await Promise.all(
      others.map((other, index) => {
        const text = texts[index] ?? `A sentence of the usual length, number ${index}`;
        return other.answer('pain', { choice: index % 3, text });
      }),
    );
    await heading('Waiting for approval: 21').waitFor();
    // They scroll by themselves: the slide and the notes stay in sight.
    expect(
      await console.page.evaluate(() => document.documentElement.scrollHeight - innerHeight),
    ).toBe(0);
    const { page } = console;
    await page.locator('.review-verbs > button').first().focus();
    // A second press, by hand or key, was meant for the text that has left.
    await pressAgainAtOnce(page);
    for (const left of [20, 19]) {
      await heading(`Waiting for approval: ${left}`).waitFor();
      expect(await focusedText(page)).toMatch(/^Approve: /);
      await page.locator('[data-rests]').first().waitFor({ state: 'detached' });
      if (left === 20) await page.keyboard.press('Space');
    }
    await page.getByText('Slide 2 of').waitFor();
    await page.getByRole('button', { name: 'Approve all 19' }).click();
    await heading('Approved: 21').waitFor();
    await onStage('number 19').waitFor();
    expect(await overflow(stage.page)).toEqual({ below: false, aside: false });
    expect(await smallestText(stage.page)).toBeGreaterThanOrEqual(24);
    await expectAccessible(stage.page, 'the stage full of texts');
  });

  it('is shown but cannot be changed once the question is closed', async () => {
    await presenter.ask('activity:close', { activity: 'pain' });
    await writer.page.getByText('You wrote').waitFor();
    expect(await writer.page.getByRole('textbox').count()).toBe(0);
    await expectAccessible(writer.page, 'a phone after the close');
    const devices = [stage, console, writer, reader];
    expect(devices.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});

describe('a question for the next step', () => {
  it('suggests steps for the attendee’s lowest rating, and sends the attendee’s own', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(2);
    const phone = await fixture.phone(code, smallPhone);
    const { page } = phone;
    for (const level of [2, 1, 3]) {
      await page.getByRole('button', { name: new RegExp(`^${level} of 3`) }).click();
    }
    await page.getByText(/^Recorded\./).waitFor();
    await presenter.show(3);
    const step = page.getByRole('button', { name: 'Deployment Write the checklist' });
    await step.waitFor();
    expect(await page.getByRole('button', { name: 'Save every extract' }).count()).toBe(0);
    await expectAccessible(page, 'a phone with a step to start from');
    await expectNoSidewaysScroll(page);
    await step.click();
    const field = page.getByRole('textbox', { name: 'In your own words' });
    expect(await field.inputValue()).toBe('Write the checklist');
    await page.keyboard.press('End');
    await page.keyboard.type(' by Friday');
    await page.getByText('31 characters left').waitFor();
    await page.getByRole('button', { name: 'Send' }).click();
    await page
      .locator('.question')
      .getByText(/^Recorded\./)
      .waitFor();
    // The phone shows the answer as its own before it is recorded.
    const csv = async () =>
      (await fixture.plenary.api('GET', `/sessions/${code}/results.csv`)).text();
    await expect.poll(csv).toContain('"Written","Write the checklist by Friday"');
    await closeFaultless(phone);
  });
});

/** Presses the first verb of the list, and what comes into its place, in the moment in which it comes. */
function pressAgainAtOnce(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const firstVerb = () => document.querySelector<HTMLElement>('.review-verbs > button');
    const pressed = firstVerb();
    pressed?.click();
    while (firstVerb() === pressed) await new Promise(requestAnimationFrame);
    firstVerb()?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
    if (document.activeElement instanceof HTMLElement) document.activeElement.click();
  });
}

async function isPressed(page: Page, name: string): Promise<boolean> {
  return (await page.getByRole('button', { name }).getAttribute('aria-pressed')) === 'true';
}

/** True if the words on the current slide overflow their box. */
function overflow(page: Page): Promise<{ below: boolean; aside: boolean }> {
  return page.locator('section.present .open-text-stage').evaluate((box) => ({
    below: box.scrollHeight > box.clientHeight + 1,
    aside: box.scrollWidth > box.clientWidth + 1,
  }));
}

/** In slide coordinates, whatever the stage's scale. */
function smallestText(page: Page): Promise<number> {
  return page.locator('section.present .view').evaluate((view) => {
    const leaves = [...view.querySelectorAll('*')].filter(
      (element) => element.children.length === 0 && element.textContent.trim() !== '',
    );
    return Math.min(...leaves.map((leaf) => parseFloat(getComputedStyle(leaf).fontSize)));
  });
}
