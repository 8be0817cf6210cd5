import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** Saves a picture by its menu; returns the file. */
export async function savePicture(page: Page, menu: string, kind: 'PNG' | 'SVG') {
  await page.getByRole('button', { name: menu }).press('Enter');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Save ${kind}` }).press('Enter'),
  ]);
  const content = await readFile(await download.path());
  return { name: download.suggestedFilename(), content };
}
