import type { NextStep } from '../contract.ts';

const FEW_LEFT = 20;

/** Why a text can't be sent yet, in words that its writer can act on; null where it can. */
export function obstacle(text: string, choice: number | null, options: number): string | null {
  if (text !== '' || choice !== null) return null;
  return options > 0 ? 'Choose one above or write something to send.' : 'Write something to send.';
}

/**
 * What stands in the field once a step is taken to start from. It replaces nothing that the writer
 * typed: only another step, as it was.
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

/** What a screen reader is told of the place that is left, where it gets short. */
export function shortOfPlace(left: number): string {
  if (left > FEW_LEFT) return '';
  return left > 0 ? `Fewer than ${FEW_LEFT + 1} characters left` : 'No characters left';
}
