import { describe, expect, it } from 'vitest';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('room');

describe('[S51] a question on the spur of the moment', () => {
  it('[S72] is typed, asked and answered without a mouse; an undo tells the phones', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(0);
    const phone = await fixture.phone(code);
    const { page } = await fixture.console(code);
    await page.getByRole('button', { name: 'Ask now' }).waitFor();
    await page.keyboard.press('a');
    await page.keyboard.type('Coffee now?');
    // Not asked yet: a poll has options.
    for (const option of ['Yes', 'Later', 'Tea']) {
      await page.keyboard.press('Enter');
      await page.keyboard.type(option);
    }
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await phone.page.getByRole('heading', { name: 'Coffee now?' }).waitFor();
    await phone.page.getByText('Later', { exact: true }).click();
    await page.getByText('1 of 1 answered').waitFor();
    const undo = page.getByRole('button', { name: 'Undo' });
    expect(await undo.textContent()).toContain('Question asked');
    await undo.click();
    await phone.page.getByText('Taken back by the presenter: Coffee now?').waitFor();
    expect(await phone.page.getByText('1 answered').count()).toBe(0);
  });

  it('keeps what was typed when the dialog is closed, and says what is missing', async () => {
    const { code } = await fixture.startSession();
    const { page } = await fixture.console(code);
    await page.getByRole('button', { name: 'Ask now' }).click();
    await page.keyboard.type('How many of us?');
    await page.getByRole('radio', { name: 'Guess' }).check();
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: 'Fill in “Correct answer”.' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Ask now' }).click();
    expect(await page.getByLabel('Question', { exact: true }).inputValue()).toBe('How many of us?');
    await page.getByLabel('Correct answer').fill('42');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page
      .getByRole('button', { name: 'Undo' })
      .filter({ hasText: 'Question asked' })
      .waitFor();
  });
});
