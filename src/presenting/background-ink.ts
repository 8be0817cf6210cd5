import { drawnSize, type Size } from './drawn-size.ts';

/** The classes by which reveal.js says how light a slide's background is; its text follows them. */
export type Ink = 'has-dark-background' | 'has-light-background';
export type Attributes = Readonly<Record<string, string>>;

/** By reveal.js's own rule, a `data-background` of this shape is a picture. */
const PICTURE = /\.(?:svg|png|jpe?g|gif|bmp|webp)(?:[?#\s]|$)/i;

/** The pictures behind a slide, from top to bottom. */
export function backgroundPictures(attributes: Attributes): string[] {
  const written = attributes['data-background'] ?? '';
  const named = attributes['data-background-image'] ?? (PICTURE.test(written) ? written : '');
  return named
    .split(',')
    .map((file) => file.trim())
    .filter((file) => file !== '');
}

const MARKED = '.has-dark-background, .has-light-background';

/** The slide that a section shows now: a measurement may end after the section is filled again. */
const shown = new WeakMap<HTMLElement, Attributes>();
/** The sections that a measurement has marked. */
const marked = new WeakSet<HTMLElement>();
const measured = new Map<string, Promise<Ink | null>>();

/**
 * Marks a section by the lightness of the pictures and gradients behind it, as soon as that is known.
 * A colour that the author gives decides by itself, and is marked elsewhere.
 */
export async function markInk(section: HTMLElement, attributes: Attributes): Promise<void> {
  shown.set(section, attributes);
  const ink = await inkOn(attributes, section.closest('.reveal') ?? document.body);
  if (ink === null || shown.get(section) !== attributes || section.matches(MARKED)) return;
  section.classList.add(ink);
  marked.add(section);
}

/** Takes back the mark of a measurement: the paper around the picture is another one now. */
export function unmarkInk(section: HTMLElement): void {
  if (marked.delete(section))
    section.classList.remove('has-dark-background', 'has-light-background');
}

/** The ink for a perceived brightness from 0 to 255, as https://www.w3.org/TR/AERT/#color-contrast weighs it. */
export function inkFor(red: number, green: number, blue: number): Ink {
  const brightness = (red * 299 + green * 587 + blue * 114) / 1000;
  return brightness < 128 ? 'has-dark-background' : 'has-light-background';
}

function inkOn(attributes: Attributes, around: Element): Promise<Ink | null> {
  const pictures = backgroundPictures(attributes);
  const gradient = attributes['data-background-gradient'] ?? attributes['data-background'] ?? '';
  const colours = gradient.includes('gradient(') ? coloursIn(gradient) : [];
  const isDecided = attributes['data-background-color'] !== undefined;
  if (isDecided || pictures.length + colours.length === 0) return Promise.resolve(null);
  const paper = getComputedStyle(around).getPropertyValue('--paper').trim();
  const key = JSON.stringify([attributes, paper]);
  const before = measured.get(key) ?? measure(paper, colours, pictures, attributes);
  measured.set(key, before);
  // A picture that failed may be there the next time.
  void before.then((ink) => ink === null && measured.delete(key));
  return before;
}

/** A canvas of this size is the whole slide, a pixel for each 30. */
const CANVAS: Size = { width: 64, height: 36 };
const PIXEL = 30;

/** Draws what is behind the slide, small, and takes the mean of its pixels. */
async function measure(
  paper: string,
  colours: readonly string[],
  pictures: readonly string[],
  attributes: Attributes,
): Promise<Ink | null> {
  const canvas = Object.assign(document.createElement('canvas'), CANVAS);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  fill(context, [paper]);
  fill(context, colours);
  try {
    const images = await Promise.all(pictures.map(load));
    context.globalAlpha = opacityOf(attributes);
    for (const image of images.toReversed()) draw(context, image, attributes);
    return inkFor(...meanColour(context));
  } catch {
    return null;
  }
}

/** Fills the canvas with bands of equal width. */
function fill(context: CanvasRenderingContext2D, colours: readonly string[]): void {
  const width = CANVAS.width / colours.length;
  for (const [index, colour] of colours.entries()) {
    context.fillStyle = colour;
    context.fillRect(index * width, 0, width, CANVAS.height);
  }
}

async function load(file: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = file;
  await image.decode();
  return image;
}

function draw(
  context: CanvasRenderingContext2D,
  image: HTMLImageElement,
  attributes: Attributes,
): void {
  const repeats = /^(?!no-repeat)\S/.test(attributes['data-background-repeat'] ?? '');
  const area = { width: CANVAS.width * PIXEL, height: CANVAS.height * PIXEL };
  // A drawing may have no size of its own, and repeated pictures cover all.
  const natural = image.naturalWidth > 0 && image.naturalHeight > 0 && !repeats;
  const { width, height } = natural
    ? drawnSize(
        attributes['data-background-size'] ?? '',
        { width: image.naturalWidth, height: image.naturalHeight },
        area,
      )
    : area;
  const left = (area.width - width) / 2 / PIXEL;
  const top = (area.height - height) / 2 / PIXEL;
  context.drawImage(image, left, top, width / PIXEL, height / PIXEL);
}

function opacityOf(attributes: Attributes): number {
  const opacity = Number(attributes['data-background-opacity'] ?? 1);
  return opacity >= 0 && opacity <= 1 ? opacity : 1;
}

function meanColour(context: CanvasRenderingContext2D): [number, number, number] {
  const { data } = context.getImageData(0, 0, CANVAS.width, CANVAS.height);
  const sums: [number, number, number] = [0, 0, 0];
  for (const [index, value] of data.entries()) {
    const channel = index % 4;
    if (channel === 0 || channel === 1 || channel === 2) sums[channel] += value;
  }
  const pixels = CANVAS.width * CANVAS.height;
  return [sums[0] / pixels, sums[1] / pixels, sums[2] / pixels];
}

/** The colours of a gradient, in their order. */
function coloursIn(gradient: string): string[] {
  const words = gradient
    .replace(/[\w-]*gradient\(/gi, ' ')
    .match(/#[\da-f]+|[a-z-]+\((?:[^()]|\([^()]*\))*\)|[a-z]+/gi);
  return (words ?? []).filter((word) => CSS.supports('color', word) && word !== 'inherit');
}
