import { downloadFile } from '../../../ui/download-file.ts';
import { fileName, takeHomeFile } from './take-home-file.ts';

/** What a saved page is called by. */
export interface PageInfo {
  readonly title: string;
  /** A BCP 47 language tag. */
  readonly lang: string;
  readonly code: string;
}

/** What means something only as long as the page is live, and what could ask for something. */
const REMOVED =
  '.take-home-live, button, input, select, textarea, form, script, link, source, video, audio, a[href^="blob:"]';

/** Offers the page as a file that needs nothing beside itself; resolves with the file's name. */
export async function savePage(
  page: HTMLElement,
  { title, lang, code }: PageInfo,
): Promise<string> {
  // In a document of its own nothing loads: the pages' policy would complain of pictures as text.
  const copy = document.implementation.createHTMLDocument().importNode(page, true);
  for (const element of copy.querySelectorAll(REMOVED)) element.remove();
  for (const link of copy.querySelectorAll('a')) fixLink(link);
  for (const styled of copy.querySelectorAll<HTMLElement>('[style*="url("]')) dropUrls(styled);
  await Promise.all([...copy.querySelectorAll('img')].map(inlineImage));
  const css = cssOf(document.styleSheets);
  const html = takeHomeFile({ title: `${title}: your page`, lang, css, body: copy.outerHTML });
  const name = fileName(title, code);
  downloadFile(new Blob([html], { type: 'text/html' }), name);
  return name;
}

/** A link to a place on the live page becomes its text; one to this server says which that is. */
function fixLink(link: HTMLAnchorElement): void {
  const address = link.getAttribute('href');
  if (address === null) return;
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

/** Puts a picture into the page itself; where that fails, its words stand for it. */
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

/** All rules of the page's own style sheets, but for those that load something. */
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
    // A sheet that a browser's extension brought from elsewhere.
    return [];
  }
}
