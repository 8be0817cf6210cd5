import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  closeFaultless,
  expectAccessible,
  expectNoSidewaysScroll,
  shownSlide,
  smallPhone,
  type Device,
} from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('deciding');

let code = '';
let stage: Device;
let desk: Device;
let phones: Device[] = [];
const press = (name: string) => desk.page.getByRole('button', { name, exact: true }).click();
const onStage = (text: string) => shownSlide(stage).getByText(text).first();

beforeAll(async () => {
  let presenter;
  ({ code, presenter } = await fixture.startSession());
  await presenter.show(0);
  [stage, desk, ...phones] = await Promise.all([
    fixture.stage(code),
    fixture.console(code),
    fixture.phone(code),
    fixture.phone(code, smallPhone),
  ]);
});
afterAll(async () => {
  for (const device of [stage, desk, ...phones]) await closeFaultless(device);
});

/** Each phone taps an option of the question on the slide, and has it recorded. */
async function tap(question: string, ...options: string[]): Promise<void> {
  for (const [index, { page }] of phones.entries()) {
    const card = page.getByRole('region', { name: question });
    await card.getByRole('button', { name: options[index] ?? '' }).click();
    await card.getByText(/^Recorded\./).waitFor();
  }
}

it('[S76] [S99] what phones write and the presenter lets through becomes what the room weighs', async () => {
  const texts = ['Nobody owns the tests', 'Too many meetings'];
  for (const [index, { page }] of phones.entries()) {
    await page.getByRole('textbox').fill(texts[index] ?? '');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText(/^Recorded\./).waitFor();
  }
  await press('Next');
  await onStage('You write the options, for “What slows your team down?”.').waitFor();
  await desk.page.getByText('It needs at least 2 texts that are approved: there are 0.').waitFor();
  await expectAccessible(desk.page, 'a console whose question waits for options');
  await press('Open');
  await desk.page.getByText('At least two of its texts have to be approved').waitFor();
  await press('Back');
  await press('Approve all 2');
  await press('Next');
  await onStage('Too many meetings').waitFor();
  await tap('What should we change', 'Nobody owns', 'Nobody owns');
});

it('[S77] the room answers again, and sees its shift', async () => {
  await press('Next');
  await tap('And what now', 'Nobody owns', 'Too many');
  await onStage('1 of 2 changed their choice').waitFor();
  await onStage('Share of people, of the 2 who answered both times').waitFor();
  await expectAccessible(stage.page, 'the stage with a shift');
  for (const { page } of phones) {
    await page.getByText('1 of 2 changed their choice').waitFor();
    await expectAccessible(page, 'a phone with a shift');
    await expectNoSidewaysScroll(page);
  }
});

it('[S78] [S97] Next closes the question, leads where most pointed, and Back to the question', async () => {
  await press('Next');
  await tap('Where next', 'far shore', 'far shore');
  await desk.page.getByText('Next closes the question.').waitFor();
  const coming = desk.page.getByRole('region', { name: 'Coming next' });
  await coming.getByText(/^Next slide if it closed now.*The far shore/s).waitFor();
  await press('Next');
  await desk.page.getByText('Next goes to slide 6, The far shore. The room chose').waitFor();
  await expectAccessible(desk.page, 'a console with ways on');
  await press('Next');
  await shownSlide(stage).getByRole('heading', { name: 'The far shore' }).waitFor();
  await press('Back');
  await shownSlide(stage).getByRole('heading', { name: 'Where next?' }).first().waitFor();
  await desk.page
    .getByRole('group', { name: 'Ways on' })
    .getByText('The near shore')
    .first()
    .click();
  await shownSlide(stage).getByRole('heading', { name: 'The near shore' }).waitFor();
  expect(await desk.page.getByRole('group', { name: 'Ways on' }).count()).toBe(0);
});

it('[S79] a reaction rises on the stage, and one press on the console ends them', async () => {
  const [phone] = phones;
  await phone?.page.getByRole('button', { name: '✓' }).click();
  await stage.page.locator('.stage-reaction').getByText('✓').waitFor();
  await phone?.page.getByText('Sent: ✓').waitFor();
  await expectAccessible(desk.page, 'a console with reactions');
  // It is said of this tap, and would seem to be said of the next question.
  await phone?.page.getByText('Sent: ✓').waitFor({ state: 'detached' });
  await press('Reactions');
  for (const { page } of phones) {
    await page.getByRole('group', { name: 'Reactions' }).waitFor({ state: 'detached' });
  }
});
