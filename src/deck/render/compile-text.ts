import { compileDeck } from '../compile-deck.ts';
import type { Deck, DeckProblem, Slide } from '../deck.ts';

// Compiles decks from strings, for tests.

/** Compiles a deck from `text`; throws its problems if it has errors. */
export function deckOf(text: string): Deck {
  const { deck, problems } = compileDeck('demo', [{ file: 'deck.md', text }]);
  if (deck === null) throw new Error(problems.map(formatProblem).join('\n'));
  return deck;
}

/** Compiles `text` and returns its first slide. */
export function slideOf(text: string): Slide {
  const [slide] = deckOf(text).slides;
  if (slide === undefined) throw new Error('A deck without slides');
  return slide;
}

/** Compiles `text` and returns its problems, as `error 3: message`. */
export function problemsOf(text: string): string[] {
  return compileDeck('demo', [{ file: 'deck.md', text }]).problems.map(formatProblem);
}

function formatProblem({ severity, line, message }: DeckProblem): string {
  return `${severity} ${line}: ${message}`;
}
