import { expect, it } from 'vitest';
import {
  closeFaultless,
  expectFitAndAccessible,
  expectFitsEveryWidth,
  smallPhone,
  tidy,
} from './browser.ts';
import { savePicture } from './save-picture.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('pioneers');

/** A word that no other session's name has. */
const COHORT = 'Cohort7391';

/** The levels of the first row, one for each person, and those who rate the second. */
const ONE = { name: `${COHORT} spring`, levels: [1, 2, 2, 3, 4, 2], second: 4 };
const OTHER = { name: `${COHORT} autumn`, levels: [4, 4, 5, 3, 5, 4, 5], second: 7 };

async function cohort({ name, levels, second }: typeof ONE): Promise<string> {
  const { code, presenter } = await fixture.startSession();
  await fixture.plenary.api('POST', `/sessions/${code}/name`, { name });
  await presenter.ask('activity:open', { activity: 'maturity' });
  for (const [person, level] of levels.entries()) {
    const phone = await fixture.attendee(code);
    const ratings = [level, person < second ? 3 : 'cannot-say', 2, 3, 4, 5];
    expect(await phone.answer('maturity', { ratings })).toMatchObject({ ok: true });
  }
  return code;
}

it('[X25] [X27] [X29] Two cohorts of the module are chosen on the desk, and their figures are those reckoned by hand', async () => {
  const first = await cohort(ONE);
  await cohort(OTHER);
  const device = await fixture.device({ width: 1280, height: 800 });
  await device.signIn(fixture.plenary.url);
  const { page } = device;
  await page.goto(`${fixture.plenary.url}/present?q=${COHORT}`);
  await page.getByRole('checkbox', { name: 'Select all shown' }).check();
  await page.getByRole('link', { name: 'Compare 2 sessions' }).click();

  const table = page.locator('section[id^=question-maturity-] > .view .data-table');
  await table.waitFor({ state: 'attached' });
  const rows = async (): Promise<string[][]> =>
    table
      .locator('tbody tr')
      .evaluateAll((all) =>
        all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
      );
  const [ofOne, ofOther, few, enough] = await rows();
  // 2.333 ± 2.571 · 1.033 / √6, and 4.286 ± 2.447 · 0.756 / √7; the difference by Welch.
  expect(ofOne?.slice(1)).toEqual([
    ...[ONE.name, '6', '2.3', '1.2 to 3.4', '2.0', '1.0 to 4.0', '2.0 to 2.8', '', ''],
  ]);
  expect(ofOther?.slice(1)).toEqual([
    ...[OTHER.name, '7', '4.3', '3.6 to 5.0', '4.0', '3.0 to 5.0', '4.0 to 5.0'],
    ...['+2.0', '+0.8 to +3.1'],
  ]);
  // Four people have rated it: nothing is told, and the radar has no point.
  expect(few?.slice(1)).toEqual([ONE.name, 'Too few']);
  expect(enough?.slice(1, 4)).toEqual([OTHER.name, '7', '3.0']);
  const marks = page.locator('.comparison-shape .radar .series-shape');
  expect(await marks.count()).toBe(11);
  const looks = await page
    .locator('.radar-series')
    .evaluateAll((all) => all.map((line) => line.getAttribute('stroke-dasharray')));
  expect(new Set(looks).size).toBe(2);
  const item = page.locator('.comparison-item').first();
  expect(tidy(await item.innerText())).toContain('4.3 3.6 to 5.0 +2.0, +0.8 to +3.1');
  await expectFitAndAccessible(page, 'two sessions compared');
  await expectFitsEveryWidth(page);

  const { name, content } = await savePicture(page, 'Picture: Where are you today?', 'SVG');
  expect(name).toBe('plenary-pioneers-comparison-maturity.svg');
  for (const text of [OTHER.name, '4.3', '3.6 to 5.0'])
    expect(String(content)).toContain(`>${text}<`);

  await page.setViewportSize(smallPhone);
  await page.goto(`${fixture.plenary.url}/s/${first}/results`);
  await page.getByRole('link', { name: 'Compare with other sessions' }).click();
  const other = page.getByRole('checkbox', { name: OTHER.name });
  await other.focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Compare 2 sessions' }).press('Enter');
  await table.waitFor({ state: 'attached' });
  expect((await rows())[0]).toEqual(ofOne);
  await expectFitAndAccessible(page, 'two sessions compared on a phone');
  await closeFaultless(device);
});
