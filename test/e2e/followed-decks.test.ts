import { describe, it } from 'vitest';
import type { ConsoleDeck } from '../../src/session/views.ts';
import { closeFaultless, expectAccessible, expectNoSidewaysScroll, smallPhone } from './browser.ts';
import { sharedFixture } from './setup-session.ts';

/** Code, formulas, diagrams and tables; every layout; pictures; plain reveal.js; right to left. */
const decks = ['drawn', 'layouts', 'pictured', 'plain-reveal', 'right-to-left'];

describe.each(decks)('[S43] the deck %s, followed on a small phone', (deck) => {
  const fixture = sharedFixture(deck);

  it('can be read without scrolling sideways, by everybody', async () => {
    const { code, presenter } = await fixture.startSession();
    const { slides } = await presenter.until<ConsoleDeck>('session:deck');
    const phone = await fixture.phone(code, smallPhone);
    const { page } = phone;
    await page.locator('header.talk').waitFor();
    for (const [place, { h, v, title, fragments, activity }] of slides.entries()) {
      // A title with a formula is drawn otherwise than it is written.
      if (activity !== null || title === '' || title.includes('\\')) continue;
      await presenter.ask('slide:show', { h, v, f: fragments - 1 });
      await page.locator('.slide-text').getByText(title).first().waitFor();
      await expectNoSidewaysScroll(page);
      // A second for each slide; those between are of the same layouts.
      if (place % 3 === 0) await expectAccessible(page, `${title} of ${deck}`);
    }
    await closeFaultless(phone);
  });
});
