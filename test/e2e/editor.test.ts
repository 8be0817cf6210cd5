import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  closeFaultless,
  expectAccessible,
  expectFitsEveryWidth,
  focusedText,
  type Device,
} from './browser.ts';
import { sessionFixture } from './setup-session.ts';

const fixture = sessionFixture('room');
const PICTURE = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const wide = { width: 1280, height: 800 };

/** A new deck, open in the editor of a browser of its own. */
async function edit(name: string, isNew = true): Promise<Device> {
  if (isNew) await fixture.plenary.api('POST', '/decks', { name, title: 'Bread' });
  const device = await fixture.device(wide);
  await device.signIn(fixture.plenary.url);
  // Of text that is not saved: everybody here leaves it.
  device.page.on('dialog', (dialog) => void dialog.accept());
  await device.page.goto(`${fixture.plenary.url}/present/decks/${name}`);
  await device.page.locator('.present-slide').waitFor();
  return device;
}

/** Writes behind the end of the line that begins so. */
async function typeBehind(page: Page, line: string, text: string): Promise<void> {
  await page.locator('.cm-line', { hasText: line }).click();
  await page.locator('.cm-activeLine', { hasText: line }).waitFor();
  await page.keyboard.press('End');
  await page.keyboard.insertText(text);
}

async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+s');
  await page.getByText('Saved', { exact: true }).waitFor();
}

const insert = async (page: Page, what: string): Promise<void> => {
  await page.getByRole('button', { name: 'Insert' }).click();
  await page.getByRole('button', { name: what }).click();
};

const saved = (deck: string): Promise<string> =>
  readFile(join(fixture.plenary.folder, 'slides', deck, 'deck.md'), 'utf8');

