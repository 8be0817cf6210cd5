import { Element, isTag, Text, type ChildNode } from 'domhandler';
import { findOne, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import katex from 'katex';
import type { Warn } from '../sanitise/file-references.ts';

/** Markup for a formula: for the eye and for screen readers, or for browsers that set it themselves. */
export type FormulaOutput = 'htmlAndMathml' | 'mathml';

/** The largest length that a formula may ask for, in em, and the most macros it may expand. */
const MAX_SIZE = 40;
const MAX_EXPANSIONS = 1000;

/** Sets the formula in `element` by KaTeX. A formula with a mistake is shown as its source. */
export function setFormula(element: Element, output: FormulaOutput, warn: Warn): Element {
  const tex = textContent(element);
  const displayMode = element.attribs['data-display'] !== undefined;
  const trace = tex.split('\n').find((line) => line.trim() !== '') ?? '';
  try {
    const html = katex.renderToString(tex, {
      displayMode,
      output,
      strict: false,
      trust: ({ command }) => {
        warn(
          `${command} is left out: formulas load nothing and have no markup of their own`,
          trace,
        );
        return false;
      },
      maxSize: MAX_SIZE,
      maxExpand: MAX_EXPANSIONS,
    });
    return parseDocument(html).children.find(isTag) ?? element;
  } catch (error) {
    warn(`This formula is shown as its source: ${reason(error)}`, trace);
    const marks = displayMode ? '$$' : '$';
    const source = new Text(`${marks}${tex}${marks}`);
    return new Element('code', { class: 'formula-source' }, [source]);
  }
}

/** The TeX of a formula that has been set; null for any other node. */
export function formulaSource(node: ChildNode): string | null {
  if (!isTag(node) || !/^katex(?:-display)?$/.test(node.attribs['class'] ?? '')) return null;
  const source = findOne(({ name }) => name === 'annotation', node.children);
  return source === null ? null : textContent(source);
}

function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  // KaTeX underlines the place with combining marks.
  return message.replace(/^KaTeX parse error: /, '').replaceAll('\u0332', '');
}
