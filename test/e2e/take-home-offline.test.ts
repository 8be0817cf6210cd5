import { describe, expect, it } from 'vitest';
import { closeFaultless, expectAccessible } from './browser.ts';
import { answerTo, keepingFixture, keptOnDevice, ownAnswerTo, ownPage } from './own-page.ts';

const { fixture, startSession, coffeeDrinker } = keepingFixture();

describe('a phone that was offline', () => {
  it('[S8] learns that its session was deleted, and keeps nothing of it', async () => {
    const { code, presenter } = await startSession();
    const device = await coffeeDrinker(code);
    const { page } = device;
    await page.goto('about:blank');
    presenter.close();
    await fixture.plenary.api('DELETE', `/sessions/${code}`);
    await page.goto(`${fixture.plenary.url}/j/${code}`);
    await page.getByRole('heading', { name: 'This session was deleted' }).waitFor();
    expect(await keptOnDevice(page)).toEqual([]);
    await closeFaultless(device);
  });

  it('[A4] is a new attendee in another session of the same code, and sends no old answers to it', async () => {
    const { code } = await startSession();
    const device = await coffeeDrinker(code);
    const { page } = device;
    await page.getByRole('link', { name: 'Your page so far' }).click();
    await answerTo(page, 'What do you drink').waitFor();
    await page.evaluate((prefix) => {
      const [token, outbox] = [`${prefix}:token`, `${prefix}:outbox`];
      localStorage.setItem(token, 'of-an-earlier.session');
      const answer = { choices: [2], other: null };
      const kept = { activity: 'drink', id: 'an-old-answer', hash: '', round: 1, answer };
      localStorage.setItem(outbox, JSON.stringify([kept]));
    }, `plenary:${code}`);
    await page.goto(`${fixture.plenary.url}/j/${code}#talk`);
    await page.reload();
    await page.getByRole('button', { name: 'Coffee' }).waitFor();
    await expect.poll(() => keptOnDevice(page)).toEqual([`plenary:${code}:token`]);
    expect(await page.getByText('Not recorded').count()).toBe(0);
    await closeFaultless(device);
  });

  it('[P6] finishes in its own time the questions that the presenter left open', async () => {
    const { code, presenter } = await startSession();
    const device = await coffeeDrinker(code);
    const { page } = device;
    await page.goto('about:blank');
    await presenter.show(8);
    await presenter.ask('self-paced:set', { on: true });
    presenter.close();
    await page.goto(`${fixture.plenary.url}/j/${code}`);
    await page.getByText('1 of 3 answered').waitFor();
    await expectAccessible(page, 'the phone in its own time');
    await ownPage(page).getByRole('link', { name: 'Which of these have you used?' }).click();
    await page.getByRole('button', { name: 'YAML' }).click();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('2 of 3 answered').waitFor();
    await page.getByText('Where are you today? (still open)').click();
    await page.getByRole('button', { name: /^4 of 5/ }).click();
    await page.getByText('3 of 3 answered').waitFor();
    expect(await page.getByRole('button', { name: 'YAML' }).isVisible()).toBe(false);
    await answerTo(page, 'Where are you today?').waitFor();
    await ownAnswerTo(page, 'Which of these').getByText('YAML', { exact: true }).waitFor();
    await closeFaultless(device);
  });
});
