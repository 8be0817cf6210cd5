import render from 'dom-serializer';
import { Element, Text } from 'domhandler';
import type { MarkedExtension, TokenizerAndRendererExtension } from 'marked';
import type { DeckSource } from '../deck.ts';
import { toLines } from '../parse/lines.ts';
import { scanLines } from '../parse/scan-lines.ts';

/** The element that holds a formula's TeX until it is set; with `data-display` on a line of its own. */
export const FORMULA = 'tex-formula';

/** Any character of TeX other than a dollar sign and a blank line, which end a formula. */
const TEX = String.raw`(?:\\[^]|[^\\$\n]|\n(?![ \t]*\n))`;
const BLOCK = new RegExp(String.raw`^ {0,3}\$\$(?!\$)(${TEX}+)\$\$[ \t]*(?:\n|$)`);
const DISPLAY = new RegExp(String.raw`^\$\$(?!\$)(${TEX}+)\$\$(?!\$)`);
/** GitHub's other way: a code span between dollar signs. */
const QUOTED = /^\$`([^`]+)`\$/;
/** A formula by pandoc's rule, so that prices stay prices: no space within the dollar signs, no digit behind. */
const INLINE = new RegExp(String.raw`^\$(?![\s$\`])(${TEX}*?(?:\\\S|[^\\$\s]))\$(?![\d$])`);
const ALL = new RegExp(
  [DISPLAY, QUOTED, INLINE].map(({ source }) => source.slice(1)).join('|'),
  'g',
);
/** reveal.js: a code span whose code is a formula. */
const CODE = /^\$\$([^$]+)\$\$$/;
/** A formula that stands alone, perhaps in a list or quotation, or as a code span. */
const ALONE = new RegExp(
  String.raw`^(?:[ \t>*+-]|\d+[.)])*(\`?)\$\$(?!\$)${TEX}+\$\$\1[ \t]*$`,
  'm',
);

/** Returns true for a deck that has formulas beyond doubt: one that stands alone, or a fence `math`. */
export function hasFormulas(sources: readonly DeckSource[]): boolean {
  return sources.some(({ text }) => {
    if (!/\$\$|math/i.test(text)) return false;
    const { lines } = scanLines(toLines(text));
    if (lines.some(({ fence }) => fence !== null && isMath(fence.info))) return true;
    return ALONE.test(
      lines.map(({ fence, markdown }) => (fence === null ? (markdown ?? '') : '')).join('\n'),
    );
  });
}

/** Returns true for the info string of a fence that holds a formula. */
export function isMath(info: string): boolean {
  return /^math\b/i.test(info.trim());
}

/** The HTML of a formula that is still to be set. */
function formulaHtml(tex: string, isDisplay: boolean): string {
  const attributes: Record<string, string> = isDisplay ? { 'data-display': '' } : {};
  const formula = new Element(FORMULA, attributes, [new Text(tex.trim())]);
  return render(formula, { encodeEntities: 'utf8' });
}

/** The HTML of a formula that is a paragraph of its own. */
export function formulaParagraph(tex: string): string {
  return `<p class="formula">${formulaHtml(tex, true)}</p>\n`;
}

/** Markdown with formulas in TeX: `$…$`, and `$$…$$` for a formula on a line of its own. */
export const math: MarkedExtension = {
  extensions: [
    formulaKind('block', BLOCK, formulaParagraph),
    formulaKind('inline', DISPLAY, (tex) => formulaHtml(tex, true)),
    formulaKind('inline', QUOTED, (tex) => formulaHtml(tex, false)),
    formulaKind('inline', INLINE, (tex) => formulaHtml(tex, false)),
  ],
  // A * or _ within a formula emphasises nothing.
  hooks: { emStrongMask: (src) => src.replace(ALL, (all) => `[${'a'.repeat(all.length - 2)}]`) },
};

/** The HTML of a code span that is a formula; null for other code. */
export function formulaInCode(code: string): string | null {
  const tex = CODE.exec(code.trim())?.[1];
  return tex === undefined ? null : formulaHtml(tex, true);
}

function formulaKind(
  level: 'block' | 'inline',
  pattern: RegExp,
  draw: (tex: string) => string,
): TokenizerAndRendererExtension {
  const name = `formula ${pattern.source}`;
  const starts = level === 'block' ? /^ {0,3}\$\$/m : /\$/;
  return {
    name,
    level,
    start: (src) => starts.exec(src)?.index,
    tokenizer: (src) => {
      const [raw, tex] = pattern.exec(src) ?? [];
      return raw === undefined ? undefined : { type: name, raw, text: tex ?? '' };
    },
    renderer: ({ text }) => draw(String(text)),
  };
}
