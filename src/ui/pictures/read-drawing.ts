import { fillOf, strokeOf } from './box-shapes.ts';
import { readText, type Corner } from './read-text.ts';
import type { Shape } from './shape.ts';

/** Reads a drawing of SVG within a page: its shapes at the places where they are drawn. */
export function readDrawing(element: Element, corner: Corner, around: number): Shape[] {
  const style = getComputedStyle(element);
  if (style.display === 'none' || element instanceof SVGPatternElement) return [];
  const opacity = around * Number(style.opacity);
  if (element instanceof SVGGeometryElement) {
    return style.visibility === 'visible' ? placed(element, style, corner, opacity) : [];
  }
  return [...element.childNodes].flatMap((child) => {
    if (child instanceof SVGElement) return readDrawing(child, corner, opacity);
    return child instanceof Text ? readText(child, corner, opacity) : [];
  });
}

type Attributes = Shape['attributes'];

/** A shape at its place in the picture, behind the pattern that fills it. */
function placed(
  element: SVGGeometryElement,
  style: CSSStyleDeclaration,
  corner: Corner,
  opacity: number,
): Shape[] {
  const matrix = element.getScreenCTM();
  const shape = shapeOf(element);
  if (matrix === null || shape === null) return [];
  const { a, b, c, d } = matrix;
  const [e, f] = [matrix.e - corner.left, matrix.f - corner.top];
  const pattern = patternOf(style.fill);
  const paint = { ...paintOf(style), ...(opacity < 1 ? { opacity } : {}) };
  const fill = pattern === null ? {} : { fill: `url(#${pattern.attributes['id']})` };
  const attributes =
    element instanceof SVGRectElement && b === 0 && c === 0
      ? upright(element.getBBox(), { a, d, e, f })
      : { ...shape.attributes, transform: `matrix(${[a, b, c, d, e, f].join(' ')})` };
  const drawn = { tag: shape.tag, attributes: { ...attributes, ...paint, ...fill } };
  return [...(pattern === null ? [] : [pattern]), drawn];
}

/** A rectangle that is not turned has its sides in the picture's own pixels. */
function upright(box: DOMRect, { a, d, e, f }: Record<'a' | 'd' | 'e' | 'f', number>): Attributes {
  return {
    x: Math.min(a * box.x, a * (box.x + box.width)) + e,
    y: Math.min(d * box.y, d * (box.y + box.height)) + f,
    width: Math.abs(a) * box.width,
    height: Math.abs(d) * box.height,
  };
}

/** A shape in its own coordinates; null for a kind that no chart has. */
function shapeOf(element: SVGGeometryElement): Shape | null {
  // Lengths may be shares of the drawing, in em, or from a style sheet: the box has them all in pixels.
  const { x, y, width, height } = element.getBBox();
  const [cx, cy] = [x + width / 2, y + height / 2];
  if (element instanceof SVGRectElement) {
    return { tag: 'rect', attributes: { x, y, width, height } };
  }
  if (element instanceof SVGCircleElement) {
    return { tag: 'circle', attributes: { cx, cy, r: width / 2 } };
  }
  if (element instanceof SVGLineElement) {
    const [x1, x2] = [element.x1.baseVal.value, element.x2.baseVal.value];
    const [y1, y2] = [element.y1.baseVal.value, element.y2.baseVal.value];
    return { tag: 'line', attributes: { x1, x2, y1, y2 } };
  }
  if (element instanceof SVGPathElement) {
    return { tag: 'path', attributes: { d: element.getAttribute('d') ?? '' } };
  }
  return null;
}

function paintOf(style: CSSStyleDeclaration): Attributes {
  const stroke = strokeOf(style.stroke);
  const dashes = style.strokeDasharray.replaceAll('px', '');
  return {
    ...(fillOf(style.fill) ?? { fill: 'none' }),
    ...(style.fillOpacity === '1' ? {} : { 'fill-opacity': style.fillOpacity }),
    ...stroke,
    ...(stroke['stroke'] === undefined
      ? {}
      : {
          'stroke-width': Number.parseFloat(style.strokeWidth),
          'stroke-dasharray': dashes === 'none' ? undefined : dashes,
          'stroke-linejoin': style.strokeLinejoin === 'miter' ? undefined : style.strokeLinejoin,
        }),
  };
}

/** The pattern of a fill with its shapes; null for a plain one. */
function patternOf(fill: string): Shape | null {
  const [, id = ''] = /^url\("#(.+?)"\)/.exec(fill) ?? [];
  const pattern = document.getElementById(id);
  if (!(pattern instanceof SVGPatternElement)) return null;
  const { width, height } = pattern;
  return {
    tag: 'pattern',
    attributes: {
      id,
      width: width.baseVal.value,
      height: height.baseVal.value,
      patternUnits: 'userSpaceOnUse',
    },
    shapes: [...pattern.children].flatMap((child) => {
      const shape = child instanceof SVGGeometryElement ? shapeOf(child) : null;
      if (shape === null) return [];
      return [
        { ...shape, attributes: { ...shape.attributes, ...paintOf(getComputedStyle(child)) } },
      ];
    }),
  };
}
