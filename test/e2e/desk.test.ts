import { expect, it } from 'vitest';
import {
  closeFaultless,
  expectAccessible,
  expectNoSidewaysScroll,
  focusedText,
} from './browser.ts';
import { sessionFixture } from './setup-session.ts';

const fixture = sessionFixture('room');

const spoken = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

it('[S39] The desk shows the latest sessions, and earlier ones by the keyboard, each once', async () => {
  const codes: string[] = [];
  for (let count = 0; count < 52; count += 1) codes.push(await fixture.plenary.session('room'));
  const desk = await fixture.device({ width: 320, height: 640 });
  await desk.openDesk(fixture.plenary.url);
  const { page } = desk;
  const shown = page.locator('.session-code');
  await expect.poll(() => shown.count()).toBe(50);
  const more = page.getByRole('button', { name: 'Show more running sessions' });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page, 'the desk');
  await more.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => shown.count()).toBe(52);
  const texts = await shown.allTextContents();
  expect(texts.map((code) => code.replace(/\D/g, '')).toSorted()).toEqual(codes.toSorted());
  expect(await more.count()).toBe(0);
  // Tab goes on from the first of the new ones.
  const focused = page.locator('li', { has: page.locator('h4:focus') });
  expect(await focused.locator('.session-code').textContent()).toBe(texts[50]);
  await closeFaultless(desk);
});

it('[S60] [S61] [S63] Many sessions of a deck are told apart, found and deleted together, by keys alone', async () => {
  const { plenary } = fixture;
  const one = await plenary.session('room');
  const { code: answered, presenter } = await fixture.startSession();
  await presenter.show(1);
  const phone = await fixture.attendee(answered);
  expect(await phone.answer('drink', { choices: [0], other: null })).toMatchObject({ ok: true });
  const deleted = [answered, await plenary.session('room')];
  const kept = await plenary.session('room');
  await plenary.api('POST', `/sessions/${kept}/end`);
  for (const code of [...deleted, kept]) {
    await plenary.api('POST', `/sessions/${code}/name`, { name: 'Old try' });
  }
  const desk = await fixture.device({ width: 1280, height: 800 });
  await desk.openDesk(plenary.url);
  const { page } = desk;
  const rows = page.locator('.session-row');
  const find = page.getByRole('searchbox', { name: 'Find sessions' });

  await find.fill(spoken(one));
  await expect.poll(() => rows.count()).toBe(1);
  await rows.getByRole('button', { name: 'More' }).press('Enter');
  await rows.getByRole('button', { name: 'Name this session' }).press('Enter');
  await page.keyboard.type('Team Berlin');
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedText(page, 'h4')).toBe('Team Berlin');
  await find.fill('berlin');
  await expect.poll(() => rows.allTextContents()).toEqual([expect.stringContaining(spoken(one))]);

  await find.fill('old try');
  await expect.poll(() => rows.count()).toBe(3);
  const boxes = rows.getByRole('checkbox');
  await boxes.first().press('Space');
  await boxes.last().press('Shift+Space');
  await page.getByRole('button', { name: 'Delete 3 sessions' }).waitFor();
  await boxes.first().press('Shift+Space');
  await expect.poll(() => page.getByRole('button', { name: /^Delete/ }).count()).toBe(0);
  await page.getByRole('combobox', { name: 'Show' }).selectOption('Running');
  await expect.poll(() => rows.count()).toBe(2);
  await boxes.first().press('Space');
  await boxes.last().press('Space');
  await page.getByRole('button', { name: 'Delete 2 sessions' }).waitFor();
  await boxes.last().press('Delete');
  const dialog = page.getByRole('dialog', { name: 'Delete 2 sessions?' });
  await dialog.getByText('1 answer will be deleted with them.').waitFor();
  expect(await focusedText(page)).toBe('Cancel');
  await expectAccessible(page, 'the question before sessions are deleted');
  await dialog.getByRole('button', { name: 'Delete 2 sessions' }).press('Enter');
  await page.getByText('2 sessions deleted. No session is like that.').waitFor();
  await expect.poll(() => focusedText(page, 'h2')).toBe('Sessions');
  for (const code of deleted)
    expect((await plenary.api('GET', `/sessions/${code}`)).status).toBe(404);
  await page.getByRole('combobox', { name: 'Show' }).selectOption('All');
  await expect.poll(() => rows.allTextContents()).toEqual([expect.stringContaining(spoken(kept))]);
  await closeFaultless(desk);
});

