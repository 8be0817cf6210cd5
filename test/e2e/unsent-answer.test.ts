import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { closeFaultless, expectAccessible, smallPhone, type Device } from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('composed');
const SLIDES = { share: 1, worth: 2, step: 3, many: 4, light: 5, drink: 6 };
/** Width, height in CSS pixels, and size of text; the last is the smallest phone under its keyboard. */
const screens = [
  [320, 568, '100%'],
  [320, 568, '200%'],
  [360, 640, '100%'],
  [360, 640, '200%'],
  [390, 844, '200%'],
  [768, 1024, '200%'],
  [320, 300, '100%'],
] as const;

/** A phone on a question of a new session. */
async function phoneOn(question: keyof typeof SLIDES, size = smallPhone) {
  const { code, presenter } = await fixture.startSession();
  await presenter.show(SLIDES[question]);
  const device = await fixture.phone(code, size);
  await device.page.getByRole('heading', { level: 1 }).waitFor();
  return { device, page: device.page, presenter, send: sendButton(device) };
}

function sendButton({ page }: Device) {
  return page.getByRole('button', { name: 'Send' });
}

/** Waits until the state of the question on the slide begins with the words. */
async function says(page: Page, words: string): Promise<void> {
  const state = page.locator('.question .answer-state');
  await expect.poll(() => state.innerText()).toMatch(new RegExp(`^${words}`));
}

describe('[P10] an answer that is composed before it is sent', () => {
  it('is "Not sent yet" as long as it differs from what is recorded, and says what counts at the close', async () => {
    const { device, page, presenter, send } = await phoneOn('share');
    const field = page.getByRole('textbox', { name: /^Your guess/ });
    await says(page, 'Type a number');
    await field.fill('30');
    await says(page, 'Not sent yet\\.$');
    await send.click();
    await says(page, 'Recorded\\.');
    await field.fill('35');
    await says(page, 'Not sent yet\\. Your earlier answer is recorded\\.$');
    await field.fill('30');
    await says(page, 'Recorded\\.');
    await field.fill('35');
    await says(page, 'Not sent yet');
    await presenter.ask('activity:close', { activity: 'share' });
    await says(page, 'Closed\\. Your answer is recorded\\. Your later changes were not sent\\.');
    await page.getByText('30').first().waitFor();
    await closeFaultless(device);
  });

  it('is kept if it is typed in the moment in which an earlier one is recorded', async () => {
    const { device, page, send } = await phoneOn('share');
    const field = page.getByRole('textbox', { name: /^Your guess/ });
    await field.fill('30');
    await says(page, 'Not sent yet\\.$');
    await page.evaluate(typeOnceRecorded, '35');
    await send.click();
    await says(page, 'Not sent yet\\. Your earlier answer is recorded\\.$');
    expect(await field.inputValue()).toBe('35');
    await closeFaultless(device);
  });

  it('says that nothing was sent, if the question closes over a first draft', async () => {
    const { device, page, presenter } = await phoneOn('step');
    await page.getByRole('textbox').fill('Half a sen');
    await says(page, 'Not sent yet\\.$');
    await presenter.ask('activity:close', { activity: 'step' });
    await says(page, 'Closed\\. Your answer was not sent\\.$');
    await closeFaultless(device);
  });

  it('is kept over moves of the presenter, a reload and a loss of the network', async () => {
    const { device, page, presenter, send } = await phoneOn('step');
    const field = page.getByRole('textbox');
    await field.fill('Half a sen');
    await presenter.show(SLIDES.many);
    await page.getByRole('button', { name: 'YAML' }).click();
    await page.getByRole('button', { name: 'JSON' }).click();
    await presenter.show(SLIDES.worth);
    await page.getByLabel('Releases a year').fill('99');
    await presenter.show(SLIDES.step);
    await expect.poll(() => field.first().inputValue()).toBe('Half a sen');
    await page.reload();
    await expect.poll(() => field.first().inputValue()).toBe('Half a sen');
    await says(page, 'Not sent yet');
    await presenter.show(SLIDES.many);
    await page.locator('main .question button[aria-pressed=true]').nth(1).waitFor();
    await presenter.show(SLIDES.worth);
    await expect.poll(() => page.getByLabel('Releases a year').first().inputValue()).toBe('99');
    await device.context.setOffline(true);
    await page.getByText('No connection.').first().waitFor();
    await page.getByLabel('Releases a year').first().fill('100');
    await send.first().click();
    await says(page, 'Kept on this phone');
    await device.context.setOffline(false);
    await says(page, 'Recorded\\.');
    await device.close();
  });

  it('[V19] is on the final page if it was never sent, and back when the session is reopened', async () => {
    const { device, page, presenter } = await phoneOn('step');
    await page.getByRole('textbox').fill('Half a sen');
    await says(page, 'Not sent yet\\.$');
    await presenter.show(SLIDES.many);
    await page.getByRole('button', { name: 'YAML' }).click();
    await presenter.show(SLIDES.drink);
    await page.locator('#question-drink').waitFor();
    await presenter.ask('session:end', {});
    const own = page.getByRole('region', { name: 'Your page' });
    await own.getByRole('heading', { name: 'Which one step do you take this week?' }).waitFor();
    await own.getByText('You wrote this and did not send it:').waitFor();
    await own.getByText('Half a sen', { exact: true }).waitFor();
    await own.getByRole('heading', { name: 'Which of these have you used' }).waitFor();
    await own.getByText('You began an answer and did not send it.').waitFor();
    await expectAccessible(page, 'a page with answers that were not sent');
    await presenter.ask('session:reopen', {});
    await presenter.show(SLIDES.step);
    await expect.poll(() => page.getByRole('textbox').first().inputValue()).toBe('Half a sen');
    await says(page, 'Not sent yet');
    await closeFaultless(device);
  });

  it('begins anew in a new round', async () => {
    const { device, page, presenter } = await phoneOn('step');
    await page.getByRole('textbox').fill('Half a sen');
    await says(page, 'Not sent yet');
    await presenter.ask('activity:reset', { activity: 'step' });
    await expect.poll(() => page.getByRole('textbox').inputValue()).toBe('');
    await says(page, 'Choose one, or write');
    await closeFaultless(device);
  });
});

