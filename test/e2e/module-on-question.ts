import type { Locator } from 'playwright-core';
import { Client } from '../integration/client.ts';
import { deck } from '../module/pioneers-deck.ts';
import type { SessionFixture } from './setup-session.ts';

/** The module's first guess. */
export const guess = deck.activities.find(({ type }) => type === 'guess');
/** The index of the slide that asks it. */
export const guessIndex = deck.slides.findIndex(({ activity }) => activity === guess?.id);

/** A console of the module on a question with three answers. */
export async function moduleOnQuestion(fixture: SessionFixture) {
  const code = await fixture.plenary.session('pioneers');
  const presenter = await Client.console(fixture.plenary.url, code);
  const slide = deck.slides[guessIndex];
  if (slide === undefined || guess === undefined) throw new Error('The module asks no guess');
  await presenter.ask('slide:show', { h: slide.h, v: slide.v, f: -1 });
  for (let answers = 0; answers < 3; answers += 1) {
    const attendee = await fixture.attendee(code);
    await attendee.answer(guess.id, { guess: 20 + answers });
  }
  const device = await fixture.console(code);
  await device.page.getByText('3 of 3 answered').waitFor();
  return { code, device, page: device.page, presenter };
}

/** The place of an element in its window, in CSS pixels. Throws where it is not shown. */
export async function boxOf(part: Locator) {
  const box = await part.boundingBox();
  if (box === null) throw new Error('It is not shown');
  return { ...box, right: box.x + box.width, bottom: box.y + box.height };
}
