import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileFolder } from '../../server/decks/compile-folder.ts';
import type { Activity } from '../../src/activities/contract.ts';
import type { Json } from '../../src/lib/json.ts';
import { answerOnPhone } from './answer-on-phone.ts';
import {
  closeFaultless,
  expectAccessible,
  shownSlide,
  smallPhone,
  type Device,
} from './browser.ts';
import { sessionFixture } from './setup-session.ts';

const PHONES = 10;
const NAME = 'peers';

const fixture = sessionFixture(NAME);
const activities = new Map<string, Activity>();

let stage: Device;
let desk: Device;
let phones: Device[] = [];
const press = (name: string) => desk.page.getByRole('button', { name, exact: true }).click();
const onStage = (text: string | RegExp) => shownSlide(stage).getByText(text).first();

beforeAll(async () => {
  const compiled = await compileFolder(NAME, `test/fixtures/decks/${NAME}`);
  const all = compiled.ok ? (compiled.value.deck?.activities ?? []) : [];
  for (const activity of all) activities.set(activity.id, activity);
  const { code, presenter } = await fixture.startSession();
  await presenter.show(0);
  [stage, desk] = [await fixture.stage(code), await fixture.console(code)];
  phones = await Promise.all(
    Array.from({ length: PHONES }, (_, place) =>
      fixture.phone(code, place === 0 ? smallPhone : undefined),
    ),
  );
});
afterAll(async () => {
  for (const device of [stage, desk, ...phones]) await closeFaultless(device);
});

/** Each phone answers the question on the slide, by what its screen offers. */
async function answer(id: string, given: (place: number) => Json): Promise<void> {
  const activity = activities.get(id);
  if (activity === undefined) throw new Error(`The deck has no ${id}`);
  await Promise.all(
    phones.map(({ page }, place) =>
      answerOnPhone(page.getByRole('region', { name: activity.question }), activity, given(place)),
    ),
  );
  await desk.page.getByText(`${PHONES} of ${PHONES} answered`).waitFor();
}

describe('[S76] [S79] [S80] [S94] ten phones, a stage and a console', () => {
  it('make a word cloud', async () => {
    await press('Next');
    const words = ['Stories', 'Examples', 'Examples', 'Humour'];
    await answer('words', (place) => ({ words: [words[place % words.length] ?? ''] }));
    await shownSlide(stage).locator('.word-cloud-word', { hasText: 'Examples' }).waitFor();
  });

  it('rank', async () => {
    await press('Next');
    await answer('order', (place) => ({ order: place < 6 ? [1, 0, 2] : [0, 1, 2] }));
    await shownSlide(stage).locator('.bar-leading', { hasText: 'People' }).waitFor();
  });

  it('give points', async () => {
    await press('Next');
    await answer('budget', (place) => ({ points: place % 2 === 0 ? [60, 40] : [80, 20] }));
    await onStage(/^70/).waitFor();
  });

  it('place items on a grid', async () => {
    await press('Next');
    await answer('grid', () => ({ positions: [[10, 15], null] }));
  });

  it('choose in two rounds, and see who moved', async () => {
    await press('Next');
    await answer('before', (place) => ({ choices: [place < 8 ? 0 : 1], other: null }));
    await press('Next');
    await answer('after', (place) => ({ choices: [place < 3 ? 0 : 1], other: null }));
    await onStage('5 of 10 changed their choice').waitFor();
  });

  it('ask, vote, say how the pace is, and react', async () => {
    const [first, second, ...others] = phones;
    await ask(first, 'Who pays for <b onclick=alert(1)>this</b>?');
    await ask(second, 'When do we begin?');
    await desk.page.getByText('2 to read').click();
    await press('Approve all 2');
    for (const { page } of others) {
      await page.getByText('Ask the presenter').click();
      await page.getByRole('button', { name: /^Vote for: When/ }).click();
      await page.getByRole('button', { name: 'Too fast' }).click();
    }
    await desk.page.getByText('Too fast: 8').waitFor();
    await others[0]?.page.getByRole('button', { name: '✓' }).click();
    await stage.page.locator('.stage-reaction').getByText('✓').waitFor();
    await desk.page.getByRole('button', { name: /^Spotlight ?: When/ }).click();
    const large = stage.page.getByRole('region', { name: 'Questions from the room' });
    await large.getByText('When do we begin?').waitFor();
    await expectAccessible(stage.page, 'a stage with a spotlit question');
    await desk.page.getByRole('button', { name: /^Answered ?: When/ }).click();
    await large.waitFor({ state: 'detached' });
    await second?.page.getByText('Answered', { exact: true }).first().waitFor();
    await expectAccessible(desk.page, 'a console with channels');
    for (const { page } of phones.slice(0, 2))
      await expectAccessible(page, 'a phone with channels');
  });

  it('answer a quiz', async () => {
    await press('Next');
    await answer('capital', (place) => ({ choices: [place % 5 === 0 ? 1 : 0] }));
    await press('Next');
    await press('Next');
  });

  it('see the questions, and then the board with teams, and their own places', async () => {
    await press('Next');
    await onStage('Who pays for <b onclick=alert(1)>this</b>?').waitFor();
    await onStage('1 answered').waitFor();
    await press('Next');
    const rows = shownSlide(stage).locator('.board-row');
    await expect.poll(() => rows.count()).toBe(2 + PHONES);
    await rows.filter({ hasText: /North/ }).waitFor();
    await phones[0]?.page.getByText(/0 points, place 9 of 10/).waitFor();
    await phones[1]?.page.getByText(/100 points, place 1 of 10/).waitFor();
  });
});

async function ask(phone: Device | undefined, text: string): Promise<void> {
  if (phone === undefined) return;
  const { page } = phone;
  await page.getByText('Ask the presenter').click();
  await page.getByLabel('Your question').fill(text);
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.getByText('The presenter has it').waitFor();
}
