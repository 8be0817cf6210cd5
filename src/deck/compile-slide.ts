import render from 'dom-serializer';
import { Element, Text, isTag, isText, type ChildNode, type Document } from 'domhandler';
import { findOne, getChildren } from 'domutils';
import { forbidActivities, takeActivities, type FoundActivity } from './activity-fence.ts';
import { cleanAttributes } from './sanitise/clean-attributes.ts';
import {
  addAttributes,
  checkInstruction,
  readInstruction,
  type Attributes,
  type GivenAttributes,
} from './parse/directives.ts';
import { renderBody, isHeading } from './render/render-body.ts';
import { countFragments, numberFragments } from './render/fragments.ts';
import { isBlank, type Line } from './parse/lines.ts';
import { partNotes } from './parse/notes.ts';
import { isEmpty, type SlideSource } from './parse/slide-source.ts';
import type { FileReport } from './problems.ts';
import { renderPart } from './render/render-part.ts';
import { scanLines, type Directive, type LineScanner } from './parse/scan-lines.ts';
import type { SlideOptions } from './parse/slide-options.ts';

/** A slide that has no place in a deck yet. */
export interface DraftSlide {
  readonly line: number;
  /** From its options, else its first heading; empty where it has neither. */
  readonly title: string;
  /** The text of its first heading; empty where there is none. */
  readonly heading: string;
  readonly html: string;
  readonly attributes: Readonly<Attributes>;
  readonly notes: string;
  readonly fragments: number;
  readonly minutes: number | null;
  readonly keep: boolean;
  /** The question on the slide. */
  readonly found: FoundActivity | null;
}

/** Compiles one slide of the deck in the folder `deck`. */
export function compileSlide(
  piece: SlideSource,
  options: SlideOptions,
  deck: string,
  report: FileReport,
): DraftSlide {
  const line = firstLine(piece);
  if (isEmpty(piece)) report.warning(line, 'This slide is empty');
  const scanner = scanLines(piece.lines);
  checkScan(scanner, report);
  const parted = partNotes(scanner.lines, scanner.comments);
  forbidActivities(parted.notesScanned, report);
  const { lines, found } = takeActivities(parted.body, report);
  const body = renderBody(lines, options.layout, deck, report);
  numberFragments(body.root);
  const given = [
    { attributes: { class: `layout-${options.layout}` }, line },
    { attributes: options.attributes, line },
    ...slideInstructions(scanner.comments, report),
    ...body.forSlide,
  ];
  const { 'data-notes': said, ...attributes } = sectionAttributes(given, deck, report);
  const heading = headingOf(body.root);
  return {
    line,
    title: options.title || heading,
    heading,
    html: print(getChildren(body.root)),
    attributes,
    notes: drawNotes(parted.notes, [...body.asides, ...paragraph(said)], deck, report),
    fragments: countFragments(body.root),
    minutes: options.minutes,
    keep: options.keep,
    found: found === null ? null : withAccent(found, options.accent),
  };
}

/** A question has the accent of its slide, on phones as well. */
function withAccent(found: FoundActivity, accent: number | null): FoundActivity {
  return { ...found, activity: { ...found.activity, accent } };
}

function firstLine(piece: SlideSource): number {
  const line = piece.front?.line ?? piece.lines.find((each) => !isBlank(each))?.number;
  return line ?? piece.lines[0]?.number ?? 1;
}

function checkScan(scanner: LineScanner, report: FileReport): void {
  const { open } = scanner;
  if (open?.kind === 'fence') {
    report.error(open.line, 'This fence is never closed: all that follows is read as code');
  } else if (open?.kind === 'comment') {
    report.error(open.line, 'This comment is never closed with -->: all that follows is left out');
  }
  for (const comment of scanner.comments) {
    checkInstruction(comment, report);
    if (!comment.text.includes('<!--')) continue;
    report.warning(comment.line, 'Another comment opens inside this one: is its --> missing?');
  }
}

function slideInstructions(comments: readonly Directive[], report: FileReport): GivenAttributes[] {
  return comments.flatMap((comment) => {
    const attributes = readInstruction('slide', comment, report);
    return attributes === null ? [] : [{ attributes, line: comment.line }];
  });
}

/** What all that was said about the section comes to. */
function sectionAttributes(
  given: readonly GivenAttributes[],
  deck: string,
  report: FileReport,
): Attributes {
  const section: Attributes = {};
  for (const { attributes, line } of given) {
    const element = new Element('section', { ...attributes });
    cleanAttributes(element, deck, (message) => report.warning(line, message));
    addAttributes(section, element.attribs);
  }
  return section;
}

/** The speaker notes, whatever way they were written: first the Markdown, then the HTML. */
function drawNotes(
  lines: readonly Line[],
  written: readonly ChildNode[],
  deck: string,
  report: FileReport,
): string {
  const { root, asides } = renderPart(lines, deck, report);
  return print([...getChildren(root), ...asides, ...written]);
}

/** Notes that were written as reveal.js's `data-notes`. */
function paragraph(text: string | undefined): Element[] {
  return text === undefined ? [] : [new Element('p', {}, [new Text(text)])];
}

function headingOf(root: Document): string {
  const heading = findOne(isHeading, getChildren(root));
  return heading === null ? '' : textOf(heading).replace(/\s+/g, ' ').trim();
}

/** The text of an element; a line break parts words. */
function textOf(node: ChildNode): string {
  if (isText(node)) return node.data;
  if (!isTag(node)) return '';
  return node.name === 'br' ? ' ' : getChildren(node).map(textOf).join('');
}

function print(nodes: readonly ChildNode[]): string {
  return render([...nodes], { encodeEntities: 'utf8' }).trim();
}
