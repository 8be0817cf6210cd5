import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../integration/client.ts';
import { closeFaultless, expectAccessible, mistakeOf, smallPhone, type Device } from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const LETTER = '\u0958';

const fixture = sharedFixture('own-words');

describe('the length of what is written on a phone', () => {
  let presenter: Client;
  let phone: Device;
  const field = () => phone.page.getByRole('textbox');
  const send = () => phone.page.getByRole('button', { name: 'Send', exact: true });

  beforeAll(async () => {
    const session = await fixture.startSession();
    presenter = session.presenter;
    await presenter.show(0);
    phone = await fixture.phone(session.code, smallPhone);
    await field().waitFor();
  });
  afterAll(() => closeFaultless(phone));

  it('[V12] [V13] is told before an own choice is sent, and nothing of it is cut', async () => {
    await field().fill(LETTER.repeat(101));
    await phone.page.getByText('must be a text of at most 200 characters.').waitFor();
    expect(await send().isDisabled()).toBe(true);
    expect((await field().inputValue()).length).toBe(101);
    await expectAccessible(phone.page, 'a phone with an own choice that is too long');
    await field().fill(LETTER.repeat(100));
    await send().click();
    await phone.page.getByText(/^Recorded\./).waitFor();
    await field().fill('\u3164');
    await send().click();
    await phone.page.getByText('Write your own choice, or leave it out.').waitFor();
  });

  it('[V12] [V13] is told below an open text in the measure of the server', async () => {
    await presenter.show(1);
    await phone.page.getByText('140 characters left').waitFor();
    await field().fill(LETTER.repeat(71));
    await phone.page.getByText('2 characters too many').waitFor();
    await phone.page.getByText('Shorten it to 140 characters.').waitFor();
    expect(await mistakeOf(field())).toContain('Shorten it to 140 characters.');
    await expectAccessible(phone.page, 'a phone with a text that is too long');
    await field().fill('A line.\n'.repeat(60));
    const box = await field().boundingBox();
    expect(box?.height, 'a long text scrolls within its field').toBeLessThan(
      0.41 * smallPhone.height,
    );
    await field().fill('\u2800\u3164');
    await phone.page.getByText('Write something to send.').waitFor();
    await field().fill(`${LETTER.repeat(69)}👩`);
    await phone.page.getByText('1 character left', { exact: true }).waitFor();
    await send().click();
    await phone.page
      .locator('.question')
      .getByText(/^Recorded\./)
      .waitFor();
  });
});
