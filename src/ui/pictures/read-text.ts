import { hasRightToLeft } from '../../lib/text-direction.ts';
import { fillOf, strokeOf } from './box-shapes.ts';
import { textRuns, type MeasuredLetter, type TextRun } from './text-runs.ts';
import type { Shape } from './shape.ts';

/** The corner of a picture in the window. */
export interface Corner {
  readonly left: number;
  readonly top: number;
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Reads a text node as it is drawn: one text for each line, at its measured place and of its measured
 * length, whichever font draws it later.
 */
export function readText(node: Text, corner: Corner, opacity: number): Shape[] {
  const parent = node.parentElement;
  if (parent === null || node.data.trim() === '') return [];
  const style = getComputedStyle(parent);
  const isVertical = style.writingMode.startsWith('vertical');
  const scale = scaleOf(parent);
  return textRuns(measured(node, corner), isVertical).flatMap((run) => {
    const font = fontOf(style, scale);
    const isReversed = isRightToLeft(run, style);
    const placed = isVertical
      ? lying(run, style, turnOf(parent))
      : standing(run, style, isReversed);
    const isSvg = parent instanceof SVGElement;
    const fill = fillOf(isSvg ? style.fill : style.color);
    if (fill === null) return [];
    const look = { ...placed, ...font, ...(opacity < 1 ? { opacity } : {}) };
    const words = isReversed ? embedded(run.text) : run.text;
    const text: Shape = { tag: 'text', attributes: { ...look, ...fill }, text: words };
    const halo = isSvg ? strokeOf(style.stroke) : {};
    if (halo['stroke'] === undefined) return [text];
    // Two texts: few programs know that an outline may be drawn before its letters.
    const width = Number.parseFloat(style.strokeWidth) * scale;
    const outline = { ...halo, 'stroke-width': width, 'stroke-linejoin': 'round' };
    return [{ ...text, attributes: { ...look, fill: halo['stroke'], ...outline } }, text];
  });
}

function measured(node: Text, { left, top }: Corner): MeasuredLetter[] {
  const range = document.createRange();
  return [...letters.segment(node.data)].map(({ segment, index }) => {
    range.setStart(node, index);
    range.setEnd(node, index + segment.length);
    // At the end of a line, a letter also has an empty box on the next one.
    const box = [...range.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
    const place = box && {
      ...{ left: box.left - left, right: box.right - left },
      ...{ top: box.top - top, bottom: box.bottom - top },
    };
    return { text: segment, place: place ?? null };
  });
}

/** Letters within a drawing are as large as it is drawn. */
function scaleOf(element: Element): number {
  const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
  return matrix === null ? 1 : Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
}

function fontOf(style: CSSStyleDeclaration, scale: number): Shape['attributes'] {
  const spacing = Number.parseFloat(style.letterSpacing) * scale;
  return {
    'font-family': installedNames(style.fontFamily),
    'font-size': Number.parseFloat(style.fontSize) * scale,
    // Programs know hundreds alone.
    'font-weight': 100 * Math.round(Number(style.fontWeight) / 100),
    'font-style': style.fontStyle === 'normal' ? undefined : style.fontStyle,
    'letter-spacing': Number.isFinite(spacing) && spacing !== 0 ? spacing : undefined,
    style:
      style.fontVariantNumeric === 'normal'
        ? undefined
        : `font-variant-numeric:${style.fontVariantNumeric}`,
  };
}

/**
 * Font families by the names under which people install them: "Inter" for "Inter Variable". Where nobody
 * has, one that is about as wide is next.
 */
export function installedNames(families: string): string {
  return families
    .replaceAll(/["']/g, '')
    .replaceAll(/ Variable\b/g, '')
    .replace('system-ui', 'Arial');
}

/** A text that runs from left to right begins at its place; the middle of any other is where it was. */
function standing(
  run: TextRun,
  style: CSSStyleDeclaration,
  isReversed: boolean,
): Shape['attributes'] {
  const { left, right, top, bottom } = run;
  const y = top + (bottom - top) * ascentShare(style);
  const length = { textLength: right - left, lengthAdjust: 'spacingAndGlyphs' };
  return isReversed
    ? { x: (left + right) / 2, y, 'text-anchor': 'middle', direction: 'rtl', ...length }
    : { x: left, y, ...length };
}

/** A text in a column: its letters lie on their side. */
function lying(
  { left, right, top, bottom }: TextRun,
  style: CSSStyleDeclaration,
  turn: number,
): Shape['attributes'] {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return {
    transform: `translate(${x} ${y}) rotate(${turn + 90})`,
    x: 0,
    y: (right - left) * (ascentShare(style) - 0.5),
    'text-anchor': 'middle',
    textLength: bottom - top,
    lengthAdjust: 'spacingAndGlyphs',
  };
}

/** The turns of an element and all around it, in degrees. */
function turnOf(element: Element | null): number {
  if (element === null) return 0;
  const turn = Number.parseFloat(getComputedStyle(element).rotate);
  return (Number.isFinite(turn) ? turn : 0) + turnOf(element.parentElement);
}

/** A text between marks of Unicode for its direction: few programs know the attribute. */
function embedded(text: string): string {
  return `\u202b${text}\u202c`;
}

/** Signs and figures without a letter stand as the text around them has placed them. */
function isRightToLeft(
  { text, isReversed }: TextRun,
  { unicodeBidi, direction }: CSSStyleDeclaration,
): boolean {
  if (!hasRightToLeft(text)) return isReversed;
  if (unicodeBidi !== 'plaintext') return direction === 'rtl';
  return hasRightToLeft(/\p{L}/u.exec(text)?.[0] ?? '');
}

const shares = new Map<string, number>();

/** The share of a line's letters that is above its base line. */
function ascentShare({ fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): number {
  const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const known = shares.get(font);
  if (known !== undefined) return known;
  const paper = document.createElement('canvas').getContext('2d');
  if (paper === null) throw new Error('This browser has no canvas');
  paper.font = font;
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = paper.measureText('x');
  const share = above / (above + below);
  shares.set(font, share);
  return share;
}
