import { boxShapes, strokeOf, type Border, type Box } from './box-shapes.ts';
import { imageShape } from './image-shape.ts';
import { readDrawing } from './read-drawing.ts';
import { readText, type Corner } from './read-text.ts';
import type { Rectangle, Shape } from './shape.ts';

/**
 * Reads a part of a page as it is drawn: boxes, texts, drawings and images, in the order of the document.
 * Parts that are cut off, or for screen readers alone, are left out.
 */
export function readShapes(root: HTMLElement): Shape[] {
  return readElement(root, root.getBoundingClientRect(), 1);
}

function readElement(element: Element, corner: Corner, around: number): Shape[] {
  const style = getComputedStyle(element);
  if (style.display === 'none' || element.classList.contains('visually-hidden')) return [];
  const opacity = around * Number(style.opacity);
  if (element instanceof SVGElement) return readDrawing(element, corner, around);
  const own = style.visibility === 'visible' ? boxesOf(element, style, corner) : [];
  const within = [...element.childNodes].flatMap((child) => {
    if (child instanceof Element) return readElement(child, corner, opacity);
    const isText = child instanceof Text && style.visibility === 'visible';
    return isText ? readText(child, corner, opacity) : [];
  });
  return [...own.map((shape) => withOpacity(shape, opacity)), ...within];
}

function withOpacity(shape: Shape, opacity: number): Shape {
  return opacity === 1 ? shape : { ...shape, attributes: { ...shape.attributes, opacity } };
}

/** The shapes of an element itself. A line of text may part it into several boxes. */
function boxesOf(element: Element, style: CSSStyleDeclaration, corner: Corner): Shape[] {
  return [...element.getClientRects()].flatMap(({ left, top, width, height }) => {
    const place = { left: left - corner.left, top: top - corner.top, width, height };
    if (element instanceof HTMLImageElement) return imageShape(element, place);
    const turned = style.transform === 'none' ? null : turnedIn(place, style);
    const box = boxOf(turned?.place ?? place, style);
    const shapes = [...outlineOf(box, style), ...boxShapes(box)];
    if (turned === null) return shapes;
    return shapes.map((shape) => ({
      ...shape,
      attributes: { ...shape.attributes, transform: turned.transform },
    }));
  });
}

/** The box that is drawn turned around its middle within a place. */
function turnedIn(
  { left, top, width, height }: Rectangle,
  style: CSSStyleDeclaration,
): { readonly place: Rectangle; readonly transform: string } {
  const [x, y] = [left + width / 2, top + height / 2];
  const [ownWidth, ownHeight] = [Number.parseFloat(style.width), Number.parseFloat(style.height)];
  const { a, b, c, d } = new DOMMatrix(style.transform);
  return {
    place: { left: -ownWidth / 2, top: -ownHeight / 2, width: ownWidth, height: ownHeight },
    transform: `matrix(${[a, b, c, d, x, y].join(' ')})`,
  };
}

function boxOf(place: Rectangle, style: CSSStyleDeclaration): Box {
  const radius = Number.parseFloat(style.borderTopLeftRadius);
  const isShare = style.borderTopLeftRadius.endsWith('%');
  return {
    place,
    background: style.backgroundColor,
    radius: isShare ? (radius / 100) * place.width : radius,
    top: borderOf(style, 'top'),
    right: borderOf(style, 'right'),
    bottom: borderOf(style, 'bottom'),
    left: borderOf(style, 'left'),
  };
}

function borderOf(style: CSSStyleDeclaration, side: string): Border {
  return {
    width: Number.parseFloat(style.getPropertyValue(`border-${side}-width`)),
    color: style.getPropertyValue(`border-${side}-color`),
    style: style.getPropertyValue(`border-${side}-style`),
  };
}

/** The line around a mark that parts it from its ground. */
function outlineOf({ place, radius }: Box, style: CSSStyleDeclaration): Shape[] {
  const width = Number.parseFloat(style.outlineWidth);
  if (style.outlineStyle !== 'solid' || width === 0) return [];
  const around = {
    x: place.left - width / 2,
    y: place.top - width / 2,
    width: place.width + width,
    height: place.height + width,
    rx: Math.min(radius, place.width / 2) + (radius > 0 ? width / 2 : 0),
  };
  const stroke = { ...strokeOf(style.outlineColor), 'stroke-width': width };
  return [{ tag: 'rect', attributes: { ...around, fill: 'none', ...stroke } }];
}
