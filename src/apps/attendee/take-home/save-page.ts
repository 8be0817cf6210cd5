import { downloadFile } from '../../../ui/download-file.ts';
import { fileName, takeHomeFile } from './take-home-file.ts';

/** The title, language and session code of a saved page. */
export interface PageInfo {
  readonly title: string;
  /** A BCP 47 language tag. */
  readonly lang: string;
  readonly code: string;
}

/** Elements that work only on the live page, or that would load something. */
const REMOVED =
  '.take-home-live, button, input, select, textarea, form, script, link, source, video, audio, a[href^="blob:"]';

/** Downloads the page as a self-contained HTML file; resolves with the file's name. */
export async function savePage(
  page: HTMLElement,
  { title, lang, code }: PageInfo,
): Promise<string> {
  // In a separate document nothing loads; here the page's policy would report the inlined pictures.
  const copy = document.implementation.createHTMLDocument().importNode(page, true);
  for (const element of copy.querySelectorAll(REMOVED)) element.remove();
  for (const link of copy.querySelectorAll('a')) fixLink(link, copy);
  for (const folded of copy.querySelectorAll('details')) folded.open = true;
  for (const styled of copy.querySelectorAll<HTMLElement>('[style*="url("]')) dropUrls(styled);
  await Promise.all([...copy.querySelectorAll('img')].map(inlineImage));
  const css = cssOf(document.styleSheets);
  const html = takeHomeFile({ title: `${title}: your page`, lang, css, body: copy.outerHTML });
  const name = fileName(title, code);
  downloadFile(new Blob([html], { type: 'text/html' }), name);
  return name;
}

/** Replaces a link to what is not in the saved page by its text, and makes a link to this server absolute. */
function fixLink(link: HTMLAnchorElement, page: Element): void {
  const address = link.getAttribute('href');
  if (address === null) return;
  const isInPage = [...page.querySelectorAll('[id]')].some(({ id }) => address === `#${id}`);
  if (isInPage) return;
  if (address.startsWith('#')) link.replaceWith(...link.childNodes);
  else link.setAttribute('href', absolute(address));
}

function absolute(address: string): string {
  return URL.canParse(address, location.href) ? new URL(address, location.href).href : address;
}

function dropUrls({ style }: HTMLElement): void {
  for (const name of [...style]) {
    if (style.getPropertyValue(name).includes('url(')) style.removeProperty(name);
  }
}

/** Replaces a picture's address by a data URL; by its `alt` text where that fails. */
async function inlineImage(picture: HTMLImageElement): Promise<void> {
  picture.removeAttribute('srcset');
  try {
    const response = await fetch(absolute(picture.getAttribute('src') ?? ''));
    if (!response.ok) throw new Error(response.statusText);
    picture.setAttribute('src', await dataUrl(await response.blob()));
  } catch {
    picture.replaceWith(picture.alt);
  }
}

function dataUrl(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      if (typeof reader.result === 'string') resolve(reader.result);
    });
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')));
    reader.readAsDataURL(file);
  });
}

/** All rules of the page's style sheets, except those that load something. */
function cssOf(sheets: StyleSheetList): string {
  return [...sheets]
    .flatMap(rulesOf)
    .map(({ cssText }) => cssText)
    .filter((text) => !text.includes('url('))
    .join('\n');
}

function rulesOf(sheet: CSSStyleSheet): readonly CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    // The sheet of a browser extension, from another origin.
    return [];
  }
}
