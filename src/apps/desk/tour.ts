import type { DeckEntry } from '../../protocol/http.ts';

/** true for the deck that shows newcomers every kind of question. */
export function isTour({ name }: DeckEntry): boolean {
  return name === 'tour';
}
