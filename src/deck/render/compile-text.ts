import { compileDeck } from '../compile-deck.ts';
import type { Deck, DeckProblem, Slide } from '../deck.ts';

// For tests: decks of one file, written in place.

/** The deck that `text` makes; throws what is wrong with it. */
export function deckOf(text: string): Deck {
  const { deck, problems } = compileDeck('demo', [{ file: 'deck.md', text }]);
  if (deck === null) throw new Error(problems.map(wordsFor).join('\n'));
  return deck;
}

/** The first slide that `text` makes. */
export function slideOf(text: string): Slide {
  const [slide] = deckOf(text).slides;
  if (slide === undefined) throw new Error('A deck without slides');
  return slide;
}

/** What is wrong with `text`, as `error 3: words`. */
export function problemsOf(text: string): string[] {
  return compileDeck('demo', [{ file: 'deck.md', text }]).problems.map(wordsFor);
}

function wordsFor({ severity, line, message }: DeckProblem): string {
  return `${severity} ${line}: ${message}`;
}
