import { describe, expect, it } from 'vitest';
import { Client } from '../integration/client.ts';
import { deck } from '../module/pioneers-deck.ts';
import { closeFaultless, expectAccessible, openStage, shownSlide, takesNext } from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('room');

describe('a presenter who blanks the stage', () => {
  it('[P14] does so by a key, on the console and on the stage, and the next press shows the slide again', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(1);
    const device = await fixture.console(code);
    const { page } = device;
    const stage = await openStage(device);
    const blank = stage.locator('.stage-blank');
    const told = page.getByText('The stage is blank.');
    const projector = await fixture.stage(code);
    await stage.getByRole('heading', { name: 'What do you drink?' }).waitFor();
    await page.keyboard.press('b');
    await told.waitFor();
    await blank.waitFor();
    await projector.page.locator('.stage-blank').waitFor();
    await takesNext(page);
    await page.keyboard.press('.');
    await told.waitFor({ state: 'detached' });
    await blank.waitFor({ state: 'detached' });
    await stage.keyboard.press('b');
    await told.waitFor();
    await page.getByText('Next shows the stage again.').waitFor();
    await takesNext(page);
    await page.keyboard.press('ArrowRight');
    await told.waitFor({ state: 'detached' });
    await projector.page.locator('.stage-blank').waitFor({ state: 'detached' });
    await shownSlide(projector).getByRole('heading', { name: 'What do you drink?' }).waitFor();
    await closeFaultless(projector);
    await closeFaultless(device);
  });

  it('[P14] covers everything in black, on a slide of any colour, by the console’s button', async () => {
    const code = await fixture.plenary.session('pioneers');
    const coloured = deck.slides.find(({ attributes }) =>
      /accent-\d/.test(attributes['class'] ?? ''),
    );
    if (coloured === undefined) throw new Error('No slide of the module has an accent');
    const presenter = await Client.console(fixture.plenary.url, code);
    await presenter.ask('slide:show', { h: coloured.h, v: coloured.v, f: -1 });
    presenter.close();
    const device = await fixture.console(code);
    const stage = await fixture.stage(code);
    const blank = stage.page.locator('.stage-blank');
    await device.page.getByRole('button', { name: 'Blank', exact: true }).click();
    await blank.waitFor();
    const colour = await blank.evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(colour).toBe('rgb(0, 0, 0)');
    expect(await blank.boundingBox()).toEqual({ x: 0, y: 0, width: 1920, height: 1080 });
    const onTop = await stage.page.evaluate(
      () => document.elementFromPoint(100, 1060)?.classList.contains('stage-blank') ?? false,
    );
    expect(onTop).toBe(true);
    const picture = device.page.locator('.stage-picture');
    expect(await picture.evaluate((one) => getComputedStyle(one).filter)).not.toBe('none');
    await expectAccessible(stage.page, 'a blank stage');
    await expectAccessible(device.page, 'the console of a blank stage');
    await closeFaultless(stage);
    await closeFaultless(device);
  });
});
