import render from 'dom-serializer';
import { Element, Text, isTag, isText, type ChildNode, type Document } from 'domhandler';
import { findOne, getChildren } from 'domutils';
import type { DeckContext } from './deck-context.ts';
import { extractBoard, type FoundBoard } from './board-fence.ts';
import {
  rejectActivitiesInNotes,
  extractActivity,
  type FoundActivity,
  type FoundChannel,
} from './activity-fence.ts';
import { cleanAttributes } from './sanitise/clean-attributes.ts';
import {
  addAttributes,
  warnOfMisspeltDirective,
  readDirective,
  type Attributes,
  type LocatedAttributes,
} from './parse/directives.ts';
import { renderBody, isHeading } from './render/render-body.ts';
import { isFootnoteMark } from './render/footnotes.ts';
import { formulaSource } from './render/formula.ts';
import { countFragments, numberFragments } from './render/fragments.ts';
import { takeFootnotes } from './parse/footnotes.ts';
import type { FrontMatter } from './parse/front-matter.ts';
import { isBlank, type Line } from './parse/lines.ts';
import { splitNotes, toMarkdown } from './parse/notes.ts';
import { warnOfSlideInNotes } from './parse/slide-in-notes.ts';
import { isEmpty, type SlideSource } from './parse/slide-source.ts';
import type { FileReport } from './problems.ts';
import { withAccentColours } from './theme/slide-accent.ts';
import { readLinks } from './render/markdown.ts';
import type { PartContext } from './render/part-context.ts';
import { renderPart } from './render/render-part.ts';
import {
  scanLines,
  type HtmlComment,
  type LineScanner,
  type ScannedLine,
} from './parse/scan-lines.ts';
import type { SlideOptions } from './parse/slide-options.ts';

/** A compiled slide without its position in the deck. */
export interface DraftSlide {
  readonly line: number;
  /** The title from its options, else its first heading; empty where it has neither. */
  readonly title: string;
  /** The text of its first heading; empty where there is none. */
  readonly heading: string;
  readonly html: string;
  readonly attributes: Readonly<Attributes>;
  readonly notes: string;
  readonly fragments: number;
  readonly minutes: number | null;
  readonly keep: boolean;
  /** The id of the slide that Next shows after this one; empty where it is the next. */
  readonly go: string;
  /** The board on the slide, or null. */
  readonly board: FoundBoard | null;
  /** The activity on the slide, or null. */
  readonly found: FoundActivity | null;
  /** The channel that the slide shows, or null. */
  readonly channel: FoundChannel | null;
}

/** Compiles one slide of a deck. */
export function compileSlide(
  source: SlideSource,
  options: SlideOptions,
  deck: DeckContext,
  report: FileReport,
): DraftSlide {
  const line = firstLine(source);
  if (isEmpty(source)) report.warning(line, 'This slide is empty');
  const scanner = scanned(source, report);
  const split = splitNotes(scanner.lines, scanner.comments, source.notesSeparator);
  checkNotes(split.notesScanned, report);
  const { lines, board } = extractBoard(split.body, report);
  const { lines: rest, found, channel } = extractActivity(lines, deck, report);
  const text = takeFootnotes(rest, report);
  const context = contextOf([...toMarkdown(text.rest), ...split.notes], deck, report);
  const body = renderBody(text, options.layout, context);
  numberFragments(body.root);
  const given = [
    { attributes: { class: `layout-${options.layout}` }, line },
    ...options.attributes,
    ...slideDirectives(scanner.comments, report),
    ...body.slideAttributes,
  ];
  const { 'data-notes': attributeNotes, ...attributes } = sectionAttributes(given, deck, report);
  const heading = headingOf(body.root);
  const { minutes, keep, go } = options;
  const html = serialise(getChildren(body.root));
  if (source.front !== null && html === '') warnOfOptionsAlone(source.front, attributes, report);
  return {
    line,
    title: options.title || heading,
    heading,
    html,
    attributes: withAccentColours(attributes, deck.accent),
    notes: renderNotes(split.notes, [...body.asides, ...paragraph(attributeNotes)], context),
    fragments: countFragments(body.root),
    ...{ minutes, keep, go, board, channel },
    found: found === null ? null : withAccent(found, options.accent),
  };
}

function checkNotes(notes: readonly ScannedLine[], report: FileReport): void {
  rejectActivitiesInNotes(notes, report);
  warnOfSlideInNotes(notes, report);
}