describe('the editor of a deck', () => {
  it('scrolls its panes and never the page, and keeps the cursor in view when mistakes take its room', async () => {
    const device = await edit('long');
    const { page } = device;
    const slides = Array.from({ length: 40 }, (_, index) => `\n\n---\n\n# Slide ${index + 2}`);
    await typeBehind(page, '# Bread', slides.join(''));
    await page.getByText('Slide 41 of 41').waitFor();
    const overflow = () => document.documentElement.scrollHeight - innerHeight;
    expect(await page.evaluate(overflow)).toBe(0);
    await page.keyboard.insertText('\n\n```poll\n```\n\n```quiz\n```\n\n`the end`');
    await page
      .getByRole('button', { name: /Mistake deck\.md, line \d+/ })
      .first()
      .waitFor();
    const below = async (): Promise<number> => {
      const boxes = ['.cm-activeLine', '.cm-scroller'].map((one) =>
        page.locator(one).boundingBox(),
      );
      const [line, pane] = await Promise.all(boxes);
      if (!line || !pane) return Infinity;
      return line.y + line.height - pane.y - pane.height;
    };
    await expect.poll(below).toBeLessThanOrEqual(0);
    expect(await page.evaluate(overflow)).toBe(0);
    await closeFaultless(device);
  });

  it('takes a talk with a picture and two questions, says each mistake beside its line, and has it all when it is opened again', async () => {
    const device = await edit('bread');
    const { page } = device;
    await typeBehind(page, '# Bread', '\n\nIn four folds\n\n');
    const chooser = page.waitForEvent('filechooser');
    await insert(page, 'Picture…');
    const picture = { name: 'a loaf.gif', mimeType: 'image/gif', buffer: PICTURE };
    await (await chooser).setFiles([picture]);
    await page.locator('.cm-line', { hasText: '![](a-loaf.gif)' }).waitFor();
    await insert(page, 'Quiz');
    await page.getByText('Slide 2 of 2').waitFor();
    await insert(page, 'Poll');
    await page.getByText('Slide 3 of 3').waitFor();
    // Its text is selected, so that typing replaces it.
    await page.keyboard.insertText('Tea or coffee?');
    await page.locator('.present-slide', { hasText: 'Tea or coffee?' }).waitFor();

    await typeBehind(page, 'options: [At half', '\nmaximum: 2');
    const mistake = page.getByRole('button', { name: /Mistake deck\.md, line \d+:.*maximum/ });
    await mistake.waitFor();
    expect(await page.locator('.cm-lint-marker-error').count()).toBe(1);
    await expectAccessible(page, 'editor');
    await page.getByRole('button', { name: 'Slide 1 Bread' }).click();
    await page.getByText('Slide 1 of 3').waitFor();
    await mistake.click();
    await page.locator('.cm-activeLine', { hasText: 'maximum: 2' }).waitFor();
    await page.keyboard.press('Shift+End');
    await page.keyboard.press('Backspace');
    await page.getByText(/^No mistakes/).waitFor();
    await save(page);
    await expectFitsEveryWidth(page);

    await page.goto(`${fixture.plenary.url}/present/decks/bread`);
    await page.getByRole('button', { name: 'Slide 3 Tea or coffee?' }).waitFor();
    const shown = page.locator('.present-slide img');
    await expect
      .poll(() => shown.evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBe(1);
    expect(await saved('bread')).toMatch(
      /!\[\]\(a-loaf\.gif\)\n\n---\nlayout: question[^]*```quiz[^]*```poll/,
    );
    // Tab leads out of the text.
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Tab');
    await expect.poll(() => focusedText(page, 'button')).not.toBe('');
    await closeFaultless(device);
  });

  it('[S73] shows a picture that no slide uses any more, and removes it when asked', async () => {
    const device = await edit('tidy');
    const { page } = device;
    await typeBehind(page, '# Bread', '\n\n');
    const chooser = page.waitForEvent('filechooser');
    await insert(page, 'Picture…');
    const picture = { name: 'loaf.gif', mimeType: 'image/gif', buffer: PICTURE };
    await (await chooser).setFiles([picture]);
    await page.locator('.present-slide img').waitFor();
    await page.keyboard.press('Control+z');
    await page.locator('.present-slide img').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Files', exact: true }).click();
    await page.getByText('1 is not used by any slide.').waitFor();
    await page.getByRole('button', { name: 'Remove' }).click();
    const question = page.getByRole('dialog', { name: 'Remove loaf.gif?' });
    await question.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('None yet.').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByRole('textbox', { name: 'Find' }).pressSequentially('bread');
    await page.locator('.cm-searchMatch').first().waitFor();
    await expectAccessible(page, 'editor with its search');
    await closeFaultless(device);
  });

  it('[S66] has what was typed and not saved after a reload, and goes back to what is saved', async () => {
    const device = await edit('kept');
    const { page } = device;
    await typeBehind(page, '# Bread', ' that nobody saved');
    await page.getByText('Not saved yet').waitFor();
    await page.reload();
    await page.getByText(/is back: deck\.md/).waitFor();
    await page.locator('.cm-line', { hasText: '# Bread that nobody saved' }).waitFor();
    expect(await saved('kept')).not.toContain('nobody');
    await page.getByRole('button', { name: 'Use the saved text instead' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.reload();
    await page.locator('.present-slide').waitFor();
    expect(await page.locator('.cm-line', { hasText: 'nobody' }).count()).toBe(0);
    await closeFaultless(device);
  });

  it('[S67] loses no line where two people save: it merges what it can, and asks where both wrote', async () => {
    const one = await edit('both');
    await typeBehind(one.page, '# Bread', '\n\nFirst\n\nSecond\n\nThird');
    await save(one.page);
    const other = await edit('both', false);
    await other.page.getByText(/Somebody else is editing this deck/).waitFor();
    await typeBehind(one.page, 'First', ' of mine');
    await typeBehind(other.page, 'Third', ' of theirs');
    await save(one.page);
    await save(other.page);
    expect(await saved('both')).toContain('First of mine\n\nSecond\n\nThird of theirs');

    // As somebody does who comes back to the window.
    await one.page.evaluate(() => dispatchEvent(new Event('focus')));
    await one.page.locator('.cm-line', { hasText: 'Third of theirs' }).waitFor();
    await typeBehind(one.page, 'Second', ' of mine');
    await typeBehind(other.page, 'Second', ' of theirs');
    await save(one.page);
    await other.page.keyboard.press('Control+s');
    await other.page.getByText(/Their lines stand above yours/).waitFor();
    await other.page.locator('.cm-deletedChunk', { hasText: 'Second of mine' }).waitFor();
    await other.page.locator('.cm-line', { hasText: 'Second of theirs' }).waitFor();
    expect(await saved('both')).toContain('Second of mine');
    await other.page.getByRole('button', { name: 'Keep mine' }).press('Enter');
    expect(await other.page.evaluate(() => document.activeElement?.className)).toBe('source');
    await other.page.getByText(/Their lines stand above yours/).waitFor({ state: 'detached' });
    await save(other.page);
    expect(await saved('both')).toContain('First of mine\n\nSecond of theirs\n\nThird of theirs');
    const versions = await fixture.plenary.api('GET', '/decks/both/versions');
    const texts = await Promise.all(
      ((await versions.json()) as { id: string }[]).map(async ({ id }) => {
        return (await fixture.plenary.api('GET', `/decks/both/versions/${id}`)).text();
      }),
    );
    expect(texts.some((text) => text.includes('Second of mine'))).toBe(true);
    for (const device of [one, other]) await device.close();
  });

  it('[S66] says that the disk is full, keeps the text, and saves it once there is space', async () => {
    const device = await edit('full');
    await typeBehind(device.page, '# Bread', ' that needs space');
    await fixture.plenary.fillDisk(true);
    await device.page.keyboard.press('Control+s');
    await device.page.getByRole('alert').getByText('The server’s disk is full.').waitFor();
    await device.page.getByText('Not saved yet').waitFor();
    expect(await saved('full')).not.toContain('space');
    await fixture.plenary.fillDisk(false);
    await save(device.page);
    expect(await saved('full')).toContain('# Bread that needs space');
    await device.close();
  });
});
