/** What is written behind the marks of a code fence. */
export interface CodeInfo {
  /** In small letters; empty where none is named. */
  readonly language: string;
  /** The steps through its lines, as in `1|2-3`; null where no lines are numbered. */
  readonly steps: string | null;
  /** The number of the first line, as it is written; null where it is 1. */
  readonly start: string | null;
}

/** reveal.js: `[1|2-3]`, `[10: 1|3]`, `[]`. */
const STEPS = /\[\s*(?:(\d*):)?\s*([\s\d,|-]*)\]/;

export function readCodeInfo(info: string): CodeInfo {
  const [, start, steps] = STEPS.exec(info) ?? [];
  const rest = info.replace(STEPS, ' ').trim();
  const language = (/^[^\s{]*/.exec(rest)?.[0] ?? '').toLowerCase();
  return { language, steps: steps?.trim() ?? null, start: start || null };
}
