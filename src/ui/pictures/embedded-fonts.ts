import { inUnicodeRange } from './unicode-range.ts';
import { installedNames } from './read-text.ts';
import type { Shape } from './shape.ts';

/** The page's fonts that texts are set in, as rules of CSS which hold the files themselves. */
export async function embeddedFonts(shapes: readonly Shape[]): Promise<string> {
  const texts = shapes.filter(({ tag }) => tag === 'text');
  const faces = [...document.styleSheets].flatMap(facesIn);
  const used = faces.filter(({ face }) => isUsed(face, texts));
  const rules = await Promise.all(used.map(({ face, base }) => embedded(face, base)));
  return rules.join('');
}

interface Face {
  readonly face: CSSFontFaceRule;
  /** The address that its files are relative to. */
  readonly base: string;
}

function facesIn(sheet: CSSStyleSheet): Face[] {
  return [...sheet.cssRules].flatMap((rule) => {
    if (rule instanceof CSSImportRule) return rule.styleSheet ? facesIn(rule.styleSheet) : [];
    const base = sheet.href ?? document.baseURI;
    return rule instanceof CSSFontFaceRule ? [{ face: rule, base }] : [];
  });
}

function isUsed({ style }: CSSFontFaceRule, texts: readonly Shape[]): boolean {
  const family = installedNames(style.getPropertyValue('font-family'));
  const slant = style.getPropertyValue('font-style');
  const range = style.getPropertyValue('unicode-range');
  return texts.some(({ attributes, text = '' }) => {
    const isOfFamily = String(attributes['font-family']).split(', ').includes(family);
    const isOfSlant = (attributes['font-style'] ?? 'normal') === (slant === '' ? 'normal' : slant);
    return isOfFamily && isOfSlant && inUnicodeRange(text, range);
  });
}

async function embedded({ style }: CSSFontFaceRule, base: string): Promise<string> {
  const [, address = ''] = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src')) ?? [];
  const file = await fetch(new URL(address, base));
  const rules = ['font-style', 'font-weight', 'unicode-range'].map(
    (name) => `${name}:${style.getPropertyValue(name) || 'initial'};`,
  );
  const family = installedNames(style.getPropertyValue('font-family'));
  return `@font-face{font-family:"${family}";${rules.join('')}src:url(${await dataUrl(await file.blob())})}`;
}

function dataUrl(file: Blob): Promise<string> {
  return new Promise((loaded, failed) => {
    const reader = new FileReader();
    reader.addEventListener('loadend', () => {
      if (typeof reader.result === 'string') loaded(reader.result);
      else failed(new Error('A font could not be read'));
    });
    reader.readAsDataURL(file);
  });
}
