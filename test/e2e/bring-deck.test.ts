import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeFaultless, expectAccessible, expectFitsEveryWidth, focusedText } from './browser.ts';
import { KEY } from './plenary-process.ts';
import { sessionFixture } from './setup-session.ts';

const fixture = sessionFixture('room');

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const slides = `---
title: Tomatoes on a balcony
---

# Tomatoes on a balcony

![A dot](dot.png)

---

![Missing](missing.png)
`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenary-brought-'));
  await mkdir(join(folder, 'Balcony/node_modules'), { recursive: true });
  await writeFile(join(folder, 'Balcony/slides.md'), slides);
  await writeFile(join(folder, 'Balcony/dot.png'), Buffer.from(PIXEL, 'base64'));
  await writeFile(join(folder, 'Balcony/budget.xlsx'), 'x');
});
afterAll(() => rm(folder, { recursive: true }));

it('[S64] A folder is brought on the desk, looked at with its first slide, and added as a deck', async () => {
  const desk = await fixture.device({ width: 1280, height: 800 });
  await desk.openDesk(fixture.plenary.url);
  const { page } = desk;
  await page.getByRole('button', { name: 'Bring a deck' }).click();
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await (await chosen).setFiles(join(folder, 'Balcony'));
  const name = page.getByLabel('Name of the deck');
  await name.waitFor();
  expect(await focusedText(page)).toBe('Tomatoes on a balcony');
  const dialog = page.getByRole('dialog', { name: 'Bring a deck' });
  await dialog.getByText('2 slides · 0 questions').waitFor();
  await dialog.getByText(/^1 hint/).click();
  await dialog.getByText(/^slides\.md, line 11: There is no file "missing\.png"/).waitFor();
  await dialog.getByText('1 file is left out').click();
  await dialog.getByText('Balcony/budget.xlsx: decks do not use files of this kind').waitFor();
  const picture = dialog.locator('.slide-preview img');
  const width = (): Promise<number> =>
    picture.evaluate((img: HTMLImageElement) => img.naturalWidth);
  await expect.poll(width).toBe(1);
  await expectAccessible(page, 'a deck that is brought');
  await expectFitsEveryWidth(page);
  await name.fill('balcony-talk');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  const added = await readdir(join(fixture.plenary.folder, 'slides/balcony-talk'));
  expect(added.sort()).toEqual(['dot.png', 'slides.md']);
  // It is given as any other.
  await expect.poll(() => focusedText(page)).toBe('Tomatoes on a balcony');
  await page.getByRole('button', { name: 'Start: Tomatoes on a balcony' }).click();
  await page.waitForURL(/\/s\/\d{6}\/console$/);
  await page
    .getByText('Slide 1 of 2')
    .or(page.getByText('On stage: join screen'))
    .first()
    .waitFor();
  await closeFaultless(desk);
});

it('[S64] Files that are dropped anywhere on the desk are brought, and discarded without a trace', async () => {
  const desk = await fixture.device({ width: 390, height: 844 });
  await desk.openDesk(fixture.plenary.url);
  const { page } = desk;
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['# Dropped'], 'dropped.md'));
    transfer.items.add(new File([new Uint8Array(20_000_001)], 'huge.png'));
    const event = { bubbles: true, cancelable: true, dataTransfer: transfer };
    document.body.dispatchEvent(new DragEvent('dragover', event));
    Object.assign(globalThis, { drop: new DragEvent('drop', event) });
  });
  await page.getByText('Drop the deck here').waitFor();
  await page.evaluate(() =>
    document.body.dispatchEvent((globalThis as unknown as { drop: DragEvent }).drop),
  );
  await page.getByRole('dialog').getByText('1 slide · 0 questions').waitFor();
  await page.getByText('1 file is left out').click();
  await page.getByText('huge.png: it is larger than 20 MB').waitFor();
  const incoming = (): Promise<string[]> =>
    readdir(join(fixture.plenary.folder, 'slides/.incoming')).catch(() => []);
  expect(await incoming()).toHaveLength(1);
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect.poll(incoming).toEqual([]);
  await closeFaultless(desk);
});

it('[S10] Nothing is half taken on a full disk, and it goes on once there is room', async () => {
  const { plenary } = fixture;
  const { id } = (await (await plenary.api('POST', '/imports', { name: 'a' })).json()) as {
    id: string;
  };
  const put = (): Promise<Response> =>
    fetch(`${plenary.url}/api/v1/imports/${id}/files/a.md`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${KEY}` },
      body: '# A deck that fits',
    });
  await plenary.fillDisk(true);
  const full = await put();
  expect([full.status, await full.json()]).toMatchObject([503, { error: { name: 'full' } }]);
  expect((await plenary.api('POST', `/imports/${id}/take`, { name: 'fits' })).status).toBe(409);
  await plenary.fillDisk(false);
  expect((await put()).status).toBe(204);
  expect((await plenary.api('POST', `/imports/${id}/take`, { name: 'fits' })).status).toBe(201);
});
