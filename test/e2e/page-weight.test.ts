import { beforeAll, describe, expect, it } from 'vitest';
import { totalBytes, weighPage, type LoadedFile } from '../load/page-weight.ts';
import { openBrowser } from './browser.ts';
import { sessionFixture } from './setup-session.ts';

/** Bodies as they come over the wire, up to the first poll that can be answered. */
const MOST_BYTES = 30_000;
/** A browser loads six at a time; from the seventh on, each waits for another's round trip. */
const MOST_FILES = 6;

const fixture = sessionFixture('room');
let files: LoadedFile[] = [];
beforeAll(async () => {
  const { code, presenter } = await fixture.startSession();
  await presenter.show(1);
  const browser = await openBrowser();
  files = await weighPage(browser, `${fixture.plenary.url}/j/${code}`);
});

describe("the phone's page, up to its first poll", () => {
  it(`[S24] weighs at most ${MOST_BYTES} bytes in at most ${MOST_FILES} files`, () => {
    expect(totalBytes(files), JSON.stringify(files)).toBeLessThanOrEqual(MOST_BYTES);
    expect(files.length, JSON.stringify(files)).toBeLessThanOrEqual(MOST_FILES);
  });

  it('comes compressed, in every file of it', () => {
    expect(files.filter(({ encoding }) => encoding !== 'br')).toEqual([]);
  });

  it('shows what it is loading before its script runs, and nothing of that afterwards', async () => {
    const { code } = await fixture.startSession();
    const phone = await fixture.device();
    await phone.context.route('**/*.js', (route) => route.abort());
    await phone.page.goto(`${fixture.plenary.url}/j/${code}`);
    await phone.page.getByText('Connecting…').waitFor();
    await phone.context.unrouteAll();
    await phone.page.reload();
    await phone.page.getByText('The session is about to begin.').waitFor();
    expect(await phone.page.getByText('Connecting…').count()).toBe(0);
    expect(await phone.page.locator('main').count()).toBe(1);
    await phone.close();
  });
});
