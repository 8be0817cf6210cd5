import { parseDocument } from 'htmlparser2';
import { isTag } from 'domhandler';
import { nearestWord } from '../../lib/nearest-word.ts';
import type { FileReport } from '../problems.ts';
import type { Directive } from './scan-lines.ts';

/** Attributes as an author wrote them. */
export type Attributes = Record<string, string>;

/** Attributes, and the line that gives them. */
export interface GivenAttributes {
  readonly attributes: Readonly<Attributes>;
  readonly line: number;
}

const INSTRUCTION = /^\s*\.(\w+)(:?)([^]*)$/;
const TARGETS = ['slide', 'element'] as const;
/** What can stand in an attribute's name wherever HTML is written. */
const NAME = /^[a-z_][\w:.-]*$/i;

const STYLES = ['style', 'data-style'];

/**
 * Whether a comment instructs, as in reveal.js (`.slide: class="dark"`), or tries to: such a comment
 * never holds notes.
 */
export function isInstruction(comment: string): boolean {
  const [, word = '', colon] = INSTRUCTION.exec(comment) ?? [];
  return word === 'element' || (word !== '' && colon === ':');
}

/** The attributes that a comment gives to `target`; null where it is about something else. */
export function readInstruction(
  target: 'slide' | 'element',
  comment: Directive,
  report: FileReport,
): Attributes | null {
  const [, word, , text = ''] = INSTRUCTION.exec(comment.text) ?? [];
  if (word !== target || !isInstruction(comment.text)) return null;
  return readAttributes(`.${word}:`, text, comment.line, report);
}

/** Warns of a comment that looks like an instruction and is none. */
export function checkInstruction(comment: Directive, report: FileReport): void {
  const [, word = ''] = INSTRUCTION.exec(comment.text) ?? [];
  const meant = isInstruction(comment.text) ? nearestWord(word, TARGETS) : null;
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
    report.warning(line, `"${instruction}" needs attributes behind it, such as class="fragment"`);
    return {};
  }
  const written = Object.entries(tag.attribs).filter(([name, value]) => {
    const usable = NAME.test(name) && (value !== '' || name.startsWith('data-'));
    if (!usable) {
      report.warning(line, `"${name}" in "${instruction}" has no value; write ${name}="…"`);
    }
    return usable;
  });
  return Object.fromEntries(written);
}

/** Adds attributes to those of an element: classes and styles join, the rest is replaced. */
export function addAttributes(attributes: Attributes, added: Readonly<Attributes>): void {
  for (const [name, value] of Object.entries(added)) {
    const before = attributes[name];
    if (name === 'class') attributes[name] = joinWords(before ?? '', value);
    else if (!STYLES.includes(name) || before === undefined) attributes[name] = value;
    else attributes[name] = `${before};${value}`;
  }
}

/** The words of both texts, each once. */
function joinWords(a: string, b: string): string {
  return [...new Set(`${a} ${b}`.split(/\s+/).filter((word) => word !== ''))].join(' ');
}
