import type { NextStep } from '../contract.ts';

const FEW_LEFT = 20;

/** A sentence on what keeps a text from being sent; null where nothing does. */
export function obstacle(text: string, choice: number | null, options: number): string | null {
  if (text !== '' || choice !== null) return null;
  return options > 0 ? 'Choose one, or write something.' : 'Write something to send.';
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
    typed.trim() !== '' && !starters.some((starter) => starter.step.slice(0, longest) === typed);
  return (isOwn ? `${typed.trim()} ${step}` : step).slice(0, longest);
}

/** The characters left, for a screen reader; empty while there are plenty. */
export function charactersLeftLabel(left: number): string {
  if (left > FEW_LEFT) return '';
  return left > 0 ? `Fewer than ${FEW_LEFT + 1} characters left` : 'No characters left';
}
