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

const fixture = sharedFixture('scored');

let stage: Device;
let desk: Device;
const phones: Device[] = [];
const press = (name: string) => desk.page.getByRole('button', { name, exact: true }).click();
const onStage = (text: string) => shownSlide(stage).getByText(text).first();
/** The rows of the board on the stage, as they are drawn from above, without their spaces. */
const rows = () =>
  shownSlide(stage)
    .locator('.board-row')
    .evaluateAll((found) =>
      found
        .sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
        .map((row) => (row as HTMLElement).innerText.replace(/\s+/g, ' ')),
    );

beforeAll(async () => {
  const { code, presenter } = await fixture.startSession();
  await presenter.show(0);
  [stage, desk] = await Promise.all([fixture.stage(code), fixture.console(code)]);
  // One after the other: made-up names count in the order of joining.
  for (const viewport of [undefined, smallPhone]) phones.push(await joinedPhone(code, viewport));
});
afterAll(async () => {
  for (const device of [stage, desk, ...phones]) await closeFaultless(device);
});

async function joinedPhone(code: string, viewport: typeof smallPhone | undefined): Promise<Device> {
  const phone = await fixture.phone(code, viewport);
  await phone.page.getByLabel('A name of at most 30 characters').waitFor();
  return phone;
}

/** Each phone answers the quiz on the slide. */
async function answerQuiz(...options: string[]): Promise<void> {
  for (const [index, { page }] of phones.entries()) {
    await page.getByRole('button', { name: options[index] ?? '' }).click();
    await page.getByText(/^Recorded\./).waitFor();
  }
}

it('[S92] [S93] phones choose names and teams, and the presenter approves the names', async () => {
  const names = ['Ann', 'Ben'];
  for (const [index, { page }] of phones.entries()) {
    await page.getByLabel('A name of at most 30 characters').fill(names[index] ?? '');
    await page.getByRole('button', { name: 'Send name' }).press('Enter');
    await page.getByText('waits for approval').waitFor();
    await page.getByRole('button', { name: ['North', 'South'][index] ?? '' }).click();
    await page.getByText('Your team: ').waitFor();
    await expectNoSidewaysScroll(page);
  }
  await expectAccessible(phones[1]?.page ?? desk.page, 'a phone that has a name');
  await desk.page.getByText('Names: 2 wait for approval').click();
  await expectAccessible(desk.page, 'a console with names');
  await desk.page.getByRole('button', { name: /^Approve.*Ben/ }).press('Enter');
  await phones[1]?.page.getByText('The room sees you as Ben.').waitFor();
  // The last row has left, and the keyboard goes on in the one before: the approved are folded.
  await desk.page.locator(':focus', { hasText: 'Approve: Ann' }).waitFor();
});

it('[S94] [S95] a board shows points, and each phone its own', async () => {
  await press('Next');
  await answerQuiz('Canberra', 'Sydney');
  await press('Next');
  await press('Next');
  await press('Next');
  await onStage('Speed does not count').waitFor();
  expect(await rows()).toEqual([
    ...['1 North 1 person 100', '1 Player 1 100'],
    ...['2 South 1 person 0', '2 Ben 0'],
  ]);
  await expectAccessible(stage.page, 'the stage with a board');
  await phones[0]?.page.getByText('100 points, place 1 of 2').waitFor();
  await phones[1]?.page.getByText('0 points, place 2 of 2').waitFor();
  await desk.page.getByText('Points: 2 people').waitFor();
});

it('[S94] rows move to their new places, and the results have all of them', async () => {
  await press('Next');
  for (const [index, { page }] of phones.entries()) {
    await page
      .getByRole('spinbutton')
      .or(page.getByRole('textbox'))
      .first()
      .fill(index === 0 ? '20' : '71');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText(/^Recorded\./).waitFor();
  }
  await press('Next');
  await press('Next');
  await press('Next');
  await onStage('▲ 1').waitFor();
  const ordered = ['1 Ben ▲ 1 200', '2 Player 1 ▼ 1 100'];
  await expect
    .poll(async () => (await rows()).filter((row) => !/person/.test(row)))
    .toEqual(ordered);
  await desk.page.goto(desk.page.url().replace('console', 'results'));
  await desk.page.getByRole('heading', { name: 'Points' }).waitFor();
  await expectAccessible(desk.page, 'results with points');
});
