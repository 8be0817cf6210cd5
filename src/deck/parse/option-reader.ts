import { FenceReader } from '../../activities/fence-reader.ts';
import type { FrontMatter } from './front-matter.ts';

const NUMBERS = ['minutes', 'accent'];
/** The truth values of YAML 1.1, which many authors know. */
const YES = ['yes', 'on', 'y', 'true'];
const NO = ['no', 'off', 'n', 'false'];

/**
 * Returns a reader for the options in front matter. An option without a value is left out; numbers may
 * be in quotes.
 */
export function optionReader({ yaml }: FrontMatter): FenceReader {
  const written = Object.entries(yaml.options ?? {}).filter(([, value]) => value !== null);
  const options = written.map(([key, value]) => [key, plainValue(key, value)] as const);
  return new FenceReader(Object.fromEntries(options), yaml.sourceOf);
}

function plainValue(key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const word = value.trim().toLowerCase();
  if (NUMBERS.includes(key) && word !== '' && !Number.isNaN(Number(word))) return Number(word);
  if (key !== 'keep') return value;
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : value;
}
