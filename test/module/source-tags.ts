import { isTag, isText, type AnyNode, type Document, type Element } from 'domhandler';
import { findAll, getChildren, getParent, nextElementSibling, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';

const NUMERAL =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)';

/** The pattern of a source tag: one of the four forms that every figure of the module carries. */
export const SOURCE_TAG =
  /^(?:Public: \S.*, (?:19|20)\d\d|Original deck: no public source found|Original deck: public source differs|Our own arithmetic)$/;

/** Shares, multiples and amounts that are written out, such as "nine failures in ten". */
const IN_WORDS = new RegExp(
  String.raw`\b${NUMERAL}(?: to ${NUMERAL})?(?:(?: \w+)? (?:in|out of) (?:a )?${NUMERAL}\b| (?:times|per ?cent|percentage points|dollars|euros|pounds)\b)`,
  'gi',
);

/** Names that hold a digit and are no figures. */
const NAMES = [
  ...['GPT-3.5', 'GPT-3', 'GPT-4', 'Module 1', 'Module 2'],
  ...['Level 1', 'Level 2', 'Level 3'],
];
const FIGURE = /\d[\d.,–]*/g;

/** The element that a figure shares with its tag: an item, a row, a paragraph. */
const BLOCKS = ['li', 'tr', 'p', 'figure', 'small', 'h1', 'h2', 'h3', 'h4'];
const HEADINGS = ['h1', 'h2', 'h3', 'h4'];
/** Titles and descriptions of drawings, which repeat their figures for screen readers. */
const UNSEEN = ['title', 'desc'];

/** The texts of a slide's source tags, whatever they say: its `<cite>`s, and such text in drawings. */
export function tagsOf(html: string): string[] {
  const root = parseDocument(html);
  const cites = findAll((element) => element.name === 'cite', getChildren(root));
  const drawn = findAll(
    (element) => element.name === 'text' && /^(?:Public|Original deck):/.test(textOf(element)),
    getChildren(root),
  );
  return [...cites, ...drawn].map(textOf);
}

/** The texts of the paragraphs that a source tag closes, without the tag. */
export function untilTag(html: string, tag: string): string[] {
  const blocks = findAll(({ name }) => name === 'p', getChildren(parseDocument(html)));
  return blocks
    .filter((block) => tagsIn(block).some((cite) => textOf(cite) === tag))
    .map((block) => textOf(block).replace(tag, '').trim());
}

/** The text of some HTML, without tags and entities, its spaces as one. */
export function plainText(html: string): string {
  return textContent(parseDocument(html)).replace(/\s+/g, ' ').trim();
}

/** The figures of a slide that have no source tag beside them. */
export function untaggedFigures(html: string): string[] {
  const root = parseDocument(html);
  return textsOf(root).flatMap((text) => {
    const block = closest(text, BLOCKS);
    if (block === null) return figuresIn(text.data);
    if (isTagged(block) || isChapterNumber(block)) return [];
    const figures = figuresIn(text.data);
    return isHeading(block) ? figures.filter((figure) => !standsTagged(figure, root)) : figures;
  });
}

/** The text of a slide outside its tables, drawings and tags. */
export function wordsOf(html: string): string[] {
  const texts = textsOf(parseDocument(html)).filter(
    (text) => closest(text, ['table', 'svg']) === null,
  );
  return texts.flatMap(({ data }) => data.split(/\s+/)).filter((word) => /[\p{L}\d]/u.test(word));
}

/** The figures in a text, without names. */
export function figuresIn(text: string): string[] {
  const nameless = NAMES.reduce((rest, name) => rest.replaceAll(name, ''), text);
  return nameless.match(FIGURE) ?? [];
}

/** The figures in the words of a presenter: in digits or written out, but no years. */
export function figuresSaid(text: string): string[] {
  const digits = figuresIn(text).map((figure) => figure.replace(/[.,–]+$/, ''));
  return [...digits, ...(text.match(IN_WORDS) ?? [])].filter(
    (figure) => !/^(?:19|20)\d\d$/.test(figure),
  );
}

/** Every visible text, without the tags. */
function textsOf(root: Document): { data: string; node: AnyNode }[] {
  const walk = (node: AnyNode): { data: string; node: AnyNode }[] => {
    if (isText(node)) return [{ data: node.data, node }];
    if (!isTag(node)) return [];
    if (node.name === 'cite' || UNSEEN.includes(node.name)) return [];
    return getChildren(node).flatMap(walk);
  };
  return root.children.flatMap(walk);
}

function closest({ node }: { node: AnyNode }, names: readonly string[]): Element | null {
  for (let at = getParent(node); at !== null; at = getParent(at)) {
    if (isTag(at) && names.includes(at.name)) return at;
  }
  return null;
}

/** True if a tag is in a block, or directly after it if the block is a figure or heading. */
function isTagged(block: Element): boolean {
  if (holdsTag(block)) return true;
  const next = nextElementSibling(block);
  return next !== null && (block.name === 'figure' || block.name === 'h1') && holdsTag(next);
}

function holdsTag(element: Element): boolean {
  return tagsIn(element).some((tag) => SOURCE_TAG.test(textOf(tag)));
}

function tagsIn(element: Element): Element[] {
  return findAll(({ name }) => name === 'cite', [element]);
}

/** A heading may ask about a figure that the slide then shows, tagged. */
function standsTagged(figure: string, root: Document): boolean {
  const blocks = findAll(({ name }) => BLOCKS.includes(name), getChildren(root));
  return blocks.some(
    (block) => !isHeading(block) && holdsTag(block) && figuresIn(textOf(block)).includes(figure),
  );
}

function isHeading({ name }: Element): boolean {
  return HEADINGS.includes(name);
}

/** The number of a chapter is alone above its heading. */
function isChapterNumber(block: Element): boolean {
  return (
    block.prev === null && /^\d$/.test(textOf(block)) && nextElementSibling(block)?.name === 'h1'
  );
}

function textOf(element: Element): string {
  return textContent(element).replace(/\s+/g, ' ').trim();
}
