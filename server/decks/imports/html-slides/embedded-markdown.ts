import type { Element } from 'domhandler';
import { findOne, textContent } from 'domutils';
import { readSeparator, splitBySeparators } from '../../../../src/deck/parse/custom-separators.ts';
import { toLines, type Line } from '../../../../src/deck/parse/lines.ts';
import { attributesComment } from './slide-attributes.ts';

/** reveal.js' own separators, where a section names another. */
const BESIDE = /\r?\n---\r?\n/;
const NEVER = /(?!)/;
/** A line that would divide the slides of a deck, or give the notes of one. */
const DIVIDES = /^-{2,4}[ \t]*$/;

/**
 * The slides of a `<section data-markdown>`, in columns: of its own text, or of a file. As in reveal.js
 * it is divided only where the section names a separator.
 *
 * @param text that of the file which the section names; null where it names none
 */
export function embeddedMarkdown(section: Element, text: string | null): string[][] {
  const lines = toLines(text ?? ownText(section));
  const { attribs } = section;
  const notes = separator(attribs['data-separator-notes'], 'im');
  const horizontal = separator(attribs['data-separator'], 'm');
  const vertical = separator(attribs['data-separator-vertical'], 'm');
  const isDivided = horizontal !== null || vertical !== null || notes !== null;
  const separators = {
    horizontal: horizontal ?? (isDivided ? BESIDE : NEVER),
    vertical: vertical ?? NEVER,
    notes,
  };
  const comment = attributesComment('slide', section);
  const columns: string[][] = [];
  for (const source of splitBySeparators(lines, separators)) {
    const slide = slideText(source.lines, notes, comment);
    if (source.vertical) columns.at(-1)?.push(slide);
    else columns.push([slide]);
  }
  return columns;
}

function separator(written: string | undefined, flags: 'm' | 'im'): RegExp | null {
  if (written === undefined || written === '') return null;
  const read = readSeparator(written, flags);
  return read.ok ? read.value : null;
}

function slideText(lines: readonly Line[], notes: RegExp | null, comment: string | null): string {
  const text = lines.map((line) => (DIVIDES.test(line.text) ? '***' : line.text)).join('\n');
  const body = notes === null ? text : text.replace(notes, '\nNote:');
  return [...(comment === null ? [] : [comment]), body.trim()].join('\n\n');
}

/** The Markdown in a section: in a template, a script, or as it is, without the indentation of its first line. */
function ownText(section: Element): string {
  const template = findOne(
    ({ name, attribs }) => name === 'script' || 'data-template' in attribs,
    section.children,
  );
  const text = textContent(template ?? section).replaceAll('__SCRIPT_END__', '</script>');
  const [, indent = ''] = /^\s*\n([ \t]*)\S/.exec(`\n${text}`) ?? [];
  return toLines(text)
    .map((line) => (line.text.startsWith(indent) ? line.text.slice(indent.length) : line.text))
    .join('\n');
}
