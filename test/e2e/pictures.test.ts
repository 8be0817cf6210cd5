import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { closeFaultless, expectFitAndAccessible, smallPhone } from './browser.ts';
import { savePicture } from './save-picture.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('taken-along');

const QUESTION = 'Which <b>tool</b> & "why"?';
const MENU = `Picture: ${QUESTION}`;
/** The people for each option of the poll: the last has none. */
const COUNTS = [4, 2, 1, 0];
const ACCENT = '#334a62';
const SOFT = '#e4eaf1';

/** A session with seven answers to the poll, two to the rating, and a text that nobody has approved. */
async function answeredSession(): Promise<string> {
  const { code, presenter } = await fixture.startSession();
  for (const slide of [1, 2, 3]) await presenter.show(slide);
  const choices = COUNTS.flatMap((people, option) => Array.from({ length: people }, () => option));
  await Promise.all(
    choices.map(async (choice, at) => {
      const phone = await fixture.attendee(code);
      const given = await phone.answer('tools', { choices: [choice], other: null });
      expect(given).toMatchObject({ ok: true });
      if (at < 2) await phone.answer('mood', { ratings: [4] });
      if (at > 0) await phone.answer('words', { choice: null, text: 'Nobody approved this' });
    }),
  );
  return code;
}

/** All that a document of SVG has, as a browser reads it. */
function readSvg(page: Page, svg: string) {
  return page.evaluate((text) => {
    const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
    const elements = [root, ...root.querySelectorAll('*')];
    const number = (rect: Element, name: string) => Number(rect.getAttribute(name));
    return {
      tags: [...new Set(elements.map(({ tagName }) => tagName))].sort(),
      acting: elements.flatMap(({ attributes }) =>
        [...attributes].map(({ name }) => name).filter((name) => /^on|href/.test(name)),
      ),
      texts: [...root.querySelectorAll('text')].map(({ textContent }) => textContent),
      size: [number(root, 'width'), number(root, 'height')],
      rects: [...root.querySelectorAll('rect')].map((rect) => ({
        fill: rect.getAttribute('fill'),
        ...{ x: number(rect, 'x'), y: number(rect, 'y') },
        ...{ width: number(rect, 'width'), height: number(rect, 'height') },
      })),
    };
  }, svg);
}

/** The size of a PNG, and its colours at places that are given in CSS pixels. */
function readPng(page: Page, png: Buffer, places: readonly (readonly [number, number])[]) {
  return page.evaluate(
    async ([base64, at]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const paper = document.createElement('canvas');
      [paper.width, paper.height] = [image.width, image.height];
      const pen = paper.getContext('2d');
      pen?.drawImage(image, 0, 0);
      const colours = at.map(([x, y]) => {
        const [red = 0, green = 0, blue = 0] = pen?.getImageData(2 * x, 2 * y, 1, 1).data ?? [];
        const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, '0'));
        return `#${hex.join('')}`;
      });
      return { size: [image.width, image.height], colours };
    },
    [png.toString('base64'), places] as const,
  );
}

it('[X30] [X31] [X32] A chart is saved as SVG of shapes and as PNG, and copied, with what the room could have read', async () => {
  const code = await answeredSession();
  const device = await fixture.device({ width: 1280, height: 800 });
  await device.signIn(fixture.plenary.url);
  await device.context.grantPermissions(['clipboard-write']);
  const { page } = device;
  // No policy of ours holds there, as none does where a picture is opened.
  const elsewhere = await device.context.newPage();
  await page.goto(`${fixture.plenary.url}/s/${code}/results`);

  const svg = await savePicture(page, MENU, 'SVG');
  expect(svg.name).toBe(`plenary-taken-along-${code}-tools.svg`);
  const drawn = await readSvg(elsewhere, svg.content.toString());
  expect(drawn.tags).toEqual(['rect', 'style', 'svg', 'text', 'title']);
  expect(drawn.acting).toEqual([]);
  expect(drawn.texts).toEqual(
    expect.arrayContaining([QUESTION, '7 of 7 people', 'Nobody’s', 'Taken along & "home"']),
  );
  expect(drawn.texts.join('')).toContain('<img src=x onerror=alert(1)>');

  // The longest bar is solid; the others are hollow, and end at their shares of its length.
  const [longest, ...others] = drawn.rects.filter(
    ({ fill, width, height }) => fill === SOFT || (fill === ACCENT && width > 9 && height > 9),
  );
  if (longest === undefined) throw new Error('There is no bar');
  const lengths = [longest, ...others].map(({ width }) => width);
  expect(lengths).toHaveLength(3);
  for (const [at, length] of lengths.entries()) {
    const wanted = (longest.width * (COUNTS[at] ?? 0)) / 4;
    expect(Math.abs(length - wanted), `bar ${at}`).toBeLessThanOrEqual(1);
  }
  expect(longest.width).toBeGreaterThan(200);

  const png = await savePicture(page, MENU, 'PNG');
  const middle = longest.y + longest.height / 2;
  const { size, colours } = await readPng(elsewhere, png.content, [
    [longest.x + longest.width - 2, middle],
    [longest.x + longest.width + 3, middle],
    [2, 2],
  ]);
  expect(size).toEqual(drawn.size.map((pixels) => 2 * pixels));
  expect(size[0]).toBe(1920);
  expect(colours).toEqual([ACCENT, '#ffffff', '#ffffff']);

  // Two answers, and a text that waits for the presenter: the organiser reads both, others neither.
  await page.getByText('No picture: fewer than 5 answers.').waitFor();
  expect(await page.getByRole('button', { name: 'Picture: How are you today?' }).count()).toBe(0);
  expect(await page.getByText('Nobody approved this').count()).toBeGreaterThan(0);
  const words = await savePicture(page, 'Picture: What should stay?', 'SVG');
  expect(words.content.toString()).not.toContain('Nobody approved this');

  const status = page.locator('.picture-outcome', { hasText: /./ });
  await page.getByRole('button', { name: MENU }).click();
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect.poll(() => status.textContent()).toBe('Copied. Paste it where you need it.');
  await expectFitAndAccessible(page, 'results with a menu for pictures');

  // A browser on plain HTTP has no clipboard.
  await page.evaluate(() => Reflect.deleteProperty(Navigator.prototype, 'clipboard'));
  await page.setViewportSize(smallPhone);
  await page.getByRole('button', { name: MENU }).click();
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect.poll(() => status.textContent()).toBe('This browser does not copy pictures here.');
  await expectFitAndAccessible(page, 'a picture that was not copied');
  const [offered] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.picture-menu > button', { hasText: 'Save PNG' }).click(),
  ]);
  expect(offered.suggestedFilename()).toMatch(/-tools\.png$/);
  await closeFaultless(device);
});