it('[S62] A rehearsal is one on console, results and desk, and leaves its deck as never given', async () => {
  const desk = await fixture.device({ width: 1280, height: 800 });
  await desk.openDesk(fixture.plenary.url);
  const { page } = desk;
  const title = 'Learning from the Pioneers';
  const card = page.getByRole('listitem').filter({
    has: page.getByRole('button', { name: `Start: ${title}` }),
  });
  await card.getByText('Never given').waitFor();
  await card.locator('.slide-preview').getByText(title).waitFor();
  await card.getByRole('button', { name: `Rehearse: ${title}` }).click();
  await page.getByText('Rehearsal: this session counts nowhere.').waitFor();
  const code = /\d{6}/.exec(page.url())?.[0] ?? '';
  await page.goto(`${fixture.plenary.url}/s/${code}/results`);
  await page.getByText('Rehearsal', { exact: true }).waitFor();
  await expectAccessible(page, 'the head of the results');
  await page.getByRole('link', { name: 'Decks and sessions' }).click();
  await card.getByText('Never given').waitFor();
  await page.getByRole('combobox', { name: 'Show' }).selectOption('Rehearsals');
  const rows = page.locator('.session-row');
  await expect.poll(() => rows.allTextContents()).toEqual([expect.stringContaining(spoken(code))]);
  await rows.getByText('Rehearsal', { exact: true }).waitFor();
  await closeFaultless(desk);
});

it('[S63] A session or a deck that runs is ended where its deletion is asked about, and kept', async () => {
  const { plenary } = fixture;
  await plenary.api('POST', '/decks', { name: 'bread', title: 'Bread' });
  const [code, other] = [await plenary.session('bread'), await plenary.session('bread')];
  const desk = await fixture.device({ width: 1280, height: 800 });
  await desk.openDesk(plenary.url);
  const { page } = desk;
  // Whatever is looked for, a talk that goes on is in sight.
  await page.goto(`${plenary.url}/present?q=no+such+session`);
  await page.locator('.desk-running').getByText('Running').waitFor();
  await page.goto(`${plenary.url}/present`);
  const isEnded = async (one: string): Promise<boolean> => {
    const response = await plenary.api('GET', `/sessions/${one}`);
    return ((await response.json()) as { endedAt: string | null }).endedAt !== null;
  };
  const row = page.locator('.session-row', { hasText: spoken(code) });
  await row.getByRole('button', { name: 'More' }).click();
  await row.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'End without deleting' }).click();
  await expect.poll(() => isEnded(code)).toBe(true);
  await expect.poll(() => row.getByText('Running').count()).toBe(0);

  await page.getByRole('button', { name: 'More: Bread' }).first().click();
  await page
    .getByRole('group', { name: 'More: Bread' })
    .getByRole('button', { name: 'Delete' })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Delete the deck “Bread”?' });
  await dialog.getByRole('button', { name: `End: Bread ${spoken(other)}` }).click();
  await dialog.getByText('No session of it is running now.').waitFor();
  await expectAccessible(page, 'the question before a deck is deleted');
  expect(await isEnded(other)).toBe(true);
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await dialog.waitFor({ state: 'detached' });
  const ended = page.locator('.session-row', { hasText: spoken(other) });
  await expect.poll(() => ended.getByText('Running').count()).toBe(0);
  await closeFaultless(desk);
});
