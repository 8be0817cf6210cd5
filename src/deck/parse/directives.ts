import { parseDocument } from 'htmlparser2';
import { isTag } from 'domhandler';
import { nearestWord } from '../../lib/nearest-word.ts';
import type { FileReport } from '../problems.ts';
import type { HtmlComment } from './scan-lines.ts';

/** Attributes as the author wrote them, by name. */
export type Attributes = Record<string, string>;

/** Attributes with the line of their directive. */
export interface LocatedAttributes {
  readonly attributes: Readonly<Attributes>;
  readonly line: number;
}

const DIRECTIVE = /^\s*\.(\w+)(:?)([^]*)$/;
const TARGETS = ['slide', 'element'] as const;
/** A valid attribute name in HTML. */
const ATTRIBUTE_NAME = /^[a-z_][\w:.-]*$/i;

const STYLES = ['style', 'data-style'];

/**
 * Returns true for a directive of reveal.js (`.slide: class="dark"`), even a misspelt one: its comment
 * is never taken for notes.
 */
export function isDirective(comment: string): boolean {
  const [, word = '', colon] = DIRECTIVE.exec(comment) ?? [];
  return word === 'element' || (word !== '' && colon === ':');
}

/** Reads the attributes that a comment gives to `target`; null if it is not such a directive. */
export function readDirective(
  target: 'slide' | 'element',
  comment: HtmlComment,
  report: FileReport,
): Attributes | null {
  const [, word, , text = ''] = DIRECTIVE.exec(comment.text) ?? [];
  if (word !== target || !isDirective(comment.text)) return null;
  return readAttributes(`.${word}:`, text, comment.line, report);
}

/** Warns of a comment whose directive is misspelt. */
export function warnOfMisspeltDirective(comment: HtmlComment, report: FileReport): void {
  const [, word = ''] = DIRECTIVE.exec(comment.text) ?? [];
  const meant = isDirective(comment.text) ? nearestWord(word, TARGETS) : null;
  if (meant === null || meant === word) return;
  report.warning(comment.line, `".${word}:" says nothing; did you mean ".${meant}:"?`);
}

function readAttributes(
  instruction: string,
  text: string,
  line: number,
  report: FileReport,
): Attributes {
  const tag = parseDocument(`<i ${text.trim()}>`).children.find(isTag);
  if (tag === undefined || Object.keys(tag.attribs).length === 0) {
    report.warning(line, `"${instruction}" needs attributes after it, such as class="fragment"`);
    return {};
  }
  const written = Object.entries(tag.attribs).filter(([name, value]) => {
    const usable = ATTRIBUTE_NAME.test(name) && (value !== '' || name.startsWith('data-'));
    if (!usable) {
      report.warning(line, `"${name}" in "${instruction}" has no value; write ${name}="…"`);
    }
    return usable;
  });
  return Object.fromEntries(written);
}

/** Adds attributes to those of an element: classes and styles are merged, others are replaced. */
export function addAttributes(attributes: Attributes, added: Readonly<Attributes>): void {
  for (const [name, value] of Object.entries(added)) {
    const before = attributes[name];
    if (name === 'class') attributes[name] = joinClasses(before ?? '', value);
    else if (!STYLES.includes(name) || before === undefined) attributes[name] = value;
    else attributes[name] = `${before};${value}`;
  }
}

/** Joins two class lists without duplicates. */
function joinClasses(a: string, b: string): string {
  return [...new Set(`${a} ${b}`.split(/\s+/).filter((word) => word !== ''))].join(' ');
}
