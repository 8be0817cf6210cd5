import { describe, expect, it } from 'vitest';
import type { ConsoleDeck } from '../../src/session/views.ts';
import {
  chooseInMenu,
  closeFaultless,
  expectAccessible,
  expectNoSidewaysScroll,
  smallPhone,
} from './browser.ts';
import { sessionFixture } from './setup-session.ts';

const fixture = sessionFixture('pioneers', 'slides');
const phones = [smallPhone, { width: 390, height: 844 }];
const NOW = 'On the screen now';

/** A session of the module, its slides, and a way to show the one with that title. */
async function startSession() {
  const { code, presenter } = await fixture.startSession();
  const { slides } = await presenter.until<ConsoleDeck>('session:deck');
  const show = (title: string, f = -1) => {
    const slide = slides.find((one) => one.title === title);
    if (slide === undefined) throw new Error(`There is no slide ${title}`);
    return presenter.ask('slide:show', { h: slide.h, v: slide.v, f });
  };
  return { code, presenter, slides, show };
}

/** Runs in the page: keeps all that screen readers are told. */
function listenToStatus(): void {
  const told = new Set<string>();
  Object.assign(globalThis, { told });
  new MutationObserver(() => {
    for (const { textContent } of document.querySelectorAll('.visually-hidden[role=status]')) {
      if (textContent !== '') told.add(textContent);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** Runs in the page. */
function toldOfSlides(): string[] {
  return [...(globalThis as unknown as { told: Set<string> }).told];
}

describe('[S43] a phone between questions', () => {
  it.each(phones)('shows the present slide as text on $width × $height', async (size) => {
    const { code, slides, show } = await startSession();
    const phone = await fixture.phone(code, size);
    const { page } = phone;
    await page.getByText('The session is about to begin.').waitFor();
    const slide = page.locator('.slide-text');
    for (const { title, html, fragments, activity } of slides.slice(0, 14)) {
      if (activity !== null || !html.includes(`${title}</h`)) continue;
      await show(title, fragments - 1);
      await slide.getByRole('heading', { level: 2, name: title }).waitFor();
      await expectNoSidewaysScroll(page);
    }
    await expectAccessible(page, 'a followed slide');
    await closeFaultless(phone);
  });

  it('reads out the title of each slide that comes, and shows a step only with the stage', async () => {
    const { code, show } = await startSession();
    const phone = await fixture.device();
    const { page } = phone;
    await page.addInitScript(listenToStatus);
    await page.goto(`${fixture.plenary.url}/j/${code}`);
    await page.getByText('The session is about to begin.').waitFor();
    await show('Learning from the Pioneers');
    await page.getByRole('heading', { level: 1, name: NOW }).waitFor();
    await show('Netflix: the reported gains', 0);
    await page.getByRole('status').getByText('Netflix: the reported gains').waitFor();
    expect(await page.evaluate(toldOfSlides)).toEqual(['Netflix: the reported gains']);
    await show('Five pioneers, and what each one changed');
    await page.getByText('Five pioneers by kind of system and by date.').waitFor();
    const parts = phone.frames.filter((frame) => frame.includes('slide:followed')).join('');
    expect(parts).not.toContain('actions in a loop');
    await show('Five pioneers, and what each one changed', 9);
    await page.getByText('actions in a loop').waitFor();
    await closeFaultless(phone);
  });

  it('makes room for a question, and comes back after it', async () => {
    const { code, slides, presenter, show } = await startSession();
    const phone = await fixture.phone(code, smallPhone);
    const { page } = phone;
    await show('Learning from the Pioneers');
    await page.locator('.slide-text').waitFor();
    const asking = slides.find(({ activity }) => activity !== null);
    await presenter.ask('slide:show', { h: asking?.h, v: asking?.v, f: -1 });
    await page.locator('main .question').waitFor();
    expect(await page.getByText(NOW).count()).toBe(0);
    await show('Netflix: the reported gains');
    await page.locator('.slide-text').waitFor();
    await page.getByRole('status').getByText('Netflix: the reported gains').waitFor();
    expect(await page.locator('main .question').count()).toBe(0);
    await closeFaultless(phone);
  });

  it('shows no slide while the presenter has switched Slides on phones off', async () => {
    const { code, show } = await startSession();
    await show('Learning from the Pioneers');
    const console = await fixture.console(code);
    const phone = await fixture.phone(code);
    const { page } = phone;
    await page.locator('.slide-text').waitFor();
    const toggle = console.page.getByRole('button', {
      name: 'Slides on phones',
      exact: true,
      includeHidden: true,
    });
    await chooseInMenu(console.page, 'Slides on phones');
    await page.getByRole('heading', { name: 'Nothing to answer right now' }).waitFor();
    expect(await page.getByText(NOW).count()).toBe(0);
    expect(await toggle.getAttribute('aria-pressed')).toBe('false');
    await chooseInMenu(console.page, 'Slides on phones');
    await page.locator('.slide-text').waitFor();
    await closeFaultless(phone);
    await closeFaultless(console);
  });

  it('is sent no slide while its attendee has folded it, and keeps that over a reload', async () => {
    const { code, show } = await startSession();
    await show('Learning from the Pioneers');
    const phone = await fixture.phone(code);
    const { page } = phone;
    await page.locator('.slide-text').waitFor();
    await page.getByText(NOW).click();
    await page.getByRole('heading', { name: 'Nothing to answer right now' }).waitFor();
    await page.reload();
    await page.getByText(NOW).waitFor();
    await show('Netflix: the reported gains');
    await page.getByText('Netflix: the reported gains').waitFor();
    const sent = phone.frames.filter((frame) => frame.includes('slide:followed'));
    expect(sent.join('')).not.toContain('faster iteration');
    await page.getByText(NOW).click();
    await page.getByText('faster iteration').waitFor();
    await closeFaultless(phone);
  });
});
