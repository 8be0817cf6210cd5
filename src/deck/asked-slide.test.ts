import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deckOf, question, smallDeck, tea } from '../../test/fixtures/small-deck.ts';
import {
  askedMarkdown,
  insertSlide,
  keepAskedSlides,
  nextAskedId,
  type AskedSlide,
} from './asked-slide.ts';
import { compileDeck } from './compile-deck.ts';
import type { Deck, Slide } from './deck.ts';

function asked(id: string): AskedSlide {
  const activity = question('poll', { id, question: 'Now?', options: ['Yes', 'No'] });
  const [slide] = deckOf([{ title: '', activity }]).slides;
  if (slide === undefined) throw new Error('The deck has a slide');
  return { slide: { ...slide, asked: 'its Markdown' }, activity };
}

const placesOf = (deck: Deck): string[] =>
  deck.slides.map(({ h, v, title, activity }) => `${h}.${v} ${title || activity}`);

describe('a slide that is asked for', () => {
  it('becomes a column of its own behind the present one', () => {
    const { deck, position } = insertSlide(smallDeck, { h: 1, v: 0 }, asked('asked-1'));
    expect(placesOf(deck).slice(0, 4)).toEqual([
      '0.0 Title',
      '1.0 First',
      '2.0 asked-1',
      '3.0 Steps',
    ]);
    expect(position).toEqual({ h: 2, v: 0, f: -1 });
    expect(deck.activities.map(({ id }) => id)).toEqual(['tea', 'asked-1', 'vote', 'maturity']);
  });

  it('stays in a stack where the present slide is in one', () => {
    const stack: Slide[] = smallDeck.slides.map((slide, index) =>
      index === 2 ? { ...slide, h: 1, v: 1 } : index > 2 ? { ...slide, h: slide.h - 1 } : slide,
    );
    const { deck } = insertSlide({ ...smallDeck, slides: stack }, { h: 1, v: 0 }, asked('asked-1'));
    expect(placesOf(deck).slice(1, 5)).toEqual([
      '1.0 First',
      '1.1 asked-1',
      '1.2 Steps',
      '2.0 Second',
    ]);
  });

  it('gives the deck other hashes: screens that have the old one are sent the new one', () => {
    const { deck } = insertSlide(smallDeck, { h: 1, v: 0 }, asked('asked-1'));
    expect([deck.hash, deck.publicHash]).not.toContain(smallDeck.hash);
    expect([deck.hash, deck.publicHash]).not.toContain(smallDeck.publicHash);
    expect(deck.hash).not.toBe(deck.publicHash);
  });
});

describe('a new version of the deck', () => {
  const first = insertSlide(smallDeck, { h: 1, v: 0 }, asked('asked-1'));
  const before = insertSlide(first.deck, first.position, asked('asked-2')).deck;

  it('keeps the slides that were asked for, each behind the one that it followed', () => {
    const after = deckOf([{ title: 'New' }, { title: 'First', activity: tea }, { title: 'End' }]);
    expect(placesOf(keepAskedSlides(before, after))).toEqual([
      ...['0.0 New', '1.0 First', '2.0 asked-1', '3.0 asked-2', '4.0 End'],
    ]);
  });

  it('keeps them at its end where nothing is left that they followed', () => {
    const kept = keepAskedSlides(before, deckOf([{ title: 'New' }]));
    expect(placesOf(kept)).toEqual(['0.0 New', '1.0 asked-1', '2.0 asked-2']);
  });

  it('does not repeat one that was saved into it', () => {
    const after = deckOf([{ title: 'New' }, { title: '', activity: asked('asked-1').activity }]);
    expect(placesOf(keepAskedSlides(before, after))).toEqual([
      ...['0.0 New', '1.0 asked-1', '2.0 asked-2'],
    ]);
  });

  it('that is the same deck changes nothing', () => {
    expect(keepAskedSlides(before, smallDeck)).toEqual(before);
  });
});

describe('the Markdown of a question', () => {
  it.each([
    'Plain?',
    '```\n---\n# Another slide\n```js',
    '---',
    'key: value # comment',
    '"quoted" \'both\' \\ways',
    '- list',
    '*alias',
    '<script>alert(1)</script>',
    '!tag & anchor',
    '2026-11-30',
    'null',
    '🙂 ערב',
  ])('is one slide with one poll, whatever its texts say: %j', (text) => {
    const options = { question: text, options: [text, 'Other'] };
    const markdown = askedMarkdown({ type: 'poll', options }, 'asked-1', 3);
    const { deck, problems } = compileDeck('talk', [{ file: 'a.md', text: `# A\n\n${markdown}` }]);
    expect(problems).toEqual([]);
    expect(deck?.slides).toHaveLength(2);
    const line = text.replace(/\s+/g, ' ');
    expect(deck?.activities).toMatchObject([
      { id: 'asked-1', question: line, accent: 3, content: { options: [line, 'Other'] } },
    ]);
  });

  it('[V27] keeps the lines of a code letter for letter, whatever they say', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '```',
        '  ````',
        '---',
        '    x: y # z',
        '\t- `a`',
        'Note:',
        '::right::',
        '|',
        '',
      ),
      fc.string({ unit: 'grapheme-ascii', maxLength: 40 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (between) => {
        const lines = ['    first', ...between, 'last'];
        const options = { question: 'Which?', code: lines.join('\r\n') };
        const markdown = askedMarkdown({ type: 'highlight', options }, 'asked-1', null);
        const { deck, problems } = compileDeck('talk', [
          { file: 'a.md', text: `# A\n\n${markdown}` },
        ]);
        expect(problems).toEqual([]);
        expect(deck?.slides).toHaveLength(2);
        expect(deck?.activities[0]?.content).toMatchObject({ lines });
      }),
    );
  });

  it('has an id that no other question has', () => {
    expect(nextAskedId(new Set(['tea', 'asked-1', 'asked-3']))).toBe('asked-2');
  });
});
