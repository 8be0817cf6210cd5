import {
  List,
  generate,
  parse,
  walk,
  type Atrule,
  type Block,
  type CssNode,
  type Rule,
  type StyleSheet,
} from 'css-tree';
import { STYLE_FILE } from '../deck.ts';
import type { DeckFolder } from '../deck-files.ts';
import type { FileReport } from '../problems.ts';
import { cleanDeclaration, ownAnimation, type DeclarationContext } from './clean-declaration.ts';
import { scopeSelector } from './scope-selector.ts';
import { strayBrackets } from './stray-brackets.ts';

/** In UTF-16 code units. */
export const LONGEST_STYLE = 64_000;

/** Rules around other rules. */
const WRAPPERS = new Set(['media', 'supports', 'container']);
const LINE_END = /\r\n|[\n\r\f]/;
const KEYFRAMES = /^(?:-webkit-)?keyframes$/;
/** The families of the pages: another font of the same name would change what is around the slides. */
const OUR_FONTS = new Set(['inter variable', 'jetbrains mono variable']);

interface Context {
  readonly deck: DeckFolder;
  readonly animations: ReadonlySet<string>;
  readonly report: FileReport;
}

/**
 * Cleans the style sheet of a deck: rules match inside slides only, files come from the deck's
 * folder, and nothing covers the page. What is left out is warned of. Returns CSS; empty where
 * nothing is left.
 */
export function cleanStyleSheet(text: string, deck: DeckFolder, report: FileReport): string {
  if (text.length > LONGEST_STYLE) {
    report.warning(1, `"${STYLE_FILE}" is left out: it is longer than ${LONGEST_STYLE} characters`);
    return '';
  }
  try {
    const read = withoutStrayBrackets(text, report);
    const sheet = parse(read, { positions: true, parseCustomProperty: true });
    if (sheet.type !== 'StyleSheet') return '';
    const context = { deck, report, animations: animationsIn(sheet) };
    return generate({ ...sheet, children: cleanRules(sheet.children, context) });
  } catch (error) {
    // The parser throws when brackets are nested too deeply for it.
    const reason = error instanceof Error ? error.message : String(error);
    report.warning(1, `"${STYLE_FILE}" is left out: it cannot be read (${reason})`);
    return '';
  }
}

/** The text with a space for each closing bracket that closes nothing, so that lines and columns stay. */
function withoutStrayBrackets(text: string, report: FileReport): string {
  const kept: string[] = [];
  let from = 0;
  let line = 1;
  for (const offset of strayBrackets(text)) {
    const before = text.slice(from, offset);
    line += before.split(LINE_END).length - 1;
    report.warning(line, `"${text.charAt(offset)}" is left out: it closes nothing`);
    kept.push(before);
    from = offset + 1;
  }
  return [...kept, text.slice(from)].join(' ');
}

function animationsIn(sheet: StyleSheet): ReadonlySet<string> {
  const names = new Set<string>();
  walk(sheet, (node) => {
    if (node.type !== 'Atrule' || !KEYFRAMES.test(node.name.toLowerCase())) return;
    const name = animationName(node);
    if (name !== null) names.add(name);
  });
  return names;
}

/** Names of animations: in a longer text a bracket could end the rule that it names. */
const WORD = /^[\w-]+$/;

/** null for a name that is not a plain word. */
function animationName({ prelude }: Atrule): string | null {
  const [name, ...rest] = prelude?.type === 'AtrulePrelude' ? prelude.children.toArray() : [];
  const written =
    name?.type === 'Identifier' ? name.name : name?.type === 'String' ? name.value : '';
  return rest.length === 0 && WORD.test(written) ? written : null;
}

function cleanRules(nodes: List<CssNode>, context: Context): List<CssNode> {
  const kept = new List<CssNode>();
  for (const node of nodes.toArray()) {
    const cleaned = cleanNode(node, context);
    if (cleaned !== null) kept.appendData(cleaned);
  }
  return kept;
}

function cleanNode(node: CssNode, context: Context): CssNode | null {
  switch (node.type) {
    case 'Rule':
      return cleanRule(node, context);
    case 'Atrule':
      return cleanAtrule(node, context);
    case 'Raw':
      if (node.value.replaceAll(';', '').trim() !== '') {
        context.report.warning(lineOf(node), 'These lines are left out: they cannot be read');
      }
      return null;
    default:
      return null;
  }
}