/** The context of all parts of a slide that consists of `lines`; its body adds its footnotes. */
function contextOf(lines: readonly Line[], deck: DeckContext, report: FileReport): PartContext {
  return { deck, report, links: readLinks(lines), footnotes: new Set() };
}

/** Warns of a slide that shows nothing but has options: its text was perhaps read as one. */
function warnOfOptionsAlone(front: FrontMatter, attributes: Attributes, report: FileReport): void {
  if (Object.keys(attributes).some((name) => name.startsWith('data-background'))) return;
  const [key = ''] = Object.keys(front.yaml.options ?? {});
  report.warning(
    front.line,
    `This slide is empty: "${key}: …" is read as its option. If it is text, leave a blank line above it`,
  );
}

/** Gives the activity the accent of its slide, which phones show as well. */
function withAccent(found: FoundActivity, accent: number | null): FoundActivity {
  return { ...found, activity: { ...found.activity, accent } };
}

function firstLine(source: SlideSource): number {
  const line = source.front?.line ?? source.lines.find((each) => !isBlank(each))?.number;
  return line ?? source.lines[0]?.number ?? 1;
}

function scanned({ lines }: SlideSource, report: FileReport): LineScanner {
  const scanner = scanLines(lines);
  checkScan(scanner, report);
  return scanner;
}

function checkScan(scanner: LineScanner, report: FileReport): void {
  const { open } = scanner;
  if (open?.kind === 'fence') {
    report.error(
      open.line,
      'This block is never closed, by a line of ``` or ~~~ as it was opened: all that follows is read as code',
    );
  } else if (open?.kind === 'comment') {
    report.error(open.line, 'This comment is never closed with -->: all that follows is left out');
  } else if (open?.kind === 'code') {
    const message = 'This <code> is never closed with </code>: all that follows is read as code';
    report.error(open.line, message);
  }
  for (const comment of scanner.comments) {
    warnOfMisspeltDirective(comment, report);
    if (!comment.text.includes('<!--')) continue;
    report.warning(comment.line, 'Another comment opens inside this one: is its --> missing?');
  }
}

function slideDirectives(
  comments: readonly HtmlComment[],
  report: FileReport,
): LocatedAttributes[] {
  return comments.flatMap((comment) => {
    const attributes = readDirective('slide', comment, report);
    return attributes === null ? [] : [{ attributes, line: comment.line }];
  });
}

/** Merges and sanitises the attributes of the slide's section. */
function sectionAttributes(
  given: readonly LocatedAttributes[],
  deck: DeckContext,
  report: FileReport,
): Attributes {
  const section: Attributes = {};
  for (const { attributes, line } of given) {
    const element = new Element('section', { ...attributes });
    cleanAttributes(element, deck, (message, _trace, kind) => report.warning(line, message, kind));
    addAttributes(section, element.attribs);
  }
  return section;
}

/** Renders the speaker notes: first those in Markdown, then those in HTML. */
function renderNotes(
  lines: readonly Line[],
  written: readonly ChildNode[],
  context: PartContext,
): string {
  // The console draws no styles in notes, which KaTeX's own markup needs.
  const formulas = context.deck.formulas === null ? null : 'mathml';
  const deck = { ...context.deck, formulas } as const;
  const { root, asides } = renderPart(lines, { ...context, deck });
  return serialise([...getChildren(root), ...asides, ...written]);
}

/** Wraps the notes of reveal.js's attribute `data-notes` in a paragraph. */
function paragraph(text: string | undefined): Element[] {
  return text === undefined ? [] : [new Element('p', {}, [new Text(text)])];
}

function headingOf(root: Document): string {
  const heading = findOne(isHeading, getChildren(root));
  return heading === null ? '' : textOf(heading).replace(/\s+/g, ' ').trim();
}

/** The text of an element, with a space for each line break. */
function textOf(node: ChildNode): string {
  if (isText(node)) return node.data;
  if (!isTag(node) || isFootnoteMark(node)) return '';
  const formula = formulaSource(node);
  if (formula !== null) return formula;
  return node.name === 'br' ? ' ' : getChildren(node).map(textOf).join('');
}

function serialise(nodes: readonly ChildNode[]): string {
  return render([...nodes], { encodeEntities: 'utf8' }).trim();
}
