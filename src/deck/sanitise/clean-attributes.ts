import type { Element } from 'domhandler';
import { fragmentIndex } from '../render/fragments.ts';
import type { DeckFolder } from '../deck-files.ts';
import type { MediaKind } from '../media-kinds.ts';
import { cleanFile, cleanLink, type Warn } from './file-references.ts';
import { shownKinds } from './shown-kinds.ts';
import { readAddress } from './urls.ts';

/** Attributes that load one file. */
const FILES = new Set(['src', 'data-src', 'poster', 'href', 'xlink:href', 'background']);
/** Attributes of an SVG animation with values of the attribute that it changes. */
const ANIMATED_VALUES = ['from', 'to', 'by', 'values'];
/** Other attributes that could contain a script URL. */
const ADDRESSES = new Set(['action', 'formaction', ...ANIMATED_VALUES]);
/** Attributes that load one of a list of files, each with a size. */
const SIZED_LISTS = new Set(['srcset', 'data-srcset']);
/** Attributes of a slide that load all files of a list. */
const LISTS = new Set(['data-background-image', 'data-background-video']);
/** Attributes that open a page in a frame, or give clicks to it instead of the slide. */
const FRAMES = new Set([
  ...['data-background-iframe', 'data-background-interactive', 'data-preview-link', 'srcdoc'],
]);
/** Attributes by which reveal.js changes the stage alone, each with advice for the author. */
const STAGE_ALONE = new Map([
  ['data-autoslide', 'the presenter moves the slides, and nothing else does'],
  ...['data-preview-image', 'data-preview-video'].map(
    (name) =>
      [name, 'a click would cover this stage alone; show it on a slide of its own'] as const,
  ),
]);
const LINKS = new Set(['a', 'area']);
/** A `data-background` that names a file: no colour has a dot outside its brackets. */
const FILE = /^(?:http|file|\/\/)|^[^()]*\.\w+(?:[?#\s]|$)/i;
/** The test by which reveal.js takes a `data-background` for a picture. */
const REVEAL_PICTURE = /\.(?:svg|png|jpe?g|gif|bmp|webp)(?:[?#\s]|$)/i;
/** Attributes with values as in a style sheet. */
const PAINTS = new Set([
  ...['data-background', 'data-background-gradient', 'fill', 'stroke', 'filter', 'mask'],
  ...['clip-path', 'marker-start', 'marker-mid', 'marker-end', 'cursor', ...ANIMATED_VALUES],
]);

/**
 * Sanitises the attributes of an element: addresses are rewritten to the deck's own files, inline styles
 * move to `data-style`, and attributes that the content security policy would block are removed.
 */
export function cleanAttributes(element: Element, deck: DeckFolder, warn: Warn): void {
  const { src } = element.attribs;
  if (element.name === 'a') openInNewTab(element, deck);
  for (const [name, value] of Object.entries(element.attribs)) {
    const kept = cleanAttribute(element.name, name, value, deck, warn);
    if (kept === null) delete element.attribs[name];
    else element.attribs[name] = kept;
  }
  if (element.name === 'section') {
    nameBackground(element);
    cleanStates(element, warn);
  }
  cleanAnimation(element, deck, warn);
  cleanStyle(element, deck, warn);
  cleanFragmentIndex(element, warn);
  if (element.name === 'img' && element.attribs['alt'] === undefined) {
    element.attribs['alt'] = '';
    warn(
      'This picture says nothing to those who cannot see it: write ![what it shows](file), or <img alt=""> for decoration',
      src ?? '<img',
    );
  }
}

/** The sanitised value; null to remove the attribute. */
function cleanAttribute(
  element: string,
  name: string,
  value: string,
  deck: DeckFolder,
  warn: Warn,
): string | null {
  const objection = objectionTo(name);
  if (objection !== null) {
    warn(`"${name}" is left out: ${objection}`, name);
    return null;
  }
  const isAddress = FILES.has(name) || ADDRESSES.has(name);
  if (isAddress && readAddress(value, deck.name).to === 'script') {
    warn(`The script in "${name}" is left out: slides run no scripts`, value);
    return null;
  }
  if (name.endsWith('href') && LINKS.has(element)) return cleanLink(value, deck, warn);
  const isPicture = name === 'data-background' && FILE.test(value);
  if (FILES.has(name) || isPicture) {
    return cleanFile(value, shownKinds(element, name), deck, warn);
  }
  if (SIZED_LISTS.has(name)) return cleanFiles(value, SIZED, shownKinds(element, name), deck, warn);
  if (LISTS.has(name)) return cleanFiles(value, UNSIZED, shownKinds(element, name), deck, warn);
  return PAINTS.has(name) ? cleanUrls(value, deck, warn) : value;
}

/** The reason for which slides never have this attribute; null for none. */
function objectionTo(name: string): string | null {
  if (name.startsWith('on')) return 'slides run no scripts';
  if (FRAMES.has(name)) return 'slides show no other pages; link to the page instead';
  return STAGE_ALONE.get(name) ?? null;
}

/** A file and its size, as in `srcset`. */
const SIZED = /([^\s,]\S*[^\s,]|[^\s,])(\s[^,]*)?(?:,|$)/g;
/** A file, whose name may contain spaces. */
const UNSIZED = /([^,]+)()(?:,|$)/g;

/** Sanitises a list of files; null if one of them cannot be shown. */
function cleanFiles(
  value: string,
  parts: RegExp,
  kinds: readonly MediaKind[],
  deck: DeckFolder,
  warn: Warn,
): string | null {
  const files: string[] = [];
  for (const [, file = '', size = ''] of value.matchAll(parts)) {
    const kept = cleanFile(file.trim(), kinds, deck, warn);
    if (kept === null) return null;
    files.push(kept + size.trimEnd());
  }
  return files.join(', ');
}

/** Moves `style` to `data-style`: the policy forbids style attributes, and a script applies these. */
function cleanStyle(element: Element, deck: DeckFolder, warn: Warn): void {
  const { style } = element.attribs;
  delete element.attribs['style'];
  const styles = [element.attribs['data-style'], style].filter((text) => text !== undefined);
  if (styles.length === 0) return;
  const kept = cleanUrls(styles.join(';'), deck, warn);
  if (kept === null) delete element.attribs['data-style'];
  else element.attribs['data-style'] = kept;
}

/** Sanitises the files that an animation of an SVG shows one after the other. */
function cleanAnimation({ attribs }: Element, deck: DeckFolder, warn: Warn): void {
  const named = Object.keys(attribs).find((name) => name.toLowerCase() === 'attributename');
  if (named === undefined || !FILES.has(attribs[named] ?? '')) return;
  for (const name of ANIMATED_VALUES) {
    const written = attribs[name]?.split(';').filter((file) => file.trim() !== '');
    const files = written?.map((file) => cleanFile(file.trim(), ['picture'], deck, warn));
    if (files?.includes(null) === true) delete attribs[name];
    else if (files !== undefined) attribs[name] = files.join(';');
  }
}

/** A set of pictures of different sizes. */
const PICTURE_SET = /image-set\((?:[^()]|\([^()]*\))*\)/gi;
/** A picture of a set that is named without `url(…)`. */
const BARE_ADDRESS = /(?<=^image-set\(\s*|,\s*)(["']).*?\1/gi;

/** An address, bare or quoted. No part can begin or end in two places: that would take minutes to try. */
const URL_FUNCTION = /url\(([^()"']*|\s*"(?:[^"\\]|\\.)*"\s*|\s*'(?:[^'\\]|\\.)*'\s*)\)/gis;

const LINE_ENDS = '\n\r\f';

/** true where a letter is escaped outside of all quotes. */
function hasEscapes(text: string): boolean {
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '\\' && quote === '') return true;
    if (sign === '\\') at += 1;
    // A line's end ends a text that was not closed.
    else if (sign === quote || LINE_ENDS.includes(sign)) quote = '';
    else if (quote === '' && (sign === '"' || sign === "'")) quote = sign;
  }
  return false;
}

/** Sanitises the addresses in values of a style sheet; null where they cannot be told. */
function cleanUrls(text: string, deck: DeckFolder, warn: Warn): string | null {
  // A browser reads an escaped letter as the letter, in the name of a function too.
  if (hasEscapes(text)) {
    warn('A style is left out: it cannot be read; write it without a backslash', text);
    return null;
  }
  const named = text.replace(PICTURE_SET, (set) => set.replace(BARE_ADDRESS, 'url($&)'));
  return named.replace(URL_FUNCTION, (_all, written: string) => {
    const file = written.trim().replace(/^(["'])(.*)\1$/s, '$2');
    const kept = cleanFile(file, ['picture'], deck, warn);
    return kept === null ? 'none' : `url("${kept.replaceAll('"', '%22')}")`;
  });
}

/** Calls a picture one that reveal.js would take for a colour, such as `a.avif`. */
function nameBackground({ attribs }: Element): void {
  const file = attribs['data-background'] ?? '';
  if (!file.startsWith('/slides/') || REVEAL_PICTURE.test(file)) return;
  attribs['data-background-image'] = file;
  delete attribs['data-background'];
}

/** Classes by which reveal.js marks where its slides are. */
const STATES = new Set(['stack', 'past', 'present', 'future']);

/** Removes the marks of reveal.js from a slide: it would take the slide for a column, or lose it. */
function cleanStates({ attribs }: Element, warn: Warn): void {
  for (const name of ['class', 'data-state']) {
    const words = (attribs[name] ?? '').split(/\s+/);
    const states = words.filter((word) => STATES.has(word));
    if (states.length === 0) continue;
    attribs[name] = words.filter((word) => !STATES.has(word)).join(' ');
    const message = `${states.map((state) => `"${state}"`).join(', ')} in "${name}" is left out: reveal.js marks its slides so; use another name`;
    warn(message, name);
  }
}

function cleanFragmentIndex(element: Element, warn: Warn): void {
  const written = element.attribs['data-fragment-index'];
  if (written === undefined || fragmentIndex(element) !== null) return;
  delete element.attribs['data-fragment-index'];
  warn('"data-fragment-index" must be a whole number from 0', 'data-fragment-index');
}

/** Makes a link open in a new tab, so that it does not leave the slides. */
function openInNewTab(link: Element, deck: DeckFolder): void {
  const { to } = readAddress(link.attribs['href'] ?? '', deck.name);
  if (to !== 'internet' && to !== 'deck') return;
  link.attribs['target'] = '_blank';
  link.attribs['rel'] = 'noopener noreferrer';
}
