import type { Rectangle, Shape } from './shape.ts';
import { svgColour } from './svg-colour.ts';

/** A line along a side of a box: computed values. */
export interface Border {
  /** In CSS pixels. */
  readonly width: number;
  readonly color: string;
  readonly style: string;
}

/** The looks of a box of CSS. */
export interface Box {
  readonly place: Rectangle;
  /** A computed colour. */
  readonly background: string;
  readonly top: Border;
  readonly right: Border;
  readonly bottom: Border;
  readonly left: Border;
  /** Of all corners, in CSS pixels. */
  readonly radius: number;
}

type Visible = Border & { readonly fill: Shape['attributes'] };

/**
 * The shapes of a box: its background, then its borders. A border is a filled rectangle, so that a bar that
 * is drawn as a border is one. Rounded boxes have one border all around.
 */
export function boxShapes(box: Box): Shape[] {
  const { place, background, radius, top } = box;
  if (place.width === 0 || place.height === 0) return [];
  const border = visible(top);
  // Borders are of whole pixels, boxes are not.
  const isCovered = border !== null && border.width > place.height - 1;
  const fill = isCovered ? null : fillOf(background);
  if (radius > 0) return border === null && fill === null ? [] : [rounded(box, fill, border)];
  return [...(fill === null ? [] : [rectangle(place, fill)]), ...borderShapes(box)];
}

function borderShapes({ place, ...box }: Box): Shape[] {
  const { left, top, width, height } = place;
  const [above, below] = [visible(box.top), visible(box.bottom)];
  const [before, after] = [visible(box.left), visible(box.right)];
  const [inset, outset] = [above?.width ?? 0, below?.width ?? 0];
  const between = { top: top + inset, height: height - inset - outset };
  const sides: (Shape | null)[] = [
    above && strip({ left, top, width, height: above.width }, above),
    below && strip({ left, top: top + height - below.width, width, height: below.width }, below),
    before && strip({ left, width: before.width, ...between }, before),
    after && strip({ left: left + width - after.width, width: after.width, ...between }, after),
  ];
  return sides.filter((side) => side !== null);
}

function strip(place: Rectangle, { style, width, color, fill }: Visible): Shape {
  if (style !== 'dashed' && style !== 'dotted') return rectangle(place, fill);
  const isAcross = place.width > place.height;
  const [x, y] = [place.left + width / 2, place.top + width / 2];
  return {
    tag: 'line',
    attributes: {
      ...(isAcross
        ? { x1: place.left, x2: place.left + place.width, y1: y, y2: y }
        : { x1: x, x2: x, y1: place.top, y2: place.top + place.height }),
      ...strokeOf(color),
      'stroke-width': width,
      'stroke-dasharray': style === 'dashed' ? `${3 * width} ${2 * width}` : `${width} ${width}`,
    },
  };
}

function rounded({ place, radius, top }: Box, fill: Fill | null, border: Visible | null): Shape {
  const thick = border?.width ?? 0;
  const [width, height] = [place.width - thick, place.height - thick];
  // Nothing is left within: the border is the shape.
  if (border !== null && Math.min(width, height) <= thick) {
    return rectangle(place, { ...border.fill, rx: radius });
  }
  return {
    tag: 'rect',
    attributes: {
      ...{ x: place.left + thick / 2, y: place.top + thick / 2, width, height },
      rx: Math.max(0, Math.min(radius, place.width / 2, place.height / 2) - thick / 2),
      ...(fill ?? { fill: 'none' }),
      ...(border === null ? {} : { ...strokeOf(top.color), 'stroke-width': thick }),
    },
  };
}

function rectangle({ left, top, width, height }: Rectangle, fill: Shape['attributes']): Shape {
  return { tag: 'rect', attributes: { x: left, y: top, width, height, ...fill } };
}

function visible(border: Border): Visible | null {
  const { width, style, color } = border;
  const fill = fillOf(color);
  if (width === 0 || style === 'none' || style === 'hidden' || fill === null) return null;
  return { ...border, fill };
}

type Fill = Shape['attributes'];

/** The attributes of a fill; null where it would not be seen. */
export function fillOf(color: string): Fill | null {
  const read = svgColour(color);
  if (read === null || read.opacity === 0) return null;
  return { fill: read.hex, ...(read.opacity < 1 ? { 'fill-opacity': read.opacity } : {}) };
}

/** The attributes of a stroke; none where it would not be seen. */
export function strokeOf(color: string): Shape['attributes'] {
  const read = svgColour(color);
  if (read === null || read.opacity === 0) return {};
  return { stroke: read.hex, ...(read.opacity < 1 ? { 'stroke-opacity': read.opacity } : {}) };
}
