import type { Rectangle, Shape } from './shape.ts';

/** The pixels of an embedded image for each CSS pixel. */
const SHARPNESS = 2;

/**
 * An image as pixels within the picture: a file of somebody else's, which may be SVG, is not copied into it.
 * Nothing for one that could not be loaded.
 */
export function imageShape(image: HTMLImageElement, place: Rectangle): Shape[] {
  const { naturalWidth, naturalHeight } = image;
  const paper = document.createElement('canvas');
  const scale = Math.min(place.width / naturalWidth, place.height / naturalHeight);
  if (!Number.isFinite(scale) || scale === 0) return [];
  const [width, height] = [naturalWidth * scale, naturalHeight * scale];
  [paper.width, paper.height] = [Math.ceil(SHARPNESS * width), Math.ceil(SHARPNESS * height)];
  paper.getContext('2d')?.drawImage(image, 0, 0, paper.width, paper.height);
  const x = place.left + (place.width - width) / 2;
  const y = place.top + (place.height - height) / 2;
  const href = paper.toDataURL('image/png');
  return [{ tag: 'image', attributes: { x, y, width, height, 'xlink:href': href } }];
}
