import { expect, it } from 'vitest';
import type { ActivityView, AttendeeSnapshot } from '../../src/session/views.ts';
import type { Client } from '../integration/client.ts';
import { openStage, takesNext } from './browser.ts';
import { sessionFixture } from './setup-session.ts';

const fixture = sessionFixture('room');
const PICTURE = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

it('[S66] A deck of three slides with a picture and two questions is made and given to three phones, all of it in the browser', async () => {
  const desk = await fixture.device({ width: 1280, height: 800 });
  await desk.openDesk(fixture.plenary.url);
  const { page } = desk;
  await page.getByRole('button', { name: 'New deck' }).click();
  await page.keyboard.type('Bread in four folds');
  await page.keyboard.press('Enter');
  await page.locator('.cm-line', { hasText: '# Bread in four folds' }).click();
  await page.keyboard.press('End');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Insert' }).click();
  await page.getByRole('button', { name: 'Picture…' }).click();
  const picture = { name: 'loaf.gif', mimeType: 'image/gif', buffer: PICTURE };
  await (await chooser).setFiles([picture]);
  await page.locator('.cm-line', { hasText: 'loaf.gif' }).waitFor();
  for (const [kind, question, slide] of [
    ['Poll', 'Tea or coffee?', 2],
    ['Open text', 'What goes wrong?', 3],
  ] as const) {
    await page.getByRole('button', { name: 'Insert' }).click();
    await page.getByRole('button', { name: kind }).click();
    await page.getByText(`Slide ${slide} of ${slide}`).waitFor();
    await page.keyboard.insertText(question);
    await page.locator('.present-slide', { hasText: question }).waitFor();
  }
  await page.getByRole('button', { name: 'Save and start a session' }).click();
  await page.waitForURL(/\/s\/\d{6}\/console$/);
  const code = /\d{6}/.exec(page.url())?.[0] ?? '';
  const stage = await openStage(desk);
  const phone = await fixture.phone(code);
  const others = [await fixture.attendee(code), await fixture.attendee(code)];
  await page.getByText('Online').waitFor();
  for (const _ of ['first slide', 'question']) {
    await takesNext(page);
    await page.getByRole('button', { name: 'Next', exact: true }).click();
  }
  await phone.page.getByRole('heading', { name: 'Tea or coffee?' }).waitFor();
  const poll = await openFor(others);
  const [option = ''] = (poll.content as { options: string[] }).options;
  await phone.page.getByText(option, { exact: true }).click();
  for (const other of others) {
    const answered = await other.answer(poll.id, { choices: [0], other: null });
    expect(answered).toMatchObject({ ok: true });
  }
  await page.getByText('3 of 3 answered').waitFor();
  await stage.locator('section.present', { hasText: 'Tea or coffee?' }).last().waitFor();
  await takesNext(page);
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await phone.page.getByRole('heading', { name: 'What goes wrong?' }).waitFor();
  await phone.page.getByRole('textbox').fill('It never rises');
  await phone.page.getByRole('button', { name: 'Send' }).click();
  const text = await openFor(others);
  for (const other of others) {
    const answered = await other.answer(text.id, { choice: null, text: 'Time' });
    expect(answered).toMatchObject({ ok: true });
  }
  await page.getByText('3 of 3 answered').waitFor();
});

let asked = '';

/** The question on the slide, once it has opened and is another one than before. */
async function openFor([attendee]: readonly Client[]): Promise<ActivityView> {
  const snapshot = await attendee?.until<AttendeeSnapshot>(
    'session:state',
    ({ here }) => here !== null && here !== asked,
  );
  const [question] = snapshot?.activities ?? [];
  if (question === undefined) throw new Error('A question is open');
  asked = question.id;
  return question;
}
