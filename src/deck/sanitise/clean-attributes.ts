import type { Element } from 'domhandler';
import { fragmentIndex } from '../render/fragments.ts';
import type { DeckFolder } from '../deck-files.ts';
import type { MediaKind } from '../media-kinds.ts';
import { cleanFile, cleanLink, type Warn } from './file-references.ts';
import { shownKinds } from './shown-kinds.ts';
import { readAddress } from './urls.ts';

/** Attributes that load one file. */
const FILES = new Set([
  'src',
  'data-src',
  'poster',
  'href',
  'xlink:href',
  'background',
  'data-preview-image',
  'data-preview-video',
]);
/** Other attributes that could contain a script URL. */
const ADDRESSES = new Set(['action', 'formaction', 'from', 'to', 'values']);
/** Attributes that load one of a list of files, each with a size. */
const SIZED_LISTS = new Set(['srcset', 'data-srcset']);
/** Attributes of a slide that load all files of a list. */
const LISTS = new Set(['data-background-image', 'data-background-video']);
/** Attributes that open a page in a frame. */
const FRAMES = new Set(['data-background-iframe', 'data-preview-link', 'srcdoc']);
/** Moves a slide on after some time. */
const AUTOSLIDE = 'data-autoslide';
const LINKS = new Set(['a', 'area']);
/** The test by which reveal.js takes a `data-background` for a picture. */
const PICTURE = /^(?:http|file|\/\/)|\.(?:svg|png|jpe?g|gif|bmp|webp)(?:[?#\s]|$)/i;

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
  const isPicture = name === 'data-background' && PICTURE.test(value);
  if (FILES.has(name) || isPicture) {
    return cleanFile(value, shownKinds(element, name), deck, warn);
  }
  if (SIZED_LISTS.has(name)) return cleanFiles(value, SIZED, shownKinds(element, name), deck, warn);
  return LISTS.has(name)
    ? cleanFiles(value, UNSIZED, shownKinds(element, name), deck, warn)
    : value;
}

/** The reason for which slides never have this attribute; null for none. */
function objectionTo(name: string): string | null {
  if (name.startsWith('on')) return 'slides run no scripts';
  if (FRAMES.has(name)) return 'slides show no other pages; link to the page instead';
  return name === AUTOSLIDE ? 'the presenter moves the slides, and nothing else does' : null;
}

/** A file and its size, as in `srcset`. */
const SIZED = /([^\s,]\S*[^\s,]|[^\s,])(\s[^,]*)?(?:,|$)/g;
/** A file, whose name may contain spaces. */
const UNSIZED = /\s*([^,]+?)\s*()(?:,|$)/g;

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
    const kept = cleanFile(file, kinds, deck, warn);
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
  element.attribs['data-style'] = styles
    .join(';')
    .replace(/url\(\s*(["']?)(.*?)\1\s*\)/g, (_all, _quote, file: string) => {
      const kept = cleanFile(file, ['picture'], deck, warn);
      return kept === null ? 'none' : `url("${kept.replaceAll('"', '%22')}")`;
    });
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
