import type { FileReport } from '../problems.ts';
import { isBlank } from './lines.ts';
import type { ScannedLine } from './scan-lines.ts';
import { startsNotes } from './notes.ts';

/** Lines that a slide has and notes have not, even if they begin with a line of `Note:` alone. */
const SLIDE_ONLY: readonly (readonly [RegExp, string])[] = [
  [/^::\w+::\s*$/, 'column'],
  [/<!--\s*\.element\b/, 'fragment'],
  [/^ {0,3}#{1,2}\s/, 'heading'],
];
/** Lines that seldom follow a note of one sentence. */
const AFTER_SENTENCE: readonly (readonly [RegExp, string])[] = [
  [/^ {0,3}#{3,6}\s/, 'heading'],
  [/^ {0,3}!\[/, 'picture'],
  [/^ {0,3}\|.*\|/, 'table'],
  [/^ {0,3}(?:[-*+]|\d+[.)])\s/, 'list'],
  [/^ {0,3}>/, 'quotation'],
  [/^ {0,3}<(?!!|\/?(?:br|a|b|i|em|strong|cite|small|code|span|aside)\b)[a-z]/i, 'element'],
];

/**
 * Warns of speaker notes that hold what looks like the rest of the slide: their `Note:` was perhaps
 * meant as a text. `notes` are the lines from there on.
 */
export function warnOfSlideInNotes(notes: readonly ScannedLine[], report: FileReport): void {
  const [start] = notes;
  if (start === undefined) return;
  const isSentence = start.markdown !== null && start.markdown.trim() !== '';
  for (const [index, line] of notes.entries()) {
    const name = index === 0 ? null : nameOf(line, notes[index - 1], isSentence);
    if (name === null) continue;
    report.warning(
      start.line.number,
      `The speaker notes begin here and go on to the end of the slide, with the ${name} in line ` +
        `${line.line.number}. If the room should see this, write "**Note:** …"`,
    );
    return;
  }
}

/** The name of what a line begins, if that belongs on a slide; null for what a note may hold. */
function nameOf(
  scanned: ScannedLine,
  before: ScannedLine | undefined,
  isSentence: boolean,
): string | null {
  const { line, fence, fenceEdge, isText, markdown } = scanned;
  if (fence !== null) return isSentence && fenceEdge ? 'code' : null;
  if (!isText) return null;
  if (isSentence && startsNotes(scanned)) return `second "Note:"`;
  const text = markdown ?? line.text;
  const isApart = before === undefined || isBlank(before.line);
  const kinds = isSentence && isApart ? [...SLIDE_ONLY, ...AFTER_SENTENCE] : SLIDE_ONLY;
  return kinds.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
