import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import {
  closeFaultless,
  expectFitAndAccessible,
  expectNoSidewaysScroll,
  expectTexts,
  smallPhone,
} from './browser.ts';
import { sessionFixture } from './setup-session.ts';

const fixture = sessionFixture('room');

/** The people of each drink at each mood. */
const PEOPLE = [
  { drink: 0, mood: 4, people: 7 },
  { drink: 0, mood: 5, people: 5 },
  { drink: 0, mood: 2, people: 2 },
  { drink: 1, mood: 4, people: 5 },
  { drink: 1, mood: 5, people: 2 },
  { drink: 1, mood: 2, people: 5 },
];

async function answeredSession(): Promise<string> {
  const { code, presenter } = await fixture.startSession();
  for (const slide of [1, 2, 3]) await presenter.show(slide);
  const phones = PEOPLE.flatMap(({ people, ...answers }) =>
    Array.from({ length: people }, () => answers),
  );
  await Promise.all(
    phones.map(async ({ drink, mood }) => {
      const phone = await fixture.attendee(code);
      await phone.answer('drink', { choices: [drink], other: null });
      await phone.answer('many', { choices: drink === 0 ? [0, 1] : [1, 2, 3], other: null });
      expect(await phone.answer('mood', { ratings: [mood] })).toMatchObject({ ok: true });
    }),
  );
  return code;
}

it('[X14] [X17] [X30] The page of two questions crossed says and hides what the table does, and keeps its choices', async () => {
  const code = await answeredSession();
  const device = await fixture.device(smallPhone);
  await device.signIn(fixture.plenary.url);
  const { page } = device;
  await page.goto(`${fixture.plenary.url}/s/${code}/results`);
  await page.getByRole('link', { name: 'Cross two questions' }).click();
  // The deck's first two questions mostly tell nothing of each other: none is chosen.
  await page.getByText('Choose two questions.').waitFor();
  await page.getByLabel('Rows').selectOption({ label: 'What do you drink?' });
  await page.getByLabel('Columns').selectOption({ label: 'How are you today?' });
  const cells = page.locator('tbody td');
  const shown = ['– hidden', '7 50%', '– hidden', '14', '– hidden', '5 42%', '– hidden', '12'];
  await expectTexts(cells, shown);
  expect(await page.locator('tfoot td').allTextContents()).toEqual(['7', '12', '7', '26']);
  expect(await page.locator('.cross-note[role=status]').textContent()).toContain(
    '26 people answered both.',
  );
  expect(await page.locator('.mosaic-hidden').count()).toBe(2);
  await expectFitAndAccessible(page, 'two questions crossed');

  // Its picture hides the same parts.
  await page.getByRole('button', { name: 'Picture: What do you drink?' }).click();
  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save SVG' }).click(),
  ]);
  const svg = await readFile(await picture.path(), 'utf8');
  expect(svg.match(/fill="url\(#/g)).toHaveLength(2);
  expect(svg).toContain('26 people answered both');

  const swap = page.getByRole('button', { name: 'Swap' });
  await swap.focus();
  await page.keyboard.press('Enter');
  await expectTexts(page.locator('thead th'), ['Answer', 'Tea', 'Coffee', 'All']);
  expect(await swap.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.reload();
  await expectTexts(page.locator('thead th'), ['Answer', 'Tea', 'Coffee', 'All']);

  await page.getByLabel('Rows').selectOption({ label: 'What do you drink?' });
  await expectTexts(page.locator('thead th'), ['Answer', '2', '4', '5: Very well', 'All']);
  // Numbers that are hidden far to the right, and an address written by hand.
  await page.goto(`${page.url().replace(/\?.*/, '')}?rows=mood&columns=many`);
  const options = ['Markdown', 'YAML', 'JSON', 'TOML'];
  await expectTexts(page.locator('thead th'), ['Answer', ...options, 'All']);
  await expectNoSidewaysScroll(page);
  await closeFaultless(device);
});
