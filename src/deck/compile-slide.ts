import render from 'dom-serializer';
import { Element, Text, isTag, isText, type ChildNode, type Document } from 'domhandler';
import { findOne, getChildren } from 'domutils';
import type { DeckContext } from './deck-context.ts';
import { rejectActivitiesInNotes, extractActivity, type FoundActivity } from './activity-fence.ts';
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
import { isBlank, type Line } from './parse/lines.ts';
import { splitNotes } from './parse/notes.ts';
import { isEmpty, type SlideSource } from './parse/slide-source.ts';
import type { FileReport } from './problems.ts';
import { renderPart } from './render/render-part.ts';
import { scanLines, type HtmlComment, type LineScanner } from './parse/scan-lines.ts';
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
  /** The activity on the slide, or null. */
  readonly found: FoundActivity | null;
}

/** Compiles one slide of the deck in the folder `deck`. */
export function compileSlide(
  source: SlideSource,
  options: SlideOptions,
  deck: DeckContext,
  report: FileReport,
): DraftSlide {
  const line = firstLine(source);
  if (isEmpty(source)) report.warning(line, 'This slide is empty');
  const scanner = scanLines(source.lines);
  checkScan(scanner, report);
  const split = splitNotes(scanner.lines, scanner.comments);
  rejectActivitiesInNotes(split.notesScanned, report);
  const { lines, found } = extractActivity(split.body, report);
  const body = renderBody(lines, options.layout, deck, report);
  numberFragments(body.root);
  const given = [
    { attributes: { class: `layout-${options.layout}` }, line },
    { attributes: options.attributes, line },
    ...slideDirectives(scanner.comments, report),
    ...body.slideAttributes,
  ];
  const { 'data-notes': attributeNotes, ...attributes } = sectionAttributes(given, deck, report);
  const heading = headingOf(body.root);
  return {
    line,
    title: options.title || heading,
    heading,
    html: serialise(getChildren(body.root)),
    attributes,
    notes: renderNotes(split.notes, [...body.asides, ...paragraph(attributeNotes)], deck, report),
    fragments: countFragments(body.root),
    minutes: options.minutes,
    keep: options.keep,
    found: found === null ? null : withAccent(found, options.accent),
  };
}

/** Gives the activity the accent of its slide, which phones show as well. */
function withAccent(found: FoundActivity, accent: number | null): FoundActivity {
  return { ...found, activity: { ...found.activity, accent } };
}

function firstLine(source: SlideSource): number {
  const line = source.front?.line ?? source.lines.find((each) => !isBlank(each))?.number;
  return line ?? source.lines[0]?.number ?? 1;
}

function checkScan(scanner: LineScanner, report: FileReport): void {
  const { open } = scanner;
  if (open?.kind === 'fence') {
    report.error(open.line, 'This fence is never closed: all that follows is read as code');
  } else if (open?.kind === 'comment') {
    report.error(open.line, 'This comment is never closed with -->: all that follows is left out');
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
    cleanAttributes(element, deck.name, (message) => report.warning(line, message));
    addAttributes(section, element.attribs);
  }
  return section;
}

/** Renders the speaker notes: first those in Markdown, then those in HTML. */
function renderNotes(
  lines: readonly Line[],
  written: readonly ChildNode[],
  deck: DeckContext,
  report: FileReport,
): string {
  // The console draws no styles in notes, which KaTeX's own markup needs.
  const formulas = deck.formulas === null ? null : 'mathml';
  const { root, asides } = renderPart(lines, { ...deck, formulas }, report);
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
