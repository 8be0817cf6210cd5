import { isRecord, type Json } from '../../lib/json.ts';
import { commonSpelling } from '../../lib/spellings.ts';

/**
 * The number of different texts that the room reads in a tally as a presenter is sent it; 0 for a tally
 * without texts, or one that nobody may see yet.
 */
export function countReadyTexts(tally: Json | null): number {
  const words = isRecord(tally) && Array.isArray(tally['words']) ? tally['words'] : [];
  const texts = words.flatMap((one: unknown) =>
    isRecord(one) && one['approved'] === true && typeof one['text'] === 'string'
      ? [commonSpelling(one['text'])]
      : [],
  );
  return new Set(texts).size;
}

/** true for a question whose texts come through without an approval, by its content. */
export function letsTextsThrough(content: Json): boolean {
  return isRecord(content) && content['approve'] === 'never';
}
