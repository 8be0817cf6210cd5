import { commonSpelling } from '../../lib/spellings.ts';
import { normaliseText } from '../../lib/typed-text.ts';

/** Typed texts normalised, without empty ones; of those that read the same, the first. */
export function distinctWords(typed: readonly string[]): string[] {
  const words = new Map<string, string>();
  for (const text of typed.map(normaliseText)) {
    const name = commonSpelling(text);
    if (text !== '' && !words.has(name)) words.set(name, text);
  }
  return [...words.values()];
}
