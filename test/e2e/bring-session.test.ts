import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { expectAccessible, expectFitsEveryWidth, focusedText } from './browser.ts';
import { sessionFixture } from './setup-session.ts';

const fixture = sessionFixture('room');

it('[X19] [X20] A session is saved on its results, and brought in on a desk that does not have it', async () => {
  const { code, presenter } = await fixture.startSession();
  await presenter.ask('session:end', {});
  const { plenary } = fixture;
  await plenary.api('POST', `/sessions/${code}/name`, { name: 'Team Berlin' });
  await plenary.api('POST', `/sessions/${code}/end`);
  const desk = await fixture.device({ width: 1280, height: 800 });
  await desk.openDesk(plenary.url);
  const { page } = desk;
  await page.goto(`${plenary.url}/s/${code}/results`);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'More files' }).click();
  await page.getByRole('link', { name: 'Save the session' }).click();
  const file = await (await saved).path();
  await plenary.api('DELETE', `/sessions/${code}`);
  await page.goto(`${plenary.url}/present`);

  await page.getByRole('button', { name: 'Bring in a session' }).click();
  const choose = page.getByRole('button', { name: 'Choose a file' });
  const bring = async (bytes: Buffer): Promise<void> => {
    const chosen = page.waitForEvent('filechooser');
    await choose.click();
    const mimeType = 'application/json';
    await (await chosen).setFiles({ name: 'session.json', mimeType, buffer: bytes });
  };
  const bytes = await readFile(file);
  await bring(bytes.subarray(0, -5));
  await page.getByRole('alert').getByText('Its end is missing.').waitFor();
  await expectAccessible(page, 'the dialog with a refusal');
  await bring(bytes);
  await page.getByRole('heading', { name: 'The session is here' }).waitFor();
  await expect.poll(() => focusedText(page, 'a')).toBe('Results');
  await expectFitsEveryWidth(page);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Team Berlin', level: 1 }).waitFor();
  // The refusal of the file that was cut.
  expect(desk.complaints).toEqual([expect.stringContaining('422')]);
});
