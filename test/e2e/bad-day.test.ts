import { beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible, takesNext, type Device } from './browser.ts';
import { KEY } from './plenary-process.ts';
import { sessionFixture } from './setup-session.ts';

const fixture = sessionFixture('room');
beforeEach(() => fixture.plenary.ensureRunning());

/** A session on its first question, with a signed-in console and stage, and so many phones. */
async function startSession(phoneCount: number) {
  const code = await fixture.plenary.session(fixture.deck);
  const presenter = await fixture.console(code);
  const stage = await fixture.stage(code);
  const phones: Device[] = [];
  for (let n = 0; n < phoneCount; n += 1) phones.push(await fixture.phone(code));
  await presenter.page.getByRole('button', { name: 'Next' }).click();
  await presenter.page.getByText('Slide 1 of').waitFor();
  await takesNext(presenter.page);
  await presenter.page.keyboard.press('ArrowRight');
  for (const { page } of phones) await page.getByRole('button', { name: 'Tea' }).waitFor();
  return { code, presenter, stage, phones };
}

describe('a server that is killed while a question is open', () => {
  it('[V1] [S6] [R1] [R2] comes back with the slide, the phase, every recorded answer and every identity', async () => {
    const { code, presenter, stage, phones } = await startSession(3);
    for (const { page } of phones) {
      await page.getByRole('button', { name: 'Tea' }).click();
      await page.getByText(/^Recorded\./).waitFor();
    }
    await fixture.plenary.killHard();
    await stage.page.getByText('No connection').waitFor();
    await phones[0]?.page.getByText('No connection').waitFor();
    // An answer that is given now is kept, and shown as kept.
    await phones[2]?.page.getByRole('button', { name: 'Coffee' }).click();
    await phones[2]?.page.getByText('Kept on this phone.').waitFor();
    await fixture.plenary.run();
    for (const { page } of phones) await page.getByText(/^Recorded\./).waitFor();
    await stage.page.getByText('3 answers').first().waitFor();
    const table = stage.page.getByRole('table', { name: 'What do you drink?' });
    await expect.poll(() => table.getByRole('row', { name: /Tea/ }).innerText()).toMatch(/2/);
    await expect.poll(() => table.getByRole('row', { name: /Coffee/ }).innerText()).toMatch(/1/);
    await presenter.page.getByText('3 of 3 answered').waitFor();
    // The same three people, each counted once.
    const results = await fixture.plenary.api('GET', `/sessions/${code}/results.json`);
    const { rows } = (await results.json()) as { rows: { attendee: string; choice: string }[] };
    expect(rows.map(({ choice }) => choice).sort()).toEqual(['Coffee', 'Tea', 'Tea']);
    expect(new Set(rows.map(({ attendee }) => attendee)).size).toBe(3);
    for (const device of [presenter, stage, ...phones]) await device.close();
  });

  it('[V1] [R1] keeps what it had recorded through five kills in a row', async () => {
    const { stage, phones, presenter } = await startSession(1);
    const [phone] = phones;
    if (phone === undefined) throw new Error('no phone');
    for (let kill = 0; kill < 5; kill += 1) {
      const choice = kill % 2 === 0 ? 'Coffee' : 'Tea';
      await phone.page.getByRole('button', { name: choice }).click();
      const pressed = phone.page.getByRole('button', { name: choice, pressed: true });
      await pressed.waitFor();
      await phone.page.getByText(/^Recorded\./).waitFor();
      await fixture.plenary.killHard();
      await fixture.plenary.run();
      await phone.page.reload();
      await pressed.waitFor();
      await phone.page.getByText(/^Recorded\./).waitFor();
    }
    await stage.page.getByText('1 answer', { exact: false }).first().waitFor();
    for (const device of [presenter, stage, phone]) await device.close();
  });
});

describe('a phone that loses the network', () => {
  it('[R2] [V9] says that it is offline, keeps the answer, and delivers it once when the network is back', async () => {
    const { code, presenter, stage, phones } = await startSession(1);
    const [phone] = phones;
    if (phone === undefined) throw new Error('no phone');
    await phone.context.setOffline(true);
    await phone.page.getByText('No connection').waitFor();
    await phone.page.getByRole('button', { name: 'Tea' }).click();
    await phone.page.getByText('Kept on this phone.').waitFor();
    expect(await phone.page.getByText(/^Recorded/).count()).toBe(0);
    await phone.context.setOffline(false);
    await phone.page.getByText(/^Recorded\./).waitFor();
    await stage.page.getByText('1 answer', { exact: false }).first().waitFor();
    const facts = await fixture.plenary.api('GET', `/sessions/${code}/results.json`);
    expect(((await facts.json()) as { rows: unknown[] }).rows).toHaveLength(1);
    for (const device of [presenter, stage, phone]) await device.close();
  });

  it('[R2] keeps the answer when the page is closed, and delivers it when it is opened again', async () => {
    const { code, presenter, stage, phones } = await startSession(1);
    const [phone] = phones;
    if (phone === undefined) throw new Error('no phone');
    await phone.context.setOffline(true);
    await phone.page.getByRole('button', { name: 'Coffee' }).click();
    await phone.page.getByText('Kept on this phone.').waitFor();
    await phone.page.close();
    await phone.context.setOffline(false);
    const again = await phone.context.newPage();
    await again.goto(`${fixture.plenary.url}/j/${code}`);
    await again.getByText(/^Recorded\./).waitFor();
    await again.getByRole('button', { name: 'Coffee', pressed: true }).waitFor();
    for (const device of [presenter, stage, phone]) await device.close();
  });

  it('[V5] [V9] is told that the question was closed before its answer came', async () => {
    const { presenter, stage, phones } = await startSession(1);
    const [phone] = phones;
    if (phone === undefined) throw new Error('no phone');
    await phone.context.setOffline(true);
    await phone.page.getByText('No connection').waitFor();
    await phone.page.getByRole('button', { name: 'Tea' }).click();
    await presenter.page.getByRole('button', { name: 'Close', exact: true }).click();
    await stage.page.getByText('Closed').first().waitFor();
    await phone.context.setOffline(false);
    await phone.page.getByText('Not recorded: This question is closed.').waitFor();
    for (const device of [presenter, stage, phone]) await device.close();
  });
});

