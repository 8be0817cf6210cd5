import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import {
  closeFaultless,
  expectAccessible,
  expectFitAndAccessible,
  focusedText,
  shownSlide,
  smallPhone,
} from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('giving-words');

it('[V35] words are typed and sent by keys, on the narrowest phone, and each counts once', async () => {
  const { code, presenter } = await fixture.startSession();
  await presenter.show(0);
  const phone = await fixture.phone(code, smallPhone);
  const { page } = phone;
  const state = (words: string) =>
    page.locator('.answer-state[role=status]', { hasText: words }).waitFor();
  await page.getByText('The room reads this at once, without your name.').waitFor();
  await page.getByRole('textbox', { name: 'Word 1' }).fill('x'.repeat(31));
  await state('Word 1 has 31 characters: shorten it to 30.');
  await expectFitAndAccessible(page, 'a phone with a word that is too long');
  await page.getByRole('textbox', { name: 'Word 1' }).fill('Trust');
  await page.keyboard.press('Tab');
  await page.keyboard.type('trust!');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Clear goals');
  await page.keyboard.press('Enter');
  await state('Recorded. You can still change it.');
  await page.getByText('What the room wrote: 2').click();
  await page
    .getByRole('listitem')
    .filter({ hasText: /^Trust$/ })
    .waitFor();
  await expectFitAndAccessible(page, 'a phone with the room’s words');
  await presenter.ask('activity:close', { activity: 'needs' });
  await page.getByText('You wrote').waitFor();
  await expectFitAndAccessible(page, 'a phone after the close');
  const scripts = await scriptsOf(page);
  expect(scripts.length).toBeGreaterThan(1);
  // Nobody needs the list of rude words on a phone, where it would weigh three pages.
  expect(scripts.filter((text) => text.includes('arschloch'))).toEqual([]);
  await closeFaultless(phone);
});

it('[V32] [V33] [V34] [V36] words come to the stage, keep their places, and are put away, merged and spotlit by keys', async () => {
  const { code, presenter } = await fixture.startSession();
  const [stage, console] = [await fixture.stage(code), await fixture.console(code)];
  await presenter.show(0);
  const give = async (...words: string[]): Promise<unknown> =>
    (await fixture.attendee(code)).answer('needs', { words });
  const onStage = (word: string) =>
    shownSlide(stage).locator('.word-cloud-word', { hasText: word });
  const heading = (name: string) => console.page.getByRole('heading', { name }).waitFor();
  const press = async (verb: string, word: string): Promise<void> => {
    await console.page.getByRole('button', { name: new RegExp(`^${verb} ?: ${word}$`) }).focus();
    await console.page.keyboard.press('Enter');
  };
  await give('Trust', 'Clear goals', 'Time');
  await give('Trust', 'Shit', 'Goals');
  await onStage('Goals').first().waitFor();
  await heading('Waiting for approval: 1');
  await console.page.getByText('Held back: on the list of rude words').waitFor();
  expect(await onStage('Shit').count()).toBe(0);
  const names = 'Bread Chess Dance Earth Fruit Grass House Ideas Juice Light Music Night';
  for (const name of names.split(' ')) await give(name, `${name}s`, `My ${name}`);
  await onStage('My Night').waitFor();
  // A word may find no place at this size: then all shrink, and move. Most find one.
  const kept: number[] = [];
  for (const word of ['Agenda', 'Breaks', 'Coffee']) {
    const before = await placesOf(stage.page);
    await give(word);
    await onStage(word).waitFor();
    const after = await placesOf(stage.page);
    kept.push(before.filter((place) => after.includes(place)).length / before.length);
    if ((kept.at(-1) ?? 0) > 0.7) break;
  }
  expect(Math.max(...kept), kept.join()).toBeGreaterThan(0.7);
  // They are on their way for a moment.
  await expect.poll(() => overlaps(stage.page)).toEqual([]);
  await expectAccessible(stage.page, 'the stage with words');

  await press('Put away', 'Shit');
  await console.page.getByText('Put away: 1').waitFor();
  await heading('Waiting for approval: 0');
  await press('Merge', 'Goals');
  expect(await focusedText(console.page)).toBe('Cancel: Goals');
  await press('Merge into this', 'Clear goals');
  await onStage('Goals').nth(1).waitFor({ state: 'detached' });
  expect(await focusedText(console.page)).toBe('Put away: Clear goals');
  await expectAccessible(console.page, 'the console with words');
  await press('Spotlight', 'Clear goals');
  await shownSlide(stage).locator('.spotlight', { hasText: 'Clear goals 2' }).waitFor();
  await press('Spotlight', 'Clear goals');
  await onStage('Trust').waitFor();
  for (const device of [stage, console]) await closeFaultless(device);
});

/** The words of the cloud, each with its place, whatever its size. */
function placesOf(page: Page): Promise<string[]> {
  return page
    .locator('section.present .word-cloud-word')
    .evaluateAll((words) =>
      words.map(
        (word) => word.textContent + (word instanceof SVGElement ? word.style.transform : ''),
      ),
    );
}

/** Pairs of words whose letters, not their lines, cover each other. */
function overlaps(page: Page): Promise<string[]> {
  return page.locator('section.present .word-cloud-word').evaluateAll((words) => {
    const boxes = words.map((word) => {
      const { left, right, top, height } = word.getBoundingClientRect();
      // Small letters take the middle of their line, and one may stand below the arm of a T.
      return {
        word: word.textContent,
        left: left + height * 0.15,
        right: right - height * 0.15,
        top: top + height * 0.4,
        end: top + height * 0.75,
      };
    });
    return boxes.flatMap((one, place) =>
      boxes
        .slice(place + 1)
        .filter(
          (other) =>
            one.left < other.right &&
            other.left < one.right &&
            one.top < other.end &&
            other.top < one.end,
        )
        .map((other) => `${one.word} × ${other.word}`),
    );
  });
}

/** The scripts that a page has loaded. */
function scriptsOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    const scripts = [...new Set(loaded)].filter((name) => name.endsWith('.js'));
    return Promise.all(scripts.map(async (name) => (await fetch(name)).text()));
  });
}