describe('[P10] the button Send', () => {
  it('is in reach with the state of the answer, on every phone, with large letters, above a keyboard', async () => {
    const { device, page, presenter } = await phoneOn('share');
    for (const [id, slide] of Object.entries(SLIDES)) {
      await presenter.show(slide);
      await page.locator(`#question-${id}`).waitFor();
      const question = page.locator('.question');
      if (id === 'drink') await question.getByRole('textbox').fill('Water with a slice of lemon');
      await question.getByRole('button', { name: 'Send' }).waitFor();
      for (const [width, height, font] of screens) {
        await page.setViewportSize({ width, height });
        const outOfReach = await question.evaluate(partsOutOfView, font);
        expect(outOfReach, `${id} on ${width} × ${height}, text at ${font}`).toEqual([]);
      }
    }
    await closeFaultless(device);
  });
});

/** Runs in the page: types a text as soon as the page says that the answer is recorded. */
function typeOnceRecorded(text: string): void {
  const observer = new MutationObserver(() => {
    const isRecorded = document.querySelector('.answer-state')?.textContent.startsWith('Recorded');
    const field = document.querySelector<HTMLInputElement>('.question input.field');
    if (isRecorded !== true || field === null) return;
    observer.disconnect();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  observer.observe(document.body, { subtree: true, characterData: true, childList: true });
}

/** Runs in the page: the parts of the question's foot that are not in view, and scrolling sideways. */
function partsOutOfView(question: Element, font: string): string[] {
  document.documentElement.style.fontSize = font;
  question.scrollIntoView({ behavior: 'instant' });
  const missing = ['.answer-bar .button', '.answer-state'].filter((part) => {
    const box = question.querySelector(part)?.getBoundingClientRect();
    return box === undefined || box.top < 0 || box.bottom > innerHeight + 1;
  });
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [...missing, 'the page scrolls sideways'] : missing;
}

/** Runs in the page: true once that is loaded which follows a translator. */
function isKeptCurrent(): boolean {
  const state = document.querySelector('.question .answer-state');
  return state?.lastChild?.nodeName === '#text' && state.firstChild?.nodeName === 'FONT';
}

describe('[P10] a page that its browser translates', () => {
  it('goes on changing all its texts', async () => {
    const { device, page, presenter } = await phoneOn('drink', { width: 390, height: 844 });
    await page.evaluate(() => {
      const translate = (): void => {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found: Text[] = [];
        while (texts.nextNode()) found.push(texts.currentNode as Text);
        for (const text of found) {
          if (text.data.trim() === '' || text.parentElement?.closest('font')) continue;
          const holder = document.createElement('div');
          holder.innerHTML = '<font><font></font></font>';
          const [font] = holder.children;
          if (font === undefined) continue;
          (font.firstElementChild ?? font).textContent = text.data;
          text.replaceWith(font);
        }
      };
      setInterval(translate, 50);
    });
    const state = page.locator('.question .answer-state');
    await page.locator('h1 font').first().waitFor();
    await page.getByRole('button', { name: 'Tea' }).click();
    await says(page, 'Recorded\\.');
    await state.locator('font').first().waitFor();
    await page.waitForFunction(isKeptCurrent);
    await device.context.setOffline(true);
    await page.getByText('No connection.').first().waitFor();
    await page.getByRole('button', { name: 'Water' }).click();
    await expect
      .poll(() => state.innerText())
      .toBe('Kept on this phone. It will be sent when you are back online.');
    await device.context.setOffline(false);
    await expect.poll(() => state.innerText()).toBe('Recorded. You can still change it.');
    await expect.poll(() => page.locator('.link-state').innerText()).toBe('');
    await presenter.show(SLIDES.step);
    await expect.poll(() => page.locator('.talk-place').innerText()).toMatch(/^Slide 4 of 7/);
    await expect
      .poll(() => page.locator('.question h1').innerText())
      .toBe('Which one step do you take this week?');
    await presenter.ask('activity:close', { activity: 'step' });
    await expect.poll(() => state.innerText()).toBe('Closed. You did not answer.');
    await device.close();
  });
});
