import { formatRange } from '../../lib/format-number.ts';
import { isWithin } from '../../lib/number-range.ts';
import type { Result } from '../../lib/result.ts';
import type { NumberProblem, TypedNumber } from '../../lib/typed-number.ts';
import { numberProblemLabel } from '../../lib/number-note.ts';
import type { GuessPrompt } from './guess.ts';

/** A sentence on what keeps a guess from being sent; null where nothing does. */
export function obstacle(
  content: GuessPrompt,
  read: Result<TypedNumber, NumberProblem>,
): string | null {
  if (!read.ok) {
    if (read.error === 'empty') return 'Type a number, or move the slider.';
    return numberProblemLabel(read.error, content.unit);
  }
  if (isWithin(read.value.value, content)) return null;
  return `Guess a number from ${formatRange(content.from, content.to, content.unit)}.`;
}
