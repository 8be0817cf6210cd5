import { isUtf8 } from 'node:buffer';
import { Damage } from './sqlite.ts';

/**
 * Selects a column of texts as bytes: libsql ends the whole process at a text that is no UTF-8, and on a
 * damaged page there may be one.
 */
export function asBytes(column: string): string {
  return `CAST(${column} AS BLOB)`;
}

const noText = 'A text in the database file is damaged: it can no longer be read.';

/** The text that was selected as bytes. Throws a `Damage` where it is no UTF-8. */
export function textOf(bytes: unknown): string {
  if (bytes instanceof ArrayBuffer && isUtf8(bytes)) return Buffer.from(bytes).toString();
  throw new Damage(noText);
}

/** The same with U+FFFD for what is no UTF-8, where it is only shown. */
export function legibleTextOf(bytes: unknown): string {
  return bytes instanceof ArrayBuffer ? Buffer.from(bytes).toString() : '';
}
