import { isRecord, type Json } from './json.ts';

const HALF = /\p{Surrogate}/gu;

/** The text with U+FFFD for every half of a UTF-16 pair that is alone: no file or database can hold one. */
export function wellFormedText(text: string): string {
  return text.replace(HALF, '\u{FFFD}');
}

/** A copy of the value in which all texts, keys as well, are well-formed. */
export function wellFormed(value: Json): Json {
  if (typeof value === 'string') return wellFormedText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (!isRecord(value)) return value.map(wellFormed);
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [wellFormedText(key), wellFormed(part)]),
  );
}
