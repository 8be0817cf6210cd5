import { cutText, normaliseText, textLength } from '../../lib/typed-text.ts';
import type { NextStep } from '../contract.ts';
import type { OpenTextContent } from './content.ts';

const FEW_LEFT = 20;

/** A sentence on what keeps a normalised text from being sent; null where nothing does. */
export function obstacle(
  { options, longest }: OpenTextContent,
  text: string,
  choice: number | null,
): string | null {
  if (textLength(text) > longest) return `Shorten it to ${longest} characters.`;
  if (text !== '' || choice !== null) return null;
  return options.length > 0 ? 'Choose one, or write something.' : 'Write something to send.';
}

/**
 * The text of the field after choosing a step to start from. The step replaces an unchanged earlier
 * step, and nothing that the writer typed.
 */
export function startedFrom(
  step: string,
  typed: string,
  starters: readonly NextStep[],
  longest: number,
): string {
  const isOwn =
    typed.trim() !== '' && !starters.some((starter) => cutText(starter.step, longest) === typed);
  if (!isOwn) return cutText(step, longest);
  const own = typed.trim();
  return `${own} ${cutText(step, longest - textLength(normaliseText(own)) - 1)}`.trim();
}

/** The characters left, or those too many: "5 characters left". */
export function charactersLeft(left: number): string {
  const count = Math.abs(left);
  const characters = count === 1 ? '1 character' : `${count} characters`;
  return left < 0 ? `${characters} too many` : `${characters} left`;
}

/** The characters left, for a screen reader; empty while there are plenty, or too few. */
export function charactersLeftLabel(left: number): string {
  if (left > FEW_LEFT || left < 0) return '';
  return left > 0 ? `Fewer than ${FEW_LEFT + 1} characters left` : 'No characters left';
}