describe('two consoles', () => {
  it('[S5] [S6] show and move the same session', async () => {
    const { code, presenter, stage } = await startSession(0);
    const second = await fixture.console(code);
    await second.page.getByText('Slide 2 of').waitFor();
    await second.page.getByRole('button', { name: 'Next' }).click();
    await presenter.page.getByText('Slide 3 of').waitFor();
    await presenter.page.reload();
    await presenter.page.getByText('Slide 3 of').waitFor();
    for (const device of [presenter, stage, second]) await device.close();
  });
});

describe('somebody without the right code or key', () => {
  it('is told that a code is wrong, and can enter another', async () => {
    const phone = await fixture.phone('000000');
    await phone.page.getByRole('alert').getByText('There is no session').waitFor();
    expect(
      await phone.page.getByLabel('The six-digit code on the screen in front').inputValue(),
    ).toBe('000000');
    const stage = await fixture.stage('000000');
    await stage.page.getByText('There is no session').waitFor();
    await expectAccessible(stage.page, 'the stage of no session');
    await stage.close();
    await phone.close();
  });

  it('is in with every spelling of the right code, typed or in the address', async () => {
    const code = await fixture.plenary.session(fixture.deck);
    const { page } = await fixture.device();
    const [first, last] = [code.slice(0, 3), code.slice(3)];
    const fullWidth = code.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    for (const path of [`/j/${code}/`, `/${code}`, `/${first}%20${last}`, `/j/${first}-${last}.`]) {
      await page.goto(fixture.plenary.url + path);
      await page.getByText('The session is about to begin.').waitFor();
    }
    const link = `${fixture.plenary.url}/j/${code}`;
    const short = `${new URL(link).host}/${code}`;
    const marked = `\u200E${code}\u200B`;
    for (const typed of [`${first}-${last}`, `${code}.`, fullWidth, marked, link, short]) {
      await page.goto(fixture.plenary.url);
      await page.getByLabel('The six-digit code on the screen in front').fill(typed);
      await page.getByRole('button', { name: 'Join' }).click();
      await page.waitForURL(`**/j/${code}`);
      await page.getByText('The session is about to begin.').waitFor();
    }
  });

  it('is told that a code has six digits, wherever it is written', async () => {
    const { page } = await fixture.device();
    const alert = page.getByRole('alert').getByText('A session code has six digits.');
    await page.goto(fixture.plenary.url);
    await page.getByLabel('The six-digit code on the screen in front').fill('12');
    await page.getByRole('button', { name: 'Join' }).click();
    await alert.waitFor();
    for (const path of ['/j/100%', '/j/%E0%A4%A', '/j/hello', '/12345', '/123-4567']) {
      await page.goto(fixture.plenary.url + path);
      await alert.waitFor();
    }
    for (const path of ['/s/100%/stage', '/s/12/console']) {
      await page.goto(fixture.plenary.url + path);
      await page.getByText('A session code has six digits.').waitFor();
    }
    for (const path of ['/j', '/j/']) {
      await page.goto(fixture.plenary.url + path);
      await page.getByLabel('The six-digit code on the screen in front').waitFor();
    }
  });

  it('[A1] has to enter the key at the console and at the results, and is told when it is wrong', async () => {
    const { code, presenter, stage } = await startSession(0);
    const stranger = await fixture.device();
    for (const page of ['console', 'results']) {
      await stranger.page.goto(`${fixture.plenary.url}/s/${code}/${page}`);
      await stranger.page.getByLabel('Presenter key').fill('not-the-key');
      await stranger.page.getByRole('button', { name: 'Sign in' }).click();
      await stranger.page.getByRole('alert').waitFor();
      await expectAccessible(stranger.page, `the sign-in at the ${page}`);
    }
    await stranger.page.getByLabel('Presenter key').fill(KEY);
    await stranger.page.getByRole('button', { name: 'Sign in' }).click();
    await stranger.page.getByRole('link', { name: 'Download CSV' }).waitFor();
    for (const device of [presenter, stage, stranger]) await device.close();
  });

  it('[A2] finds no notes on the stage, whatever its address says', async () => {
    const { code, presenter, stage } = await startSession(0);
    await stage.page.goto(
      `${fixture.plenary.url}/s/${code}/stage?showNotes=true&keyboard=true&view=scroll`,
    );
    await stage.page.getByText('What do you drink?').first().waitFor();
    expect(stage.frames.join('')).toContain('What do you drink?');
    expect(stage.frames.join('')).not.toContain('for the presenter only');
    expect(await stage.page.content()).not.toContain('for the presenter only');
    await presenter.page.getByText('for the presenter only').first().waitFor();
    for (const device of [presenter, stage]) await device.close();
  });
});
