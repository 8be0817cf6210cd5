import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { answerAll } from './answer-all.ts';
import { closeDevices, openBrowser } from './browser.ts';
import { expectToFit } from './expect-to-fit.ts';
import { PlenaryProcess } from './plenary-process.ts';

const ATTENDEES = 7;
let plenary: PlenaryProcess;
let browser: Browser;
beforeAll(async () => {
  plenary = await PlenaryProcess.start(['test/fixtures/decks/layouts']);
  browser = await openBrowser();
});
afterAll(async () => {
  await closeDevices(browser);
  await plenary.stop();
});

// The decks that are delivered; and every layout, so that any module may rely on them.
describe.each(['pioneers', 'layouts'])('every slide of %s, at each step', (deck) => {
  it('fits the screens before its questions are answered', async () => {
    await expectToFit({ url: plenary.url, browser, code: await plenary.session(deck), answers: 0 });
  });

  it('fits the screens with its questions answered', async () => {
    const code = await plenary.session(deck);
    await answerAll(plenary.url, code, ATTENDEES);
    await expectToFit({ url: plenary.url, browser, code, answers: ATTENDEES });
  });

  it('fits the screens with the correct answer revealed', async () => {
    const code = await plenary.session(deck);
    await answerAll(plenary.url, code, ATTENDEES, { revealAnswers: true });
    await expectToFit({ url: plenary.url, browser, code, answers: ATTENDEES });
  });
});

// Its questions are of the same kinds: once is enough.
it('every slide of tour, at each step, fits the screens with the correct answer revealed', async () => {
  const code = await plenary.session('tour');
  await answerAll(plenary.url, code, ATTENDEES, { revealAnswers: true });
  await expectToFit({ url: plenary.url, browser, code, answers: ATTENDEES });
});
