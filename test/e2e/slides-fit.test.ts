import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsoleDeck } from '../../src/session/views.ts';
import { Client } from '../integration/client.ts';
import { answerAll } from './answer-all.ts';
import { closeFaultless, Device, openBrowser } from './browser.ts';
import { isShown, measureSlide } from './measure-slide.ts';
import { PlenaryProcess } from './plenary-process.ts';

const ATTENDEES = 7;
// Each connection may send 20 messages a second, and this test goes faster through the deck.
const CONSOLES = 5;

const screens = {
  'a full projector': { width: 1920, height: 1080 },
  'a small projector': { width: 1280, height: 720 },
  'a projector of 4:3': { width: 1024, height: 768 },
};

let plenary: PlenaryProcess;
let browser: Browser;
beforeAll(async () => {
  plenary = await PlenaryProcess.start(['test/fixtures/decks/layouts']);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await plenary.stop();
});

// The module, as it is delivered; and every layout, so that any module may rely on them.
describe.each(['pioneers', 'layouts'])('every slide of %s, at each of its steps', (deck) => {
  it('fits the screens before its questions are answered', async () => {
    await expectToFit(await plenary.session(deck), 0);
  });

  it('fits the screens with its questions answered', async () => {
    const code = await plenary.session(deck);
    await answerAll(plenary.url, code, ATTENDEES);
    await expectToFit(code, ATTENDEES);
  });

  it('fits the screens with the correct answer revealed', async () => {
    const code = await plenary.session(deck);
    await answerAll(plenary.url, code, ATTENDEES, { revealAnswers: true });
    await expectToFit(code, ATTENDEES);
  });
});

/** Shows the slides on all screens at once: those with a question only, if there are answers. */
async function expectToFit(code: string, answers: number): Promise<void> {
  const consoles = await Promise.all(
    Array.from({ length: CONSOLES }, () => Client.console(plenary.url, code)),
  );
  const stages = await Promise.all(
    Object.entries(screens).map(async ([screen, viewport]) => {
      const device = await Device.open(browser, { viewport, reducedMotion: 'reduce' });
      await device.page.goto(`${plenary.url}/s/${code}/stage`);
      return { screen, device };
    }),
  );
  const decks = consoles.map((client) => client.until<ConsoleDeck>('session:deck'));
  const states = statesOf(await Promise.race(decks), answers);
  const faults: Record<string, readonly string[]> = {};
  let measured = 0;
  for (const [turn, { position, ...awaited }] of states.entries()) {
    const shown = await consoles[turn % CONSOLES]?.ask('slide:show', position);
    expect(shown).toEqual({ ok: true });
    for (const { screen, device } of stages) {
      await device.page.waitForFunction(isShown, awaited);
      const found = await device.page.evaluate(measureSlide, awaited);
      if (found.texts > 0) measured += 1;
      if (found.faults.length > 0) {
        faults[`${screen}, slide ${awaited.slide + 1}, step ${awaited.steps}`] = found.faults;
      }
    }
  }
  expect(faults).toEqual({});
  expect(states.length).toBeGreaterThan(0);
  expect(measured).toBe(stages.length * states.length);
  for (const { device } of stages) await closeFaultless(device);
  for (const client of consoles) client.close();
}

/** Every state that a stage goes through: each slide without its steps, then with one more each. */
function statesOf({ slides }: ConsoleDeck, answers: number) {
  return slides.flatMap(({ h, v, fragments, activity }, slide) => {
    if (answers > 0 && activity === null) return [];
    return Array.from({ length: fragments + 1 }, (_, steps) => ({
      position: { h, v, f: steps - 1 },
      slide,
      steps,
      answers: activity === null ? null : answers,
    }));
  });
}
