import type { FileReport } from '../problems.ts';
import { isBlank, type Line } from './lines.ts';
import { scanLines } from './scan-lines.ts';
import type { SlideSource } from './slide-source.ts';

/** Lines that separate slides elsewhere, and are nothing else: `---v`, `-v-`, `<!--s-->`, `<!-- > -->`. */
const SURE =
  /^(?:-{3,} ?[a-z>|^]{1,2}(?: ?-+)?|-[a-z>|^]-|<!--\s*(?:[svhn]|[>|^v=~+-]{1,6})\s*-->)$/i;
/** Lines that separate slides if there are several of them. */
const LIKELY = new RegExp(
  [
    /^--$|^-{2,} ?\w{1,10}(?: ?-+)?$|^-\w{1,3}-$|^[-–—―]*[–—―][-–—―]*$/,
    /^={3,}$|^\+{3,}$|^:{3,}$|^%{3,}$|^\\(?:newpage|pagebreak)$/,
    /^<!--\s*(?:(?:new|next|end)[ _-]?)?(?:slides?|section|page)(?:[ _-]?break|\s[^>]*)?\s*-->$/,
    /^<!--\s*(?:vertical|horizontal|break)\s*-->$/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);
/** Rules of Markdown, which separate slides if a file has no other slide. */
const RULE = /^(?:-{3,}|\*{3,}|_{3,}|(?:[-*_] ){2,}[-*_]|<hr ?\/?>)$/;
/** Makes a heading of the text above it. */
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;

/**
 * Warns of lines that look like separators of slides but are none. In a deck that names separators of
 * its own (`isOwn`), only of those that repeat.
 */
export function warnOfSuspectSeparators(
  sources: readonly SlideSource[],
  isOwn: boolean,
  report: FileReport,
): void {
  const found = new Map<string, number[]>();
  for (const { text, number } of sources.flatMap(suspectLines)) {
    const numbers = found.get(text.trim());
    if (numbers === undefined) found.set(text.trim(), [number]);
    else numbers.push(number);
  }
  for (const [text, numbers] of found) {
    const isRepeated = numbers.length > 1;
    const isLikely = SURE.test(text) || LIKELY.test(text) || sources.length === 1;
    const isMeant = isRepeated ? isLikely : SURE.test(text) && !isOwn;
    for (const number of isMeant ? numbers : []) report.warning(number, describe(text));
  }
}

/** The lines of a slide that may be separators, in its text. */
function suspectLines({ lines }: SlideSource): Line[] {
  if (!lines.some(isSuspect)) return [];
  return scanLines(lines).lines.flatMap(({ line, isText }, index) => {
    const before = lines[index - 1];
    const isUnderline = UNDERLINE.test(line.text) && before !== undefined && !isBlank(before);
    return isText && isSuspect(line) && !isUnderline ? [line] : [];
  });
}

function isSuspect({ text }: Line): boolean {
  if (!/^ {0,3}\S/.test(text)) return false;
  const written = text.trim();
  return SURE.test(written) || LIKELY.test(written) || RULE.test(written);
}

function describe(text: string): string {
  const pattern = `'^${text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}$'`;
  return (
    `"${text}" alone in its line looks like a separator, but starts no slide here. If it should, name it ` +
    `in the deck's options: "separator: ${pattern}" or "verticalSeparator: ${pattern}"`
  );
}