function cleanRule(rule: Rule, context: Context): Rule | null {
  if (rule.prelude.type === 'Raw') {
    context.report.warning(lineOf(rule), `${quoted(rule.prelude)} is left out: it cannot be read`);
    return null;
  }
  const selectors = new List<CssNode>();
  for (const selector of rule.prelude.children.toArray()) {
    const scoped = selector.type === 'Selector' ? scopeSelector(selector) : 'it cannot be read';
    if (typeof scoped !== 'string') selectors.appendData(scoped);
    else context.report.warning(lineOf(rule), `${quoted(selector)} is left out: ${scoped}`);
  }
  if (selectors.isEmpty) return null;
  const block = cleanBlock(rule.block, declarations(context, 'picture'));
  return { ...rule, prelude: { type: 'SelectorList', children: selectors }, block };
}

function cleanAtrule(rule: Atrule, context: Context): Atrule | null {
  const name = rule.name.toLowerCase();
  const { block } = rule;
  if (block !== null && !isUnreadable(rule)) {
    if (WRAPPERS.has(name)) {
      return { ...rule, block: { ...block, children: cleanRules(block.children, context) } };
    }
    if (KEYFRAMES.test(name)) return cleanKeyframes(rule, block, context);
    if (name === 'font-face') return cleanFontFace(rule, block, context);
  }
  const help =
    name === 'import'
      ? `write its rules into "${STYLE_FILE}"`
      : 'only @media, @supports, @container, @keyframes and @font-face are used';
  if (name !== 'charset') {
    context.report.warning(lineOf(rule), `"@${rule.name}" is left out: ${help}`);
  }
  return null;
}

function isUnreadable({ prelude }: Atrule): boolean {
  if (prelude === null) return false;
  let isRaw = false;
  walk(prelude, ({ type }) => {
    isRaw ||= type === 'Raw' || type === 'Url';
  });
  return isRaw;
}

function cleanKeyframes(rule: Atrule, block: Block, context: Context): Atrule | null {
  const name = animationName(rule);
  if (name === null) {
    const message = '"@keyframes" is left out: its name is a word of letters, digits and hyphens';
    context.report.warning(lineOf(rule), message);
    return null;
  }
  const frames = new List<CssNode>();
  for (const frame of block.children.toArray()) {
    if (frame.type !== 'Rule' || frame.prelude.type === 'Raw') continue;
    frames.appendData({
      ...frame,
      block: cleanBlock(frame.block, declarations(context, 'picture')),
    });
  }
  const own: CssNode = { type: 'Identifier', name: ownAnimation(name) };
  return {
    ...rule,
    prelude: { type: 'AtrulePrelude', children: new List<CssNode>().appendData(own) },
    block: { ...block, children: frames },
  };
}

function cleanFontFace(rule: Atrule, block: Block, context: Context): Atrule | null {
  const cleaned = cleanBlock(block, declarations(context, 'font'));
  const isOurs = cleaned.children.some(
    (node) =>
      node.type === 'Declaration' &&
      node.property.toLowerCase() === 'font-family' &&
      OUR_FONTS.has(generate(node.value).replace(/["']/g, '').trim().toLowerCase()),
  );
  if (!isOurs) return { ...rule, block: cleaned };
  const message = 'This font is left out: the pages have one of this name; give it another';
  context.report.warning(lineOf(rule), message);
  return null;
}

function declarations(
  { deck, animations, report }: Context,
  kind: 'picture' | 'font',
): (line: number) => DeclarationContext {
  return (line) => ({
    ...{ deck, animations, files: [kind] },
    warn: (message) => report.warning(line, message),
  });
}

/** Keeps the declarations that can be used; nested rules are not read. */
function cleanBlock(block: Block, contextAt: (line: number) => DeclarationContext): Block {
  const kept = new List<CssNode>();
  for (const node of block.children.toArray()) {
    const context = contextAt(lineOf(node));
    if (node.type === 'Declaration') {
      if (cleanDeclaration(node, context)) kept.appendData(node);
    } else if (node.type !== 'Comment' && generate(node).replaceAll(';', '').trim() !== '') {
      context.warn(`${quoted(node)} is left out: write each rule by itself, not inside another`);
    }
  }
  return { ...block, children: kept };
}

function lineOf({ loc }: CssNode): number {
  return loc?.start.line ?? 1;
}

const LONGEST_SHOWN = 60;

function quoted(node: CssNode): string {
  const text = generate(node).replace(/\s+/g, ' ').trim();
  return text.length > LONGEST_SHOWN ? `"${text.slice(0, LONGEST_SHOWN)}…"` : `"${text}"`;
}
