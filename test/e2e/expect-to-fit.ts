import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import type { ConsoleDeck } from '../../src/session/views.ts';
import { Client } from '../integration/client.ts';
import { closeFaultless, Device } from './browser.ts';
import { isShown, measureSlide } from './measure-slide.ts';

// Each connection may send 20 messages a second, and this goes faster through the deck.
const CONSOLES = 5;

export const smallProjector = { width: 1280, height: 720 };

// A smaller one of the same shape shows the same, since a slide is scaled as a whole.
const allScreens = {
  'a full projector': { width: 1920, height: 1080 },
  'a projector of 4:3': { width: 1024, height: 768 },
};

export interface Fitting {
  /** The server's address. */
  readonly url: string;
  readonly browser: Browser;
  readonly code: string;
  /** Answers to each question; 0 shows all slides, any other number those with a question. */
  readonly answers: number;
  /** The ids of the questions to show; all of them where it is left out. */
  readonly of?: readonly string[];
  readonly screens?: Readonly<Record<string, { width: number; height: number }>>;
}

/** Shows each slide, at each of its steps, on all screens at once; expects that everything fits. */
export async function expectToFit(fitting: Fitting): Promise<void> {
  const { url, browser, code, screens = allScreens } = fitting;
  const consoles = await Promise.all(
    Array.from({ length: CONSOLES }, () => Client.console(url, code)),
  );
  const stages = await Promise.all(
    Object.entries(screens).map(async ([screen, viewport]) => {
      const device = await Device.open(browser, { viewport, reducedMotion: 'reduce' });
      await device.page.goto(`${url}/s/${code}/stage`);
      return { screen, device };
    }),
  );
  const decks = consoles.map((client) => client.until<ConsoleDeck>('session:deck'));
  const states = statesOf(await Promise.race(decks), fitting);
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
function statesOf({ slides }: ConsoleDeck, { answers, of }: Fitting) {
  return slides.flatMap(({ h, v, fragments, activity }, slide) => {
    if (answers > 0 && activity === null) return [];
    if (of !== undefined && !of.includes(activity ?? '')) return [];
    return Array.from({ length: fragments + 1 }, (_, steps) => ({
      position: { h, v, f: steps - 1 },
      slide,
      steps,
      answers: activity === null ? null : answers,
    }));
  });
}
