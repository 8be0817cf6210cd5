import { isTag, type Element } from 'domhandler';
import { filter } from 'domutils';

/** The width of a slide here, in CSS pixels, as in src/ui/slides/scale.css. */
const WIDTH = 1920;
const SIZED = new Set(['img', 'video', 'iframe', 'canvas', 'svg']);

/** Makes the lengths in pixels on slides fit a slide of this product. Those of a page are for slides of `width` pixels. */
export function scaleSlides(slides: readonly Element[], width: number): void {
  for (const element of filter(isTag, [...slides])) {
    if (!isTag(element)) continue;
    const { name, attribs } = element;
    if (attribs['style'] !== undefined) attribs['style'] = scaledStyle(attribs['style'], width);
    // A drawing without a `viewBox` has lengths of its own in it.
    if (
      !SIZED.has(name) ||
      (name === 'svg' && attribs['viewbox'] === undefined && attribs['viewBox'] === undefined)
    )
      continue;
    for (const side of ['width', 'height']) {
      const length = attribs[side] ?? '';
      if (/^\d+$/.test(length)) attribs[side] = String(scaled(Number(length), width));
    }
  }
}

/** A style sheet with its lengths in pixels for a slide of this product. */
export function scaledStyle(style: string, width: number): string {
  return style.replace(/(?<![\w.])(\d+(?:\.\d+)?)px\b/g, (_, length: string) => {
    return `${scaled(Number(length), width)}px`;
  });
}

function scaled(length: number, width: number): number {
  return Math.round((length * WIDTH) / width);
}
