import { describe, expect, it } from 'vitest';
import { closeFaultless, openStage, takesNext } from './browser.ts';
import { sharedFixture } from './setup-session.ts';

const fixture = sharedFixture('moving');

describe('[P11] Home and End', () => {
  const cases = (['console', 'stage'] as const).flatMap((screen) => [
    { screen, key: 'End', end: 'last', reached: 6 },
    { screen, key: 'Home', end: 'first', reached: 1 },
  ]);
  it.each(cases)(
    'move nothing before they are pressed again: $key, on the $screen',
    async ({ screen, key, end, reached }) => {
      const { code, presenter } = await fixture.startSession();
      await presenter.show(1);
      const device = await fixture.console(code);
      const stage = await openStage(device);
      const page = screen === 'console' ? device.page : stage;
      const heading = device.page.getByRole('heading', { name: /^Slide/ });
      const pressAndRead = async (): Promise<string> => {
        await page.keyboard.press(key);
        return heading.innerText();
      };
      await stage.locator('section.present').getByText('Second').waitFor();
      await takesNext(device.page);
      await page.keyboard.press(key);
      const notice = page.getByText(`Press ${key} again to go to the ${end} slide.`);
      if (screen === 'console') await notice.waitFor();
      // The room sees no hints to the presenter.
      const hints = screen === 'stage' ? await notice.count() : 0;
      expect(hints).toBe(0);
      expect(await heading.innerText()).toContain('Slide 2 of 6');
      await expect.poll(pressAndRead, { interval: 400 }).toContain(`Slide ${reached} of 6`);
      await closeFaultless(device);
    },
  );
});
