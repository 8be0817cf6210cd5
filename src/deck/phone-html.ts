import render from 'dom-serializer';
import { Element, Text, isTag, isText, type ChildNode, type ParentNode } from 'domhandler';
import { findOne, getChildren, removeElement, replaceElement, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { fragmentSteps } from './render/fragments.ts';

/** Classes that the phone's page styles; an author's own could mean something else there. */
const KEPT_CLASS = /^(?:accent-\d|big-figure|footnote)$/;
/** Attributes that a phone needs to read, link and lay out a text. */
const KEPT_ATTRIBUTES = new Set(
  'href src srcset alt lang dir title class colspan rowspan scope start reversed type cite datetime aria-label aria-hidden'.split(
    ' ',
  ),
);
/** Effects of fragments that leave them visible, before their step and after it. */
const ALWAYS_VISIBLE = /(?:^|\s)(?:grow|shrink|strike|semi-fade-out|highlight-[\w-]+)(?:\s|$)/;
/** Effects that take a fragment away: at its own step, or at the next one. */
const LEAVES_AT_STEP = /(?:^|\s)fade-out(?:\s|$)/;
const LEAVES_AFTER_STEP = /(?:^|\s)(?:current-visible|fade-in-then-out)(?:\s|$)/;
const DRAWINGS = new Set(['svg', 'video', 'audio', 'canvas']);

/**
 * The part of a slide that the stage shows at step `shown` (-1 for none), as text for a phone: in one
 * column, without styles, with drawings and films as their descriptions, without the question and the board.
 */
export function phoneHtml(html: string, shown: number): string {
  const root = parseDocument(html);
  removeUnshown(root, shown);
  simplify(root);
  return render(getChildren(root), { encodeEntities: 'utf8' }).trim();
}

/** Removes the fragments that are not on the stage, and the descriptions of drawings that tell them. */
function removeUnshown(root: ParentNode, shown: number): void {
  for (const [step, elements] of fragmentSteps(root).entries()) {
    for (const element of elements) {
      if (isVisible(element.attribs['class'] ?? '', step, shown)) continue;
      if (step > shown) removeDescription(element);
      removeElement(element);
    }
  }
}

function isVisible(classes: string, step: number, shown: number): boolean {
  if (ALWAYS_VISIBLE.test(classes)) return true;
  if (LEAVES_AT_STEP.test(classes)) return step > shown;
  return LEAVES_AFTER_STEP.test(classes) ? step === shown : step <= shown;
}

/** Removes the description of the drawing that `part` belongs to: it tells of all its parts. */
function removeDescription(part: Element): void {
  let drawing: ParentNode | null = part;
  while (drawing !== null && !(isTag(drawing) && drawing.name === 'svg')) drawing = drawing.parent;
  if (drawing === null) return;
  const description = findOne(({ name }) => name === 'desc', drawing.children);
  if (description !== null) removeElement(description);
}

function simplify(parent: ParentNode): void {
  for (const node of [...getChildren(parent)]) {
    if (isTag(node)) simplifyElement(node);
    else if (!isText(node)) removeElement(node);
  }
}

function simplifyElement(element: Element): void {
  const { name, attribs } = element;
  const classes = (attribs['class'] ?? '').split(/\s+/);
  const isLive = 'data-activity' in attribs || 'data-board' in attribs;
  if (isLive || classes.includes('katex-html')) return removeElement(element);
  // MathML says in its attributes how a formula is set.
  if (name === 'math') return;
  if (DRAWINGS.has(name) || classes.includes('mermaid')) return describe(element);
  if (classes.includes('code-steps')) keepLastStep(element);
  simplify(element);
  // A link within the deck would lead elsewhere on the phone's page.
  if (name === 'a' && attribs['href']?.startsWith('#') === true) return unwrap(element);
  simplifyAttributes(element, classes);
  // Each word of coloured code is in one.
  if (name === 'span' && Object.keys(element.attribs).length === 0) unwrap(element);
}

function simplifyAttributes(element: Element, classes: readonly string[]): void {
  const { 'data-src': src, 'data-srcset': srcset, ...written } = element.attribs;
  const all = { ...written, ...(src && { src }), ...(srcset && { srcset }) };
  const isKept = (name: string): boolean =>
    KEPT_ATTRIBUTES.has(name) || (name === 'role' && 'aria-label' in written);
  const kept = Object.entries(all).filter(([name]) => isKept(name));
  const known = classes.filter((one) => KEPT_CLASS.test(one)).join(' ');
  const { class: _, ...attributes } = Object.fromEntries(kept);
  element.attribs = { ...attributes, ...(known !== '' && { class: known }) };
}

/** Replaces a drawing or a film by its description; one without a description says nothing. */
function describe(element: Element): void {
  const own = ['title', 'desc'].map((part) =>
    textContent(findOne(({ name }) => name === part, element.children) ?? []).trim(),
  );
  const { 'aria-label': label = '', title = '' } = element.attribs;
  const words = [label || title, ...own].filter((text) => text !== '').map(asSentence);
  if (words.length === 0) return removeElement(element);
  replaceElement(element, new Element('p', { class: 'described' }, [new Text(words.join(' '))]));
}

function asSentence(text: string): string {
  return /[.!?…。？！]$/u.test(text) ? text : `${text}.`;
}

/** The steps of one listing are the listing again and again, in front of one another. */
function keepLastStep(steps: Element): void {
  const views = getChildren(steps).filter(isTag);
  for (const view of views.slice(0, -1)) removeElement(view);
  // The later ones are hidden from those who have read the first.
  for (const view of views) delete view.attribs['aria-hidden'];
}

function unwrap(element: Element): void {
  const children: ChildNode[] = [...getChildren(element)];
  const before = element.prev;
  const parent = element.parent;
  if (parent === null) return;
  removeElement(element);
  const place = before === null ? 0 : parent.children.indexOf(before) + 1;
  parent.children.splice(place, 0, ...children);
  for (const [index, child] of parent.children.entries()) {
    child.parent = parent;
    child.prev = parent.children[index - 1] ?? null;
    child.next = parent.children[index + 1] ?? null;
  }
}
