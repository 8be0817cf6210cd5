import { describe, expect, it } from 'vitest';
import { answerAll } from './answer-all.ts';
import { closeFaultless, expectAccessible, openBrowser, shownSlide, takesNext } from './browser.ts';
import { expectToFit, smallProjector } from './expect-to-fit.ts';
import { sharedFixture } from './setup-session.ts';
import { directionOf, expectBeside, fromLeft } from './text-places.ts';

const ATTENDEES = 7;
const slides = {
  list: 1,
  code: 2,
  columns: 3,
  table: 5,
  figures: 6,
  poll: 7,
  rating: 9,
  guess: 12,
};

const arabic = sharedFixture('right-to-left');

describe('[S40] the stage of a deck in Arabic', () => {
  it('fits the screen at each step, before and after its questions are answered', async () => {
    const { code } = await arabic.startSession();
    const browser = await openBrowser();
    const fitting = {
      url: arabic.plenary.url,
      browser,
      code,
      screens: { 'a small projector': smallProjector },
    };
    await expectToFit({ ...fitting, answers: 0 });
    await answerAll(arabic.plenary.url, code, ATTENDEES, { revealAnswers: true });
    await expectToFit({ ...fitting, answers: ATTENDEES });
  });

  it('[P19] has its closing slide from right to left, and the address on it from left to right', async () => {
    const { code, presenter } = await arabic.startSession();
    const stage = await arabic.stage(code);
    await presenter.ask('session:end', {});
    const closing = stage.page.getByRole('region', { name: 'Closing slide' });
    await closing.getByRole('heading', { name: 'Thank you' }).waitFor();
    await expectBeside(closing.locator('.qr-code'), closing.locator('.join-text'));
    const address = closing.locator('.closing-address');
    await expect.poll(() => fromLeft(address, ['/j/', code])).toEqual(['/j/', code]);
    await closeFaultless(stage);
  });

  it('shows texts, lists, columns and tables from right to left, code and numbers from left to right', async () => {
    const { code, presenter } = await arabic.startSession();
    const stage = await arabic.stage(code);
    await stage.page.locator('.join-panel').waitFor();
    await expect
      .poll(() => fromLeft(stage.page.locator('.join-number'), [code.slice(0, 3), code.slice(3)]))
      .toEqual([code.slice(0, 3), code.slice(3)]);
    await presenter.show(slides.list);
    const item = shownSlide(stage).locator('li').first();
    await item.waitFor();
    expect(await directionOf(stage.page)).toBe('rtl');
    await expect
      .poll(() => fromLeft(item, ['السرعة', 'مهمة', '!']))
      .toEqual(['!', 'مهمة', 'السرعة']);
    await presenter.show(slides.code);
    const line = shownSlide(stage).locator('.line').first();
    await line.waitFor();
    await expect
      .poll(() => fromLeft(line, ['const', 'answers', 'Map']))
      .toEqual(['const', 'answers', 'Map']);
    await presenter.show(slides.columns);
    await expectBeside(
      shownSlide(stage).getByRole('heading', { name: 'بعد', exact: true }),
      shownSlide(stage).getByRole('heading', { name: 'قبل', exact: true }),
    );
    await presenter.show(slides.table);
    const cells = shownSlide(stage).locator('tbody tr').nth(1).locator('td');
    await expectBeside(cells.nth(2), cells.nth(1), cells.nth(0));
    await expect.poll(() => fromLeft(cells.nth(1), ['−', '12', '%'])).toEqual(['−', '12', '%']);
    await presenter.show(slides.figures);
    const figure = shownSlide(stage).locator('.big-figure');
    await figure.waitFor();
    await expect.poll(() => fromLeft(figure, ['41%', '→', '21%'])).toEqual(['41%', '→', '21%']);
    await closeFaultless(stage);
  });

  it('mirrors its charts, and leaves their numbers as they are', async () => {
    const { code, presenter } = await arabic.startSession();
    await answerAll(arabic.plenary.url, code, ATTENDEES, { revealAnswers: true });
    const stage = await arabic.stage(code);
    await presenter.show(slides.poll);
    const bar = shownSlide(stage).locator('.bar').first();
    await expectBeside(
      bar.locator('.bar-value'),
      bar.locator('.bar-fill'),
      bar.locator('.bar-label'),
    );
    await presenter.show(slides.rating);
    const levels = shownSlide(stage).locator('.distribution-level');
    await expectBeside(...[4, 3, 2, 1, 0].map((level) => levels.nth(level)));
    const columns = shownSlide(stage)
      .locator('.distribution')
      .first()
      .locator('.distribution-column');
    await expectBeside(...[4, 3, 2, 1, 0].map((level) => columns.nth(level)));
    await presenter.show(slides.guess);
    const ticks = shownSlide(stage).locator('.histogram-scale-wide');
    await expectBeside(
      ticks.getByText('40', { exact: true }),
      ticks.getByText('0', { exact: true }),
      ticks.getByText('−20', { exact: true }),
    );
    const figure = shownSlide(stage).locator('.hero-figure');
    await expect.poll(() => fromLeft(figure, ['−', '5'])).toEqual(['−', '5']);
    // A mirrored letter has a matrix that turns it over.
    const turned = await shownSlide(stage)
      .locator('svg text')
      .evaluateAll((texts) =>
        texts.filter(
          (text) =>
            text instanceof SVGGraphicsElement &&
            text.checkVisibility() &&
            (text.getScreenCTM()?.a ?? 1) < 0,
        ),
      );
    expect(turned).toHaveLength(0);
    await closeFaultless(stage);
  });
});

it('[S40] In a deck in Arabic the arrow to the left leads on, on the console and on the stage', async () => {
  const { code } = await arabic.startSession();
  const console = await arabic.console(code);
  const { page } = console;
  await takesNext(page);
  await page.keyboard.press('ArrowLeft');
  await page.getByText('Slide 1 of').waitFor();
  await takesNext(page);
  await page.keyboard.press('ArrowLeft');
  await page.getByText('Slide 2 of').waitFor();
  await takesNext(page);
  await page.keyboard.press('ArrowRight');
  await page.getByText('Slide 1 of').waitFor();
  await takesNext(page);
  await page.keyboard.press('PageDown');
  await page.getByText('Slide 2 of').waitFor();
  await expectAccessible(page, 'the console of a deck in Arabic');
  await closeFaultless(console);
});
