import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../integration/client.ts';
import {
  closeFaultless,
  expectAccessible,
  expectNoSidewaysScroll,
  mistakeOf,
  smallPhone,
} from './browser.ts';
import type { Device } from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('asking-numbers');

describe('a number that is typed on a phone', () => {
  let presenter: Client;
  let phone: Device;
  const field = (name: string) => phone.page.getByRole('textbox', { name });
  const send = () => phone.page.getByRole('button', { name: 'Send' }).click();
  const recorded = () =>
    phone.page
      .locator('.question')
      .getByText(/^Recorded\./)
      .waitFor();

  beforeAll(async () => {
    const session = await fixture.startSession();
    presenter = session.presenter;
    await presenter.show(0);
    phone = await fixture.phone(session.code, smallPhone);
    await field('Your guess kg').waitFor();
  });
  afterAll(() => closeFaultless(phone));

  it.each([
    ['1,5', '1.5', '1.5 kg'],
    ['50,25 kg', '50.25', '50.25 kg'],
    ['1.234,5', '1234.5', '1,234.5 kg'],
    ['−5', '-5', '−5 kg'],
    ['١٢٫٥', '12.5', '12.5 kg'],
  ])('[V10] is recorded as it was meant: %s', async (typed, kept, said) => {
    await field('Your guess kg').fill(typed);
    await phone.page.getByText('Not sent yet.').waitFor();
    await send();
    await recorded();
    await expect.poll(() => field('Your guess kg').inputValue()).toBe(kept);
    expect(await phone.page.getByRole('slider').getAttribute('aria-valuetext')).toBe(said);
  });

  it('[V10] is refused in words where it cannot be read', async () => {
    await field('Your guess kg').fill('1/2');
    await phone.page.getByText('Fractions cannot be read.').waitFor();
    await field('Your guess kg').press('Enter');
    await field('Your guess kg').fill('1,23,4');
    await phone.page.getByText('Type it without any between thousands.').waitFor();
    await field('Your guess kg').press('Enter');
    await expectNoSidewaysScroll(phone.page);
    await expectAccessible(phone.page, 'a phone with a number that cannot be read');
    expect(await phone.page.getByRole('slider').getAttribute('aria-valuetext')).toBe(
      'no guess yet',
    );
  });

  it('[V10] marks its field where it cannot be sent, and says why once', async () => {
    const guess = field('Your guess kg');
    await guess.fill('eighty');
    await expect.poll(() => mistakeOf(guess)).toMatch(/^Type a number in digits, in kg\./);
    expect(await phone.page.getByText('Type a number').count()).toBe(1);
    await guess.fill('1000000');
    await expect.poll(() => mistakeOf(guess)).toMatch(/^Guess a number from/);
    await expectAccessible(phone.page, 'a phone with a number out of range');
    const border = (): Promise<string> =>
      guess.evaluate((element) => getComputedStyle(element).borderTopColor);
    const marked = await border();
    await guess.fill('');
    await phone.page.getByText('Type a number, or move the slider.').waitFor();
    expect(await mistakeOf(guess)).toBeNull();
    expect(await border()).not.toBe(marked);
  });

  it('[V11] is shown as it was read where there are two ways, before it is sent', async () => {
    await field('Your guess kg').fill('1,234');
    const note = phone.page.getByRole('status').filter({ hasText: 'Read as' });
    expect(await note.textContent()).toBe('Read as 1,234, a whole number.');
    await field('Your guess kg').fill('1.234');
    expect(await note.textContent()).toBe('Read as 1.234, a decimal number.');
    await send();
    await recorded();
  });

  it('[V10] [V11] is read in the same way in a calculator, whose steps go on from it', async () => {
    await presenter.show(1);
    await field('Litres').fill('many');
    await expect.poll(() => mistakeOf(field('Litres'))).toMatch(/^Litres: type a number/);
    expect(await mistakeOf(field('Share on credit %'))).toBeNull();
    await expectAccessible(phone.page, 'a calculator with a word for a number');
    await field('Litres').fill('12,000');
    await phone.page.getByText('Read as 12,000, a whole number.').waitFor();
    await phone.page.getByRole('button', { name: 'More: Litres' }).click();
    expect(await field('Litres').inputValue()).toBe('12001');
    await field('Share on credit %').fill('1,5 %');
    await phone.page.getByText('About 18,000 €').waitFor();
    await send();
    await recorded();
    expect(await field('Share on credit %').inputValue()).toBe('1.5');
  });
});
