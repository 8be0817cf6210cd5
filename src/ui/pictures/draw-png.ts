/** The pixels of a PNG for each CSS pixel. */
const SHARPNESS = 2;
/** The time that the browser is given to read fonts. */
const READING_MS = 30;
const MOST_DRAWINGS = 20;

export interface SvgPicture {
  /** The document. */
  readonly svg: string;
  /** In CSS pixels, as is the height. */
  readonly width: number;
  readonly height: number;
}

/** Draws a picture as PNG, with two pixels for each of its own. */
export async function drawPng({ svg, width, height }: SvgPicture): Promise<Blob> {
  const address = URL.createObjectURL(svgFile(svg));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const paper = document.createElement('canvas');
    [paper.width, paper.height] = [SHARPNESS * width, SHARPNESS * height];
    await drawWithFonts(image, paper);
    return await new Promise((drawn, failed) => {
      paper.toBlob((png) => (png === null ? failed(new Error('No PNG was made')) : drawn(png)));
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * Draws an image until nothing changes. A browser reads the fonts within an image once it has drawn texts
 * that need them, leaves these out meanwhile, and does not say when it is done.
 */
async function drawWithFonts(image: HTMLImageElement, paper: HTMLCanvasElement): Promise<void> {
  const pen = paper.getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new Error('This browser has no canvas');
  let before: Uint8ClampedArray | null = null;
  for (let drawings = 0; drawings < MOST_DRAWINGS; drawings += 1) {
    pen.clearRect(0, 0, paper.width, paper.height);
    pen.drawImage(image, 0, 0, paper.width, paper.height);
    const { data } = pen.getImageData(0, 0, paper.width, paper.height);
    if (before !== null && isSame(before, data)) return;
    before = data;
    await new Promise((later) => setTimeout(later, READING_MS));
  }
}

function isSame(one: Uint8ClampedArray, other: Uint8ClampedArray): boolean {
  return one.every((value, at) => value === other[at]);
}

export function svgFile(svg: string): Blob {
  return new Blob([svg], { type: 'image/svg+xml' });
}
