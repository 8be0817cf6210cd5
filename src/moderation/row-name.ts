import { commonSpelling } from '../lib/spellings.ts';
import type { WrittenText } from './text-key.ts';

/** Names the row of a text, in whichever of its spellings it is shown. */
export function rowName({ choice, text }: WrittenText): string {
  return `${choice ?? ''}:${commonSpelling(text)}`;
}
