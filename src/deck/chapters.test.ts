import { expect, it } from 'vitest';
import { deckOf, maturity, question, tea } from '../../test/fixtures/small-deck.ts';
import { chapterOf } from './chapters.ts';

const guess = question('poll', { id: 'guess', question: 'How many?', options: ['A', 'B'] });

it('a question is in the chapter before it, until the hue changes', () => {
  const deck = deckOf([
    { title: 'Before', activity: tea },
    { title: 'Netflix' },
    { title: 'Within', activity: guess },
    { title: 'After', activity: maturity },
  ]);
  const classes: readonly string[] = ['', 'layout-chapter accent-1', 'accent-1', ''];
  const slides = deck.slides.map((slide, place) => ({
    ...slide,
    attributes: { class: classes[place] ?? '' },
  }));
  const chapters = ['tea', 'guess', 'maturity', 'unknown'].map((id) => chapterOf({ slides }, id));
  expect(chapters).toEqual(['', 'Netflix', '', '']);
});
