import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { answerAll, revealEveryAnswer } from './answer-all.ts';
import { closeDevices, openBrowser } from './browser.ts';
import { expectToFit } from './expect-to-fit.ts';
import { PlenaryProcess } from './plenary-process.ts';

const ATTENDEES = 7;
let plenary: PlenaryProcess;
let browser: Browser;
beforeAll(async () => {
  plenary = PlenaryProcess.shared(inject('sharedServer'));
  browser = await openBrowser();
});
afterAll(() => closeDevices(browser));

// The decks that are delivered; and every layout, so that any module may rely on them.
describe.each(['pioneers', 'layouts'])('every slide of %s, at each step', (deck) => {
  let answered = '';

  it('fits the screens before its questions are answered', async () => {
    await expectToFit({ url: plenary.url, browser, code: await plenary.session(deck), answers: 0 });
  });

  it('fits the screens with its questions answered', async () => {
    answered = await plenary.session(deck);
    await answerAll(plenary.url, answered, ATTENDEES);
    await expectToFit({ url: plenary.url, browser, code: answered, answers: ATTENDEES });
  });

  it('fits the screens with the correct answer revealed', async () => {
    const revealed = await revealEveryAnswer(plenary.url, answered);
    await expectToFit({
      url: plenary.url,
      browser,
      code: answered,
      answers: ATTENDEES,
      of: revealed,
    });
  });
});

// Its questions are of the same kinds: once is enough.
it('every slide of tour, at each step, fits the screens with the correct answer revealed', async () => {
  const code = await plenary.session('tour');
  await answerAll(plenary.url, code, ATTENDEES, { revealAnswers: true });
  await expectToFit({ url: plenary.url, browser, code, answers: ATTENDEES });
});
