import type { Locator, Page } from 'playwright-core';
import type { Client } from '../integration/client.ts';
import type { Device } from './browser.ts';
import { sharedFixture } from './setup-session.ts';

/** A deck whose last slides are kept, in sessions that are at its first question. */
export function keepingFixture() {
  const fixture = sharedFixture('keeping');
  const startSession = async (): Promise<{ code: string; presenter: Client }> => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(1);
    return { code, presenter };
  };
  /** A phone that has chosen coffee at the first question. */
  const coffeeDrinker = async (code: string): Promise<Device> => {
    const device = await fixture.phone(code);
    await device.page.getByRole('button', { name: 'Coffee' }).click();
    await device.page.getByText(/^Recorded\./).waitFor();
    return device;
  };
  return { fixture, startSession, coffeeDrinker };
}

/** The names of the entries that a phone stores of a session. */
export function keptOnDevice(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.keys(localStorage));
}

export function ownPage(page: Page): Locator {
  return page.getByRole('region', { name: 'Your page' });
}

export function answerTo(page: Page, question: string): Locator {
  return ownPage(page).locator('.take-home-question', { hasText: question });
}

/** One's own answer; the room's are in a paragraph. */
export function ownAnswerTo(page: Page, question: string): Locator {
  return answerTo(page, question).getByRole('listitem');
}
