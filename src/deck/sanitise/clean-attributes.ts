import type { Element } from 'domhandler';
import { fragmentIndex } from '../render/fragments.ts';
import { readAddress } from './urls.ts';

/**
 * Reports a change to an element. `trace` is the source text to look for; many changes of one `kind` are
 * reported once.
 */
export type Warn = (message: string, trace: string, kind?: string) => void;

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
/** Attributes that load a list of files. */
const FILE_LISTS = new Set([
  'srcset',
  'data-srcset',
  'data-background-image',
  'data-background-video',
]);
/** Attributes that open a page in a frame. */
const FRAMES = new Set(['data-background-iframe', 'data-preview-link', 'srcdoc']);
/** Moves a slide on after some time. */
const AUTOSLIDE = 'data-autoslide';
/** The longest part of an address in a message, in characters. */
const MAX_SHOWN = 100;
const LINKS = new Set(['a', 'area']);
/** The test by which reveal.js takes a `data-background` for a picture. */
const PICTURE = /^(?:http|file|\/\/)|\.(?:svg|png|jpe?g|gif|bmp|webp)(?:[?#\s]|$)/i;

/**
 * Sanitises the attributes of an element: addresses are rewritten to the deck's own files, inline styles
 * move to `data-style`, and attributes that the content security policy would block are removed.
 */
export function cleanAttributes(element: Element, deck: string, warn: Warn): void {
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
  deck: string,
  warn: Warn,
): string | null {
  const objection = objectionTo(name);
  if (objection !== null) {
    warn(`"${name}" is left out: ${objection}`, name);
    return null;
  }
  const isAddress = FILES.has(name) || ADDRESSES.has(name);
  if (isAddress && readAddress(value, deck).to === 'script') {
    warn(`The script in "${name}" is left out: slides run no scripts`, value);
    return null;
  }
  if (name.endsWith('href') && LINKS.has(element)) return cleanLink(name, value, deck, warn);
  if (FILES.has(name)) return cleanFile(name, value, deck, warn);
  if (FILE_LISTS.has(name)) return cleanFiles(name, value, deck, warn);
  if (name === 'data-background' && PICTURE.test(value)) return cleanFile(name, value, deck, warn);
  return value;
}

/** The reason for which slides never have this attribute; null for none. */
function objectionTo(name: string): string | null {
  if (name.startsWith('on')) return 'slides run no scripts';
  if (FRAMES.has(name)) return 'slides show no other pages; link to the page instead';
  return name === AUTOSLIDE ? 'the presenter moves the slides, and nothing else does' : null;
}

function cleanLink(name: string, value: string, deck: string, warn: Warn): string | null {
  const address = readAddress(value, deck);
  if (address.to === 'deck') return address.url;
  if (address.to !== 'outside' && address.to !== 'other') return value;
  const reason = (to: string): string =>
    `"${name}" is left out: a link to ${to} leads nowhere on another machine`;
  warn(reason(shorten(value)), value, reason('a file elsewhere'));
  return null;
}

function cleanFile(name: string, value: string, deck: string, warn: Warn): string | null {
  const address = readAddress(value, deck);
  if (address.to === 'deck') return address.url;
  if (address.to === 'here') return value;
  const advice =
    address.to === 'internet'
      ? "a room may have no internet, put the file into the deck's folder"
      : "put the file into the deck's folder, and name it from there";
  const message = `"${name}" is left out: ${advice}`;
  warn(`${message} (${shorten(value)})`, value, message);
  return null;
}

/** The beginning of an address, which may hold a whole file. */
function shorten(address: string): string {
  return address.length > MAX_SHOWN ? `${address.slice(0, MAX_SHOWN)}…` : address;
}

/** Sanitises a list of files, each with an optional size, as in `srcset`. */
function cleanFiles(name: string, value: string, deck: string, warn: Warn): string | null {
  const files: string[] = [];
  for (const [, file = '', size = ''] of value.matchAll(
    /([^\s,]\S*[^\s,]|[^\s,])(\s[^,]*)?(?:,|$)/g,
  )) {
    const kept = cleanFile(name, file, deck, warn);
    if (kept === null) return null;
    files.push(kept + size.trimEnd());
  }
  return files.join(', ');
}

/** Moves `style` to `data-style`: the policy forbids style attributes, and a script applies these. */
function cleanStyle(element: Element, deck: string, warn: Warn): void {
  const { style } = element.attribs;
  delete element.attribs['style'];
  const styles = [element.attribs['data-style'], style].filter((text) => text !== undefined);
  if (styles.length === 0) return;
  element.attribs['data-style'] = styles
    .join(';')
    .replace(/url\(\s*(["']?)(.*?)\1\s*\)/g, (_all, _quote, file: string) => {
      const kept = cleanFile('url(…)', file, deck, warn);
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
function openInNewTab(link: Element, deck: string): void {
  const { to } = readAddress(link.attribs['href'] ?? '', deck);
  if (to !== 'internet' && to !== 'deck') return;
  link.attribs['target'] = '_blank';
  link.attribs['rel'] = 'noopener noreferrer';
}
