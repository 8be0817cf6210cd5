import type { SvgPicture } from './draw-png.ts';
import { embeddedFonts } from './embedded-fonts.ts';
import { readShapes } from './read-shapes.ts';
import { makeMarksReal } from './real-marks.ts';
import { writeSvg } from './write-svg.ts';

/**
 * Draws a part of a page as SVG: its boxes, texts and drawings as shapes, its fonts and images within. The
 * part is changed, and to be thrown away.
 *
 * @param title the name of the picture
 */
export async function drawSvg(root: HTMLElement, title: string): Promise<SvgPicture> {
  makeMarksReal(root);
  const shapes = readShapes(root);
  const box = root.getBoundingClientRect();
  const [width, height] = [Math.ceil(box.width), Math.ceil(box.height)];
  const fonts = await embeddedFonts(shapes);
  return { svg: writeSvg({ width, height, title, shapes, fonts }), width, height };
}
