/** The pixels of a PNG for each CSS pixel. */
const SHARPNESS = 2;

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
    paper.getContext('2d')?.drawImage(image, 0, 0, paper.width, paper.height);
    return await new Promise((drawn, failed) => {
      paper.toBlob((png) => (png === null ? failed(new Error('No PNG was made')) : drawn(png)));
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

export function svgFile(svg: string): Blob {
  return new Blob([svg], { type: 'image/svg+xml' });
}
