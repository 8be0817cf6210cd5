import { inflateSync } from 'node:zlib';

const COLOUR = /([\d.]+) ([\d.]+) ([\d.]+) rg$/;
const RECTANGLE = /^[-\d.]+ [-\d.]+ ([-\d.]+) ([-\d.]+) re$/;

/** The area of all rectangles that a PDF of Chromium fills with a colour, "#rrggbb", in its own units. */
export function filledArea(pdf: Buffer, wanted: string): number {
  let area = 0;
  for (const filled of streamsOf(pdf).flatMap(filledRectangles)) {
    if (filled.colour === wanted) area += filled.area;
  }
  return area;
}

/** The numbers of rectangles that a PDF of Chromium fills, by their colours, "#rrggbb". */
export function filledCounts(pdf: Buffer): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { colour, count } of streamsOf(pdf).flatMap(filledRectangles)) {
    counts.set(colour, (counts.get(colour) ?? 0) + count);
  }
  return counts;
}

interface Filled {
  readonly colour: string;
  readonly area: number;
  /** Rectangles that are filled together. */
  readonly count: number;
}

function filledRectangles(stream: string): Filled[] {
  const filled: Filled[] = [];
  let [colour, area, count] = ['', 0, 0];
  for (const line of stream.split('\n')) {
    const [, red, green, blue] = COLOUR.exec(line) ?? [];
    const [, width, height] = RECTANGLE.exec(line) ?? [];
    if (blue !== undefined) colour = hex([red, green, blue].map(Number));
    if (height !== undefined) {
      area += Math.abs(Number(width) * Number(height));
      count += 1;
    }
    if (line === 'f') filled.push({ colour, area, count });
    if (line === 'f' || line.endsWith('n')) [area, count] = [0, 0];
  }
  return filled;
}

function streamsOf(pdf: Buffer): string[] {
  const streams: string[] = [];
  const text = pdf.toString('latin1');
  for (const { index, 0: start } of text.matchAll(/stream\r?\n/g)) {
    if (text.slice(index - 3, index) === 'end') continue;
    const end = text.indexOf('endstream', index);
    try {
      streams.push(
        inflateSync(pdf.subarray(index + start.length, end), { finishFlush: 2 }).toString('latin1'),
      );
    } catch {
      // A font or a picture that is packed in another way.
    }
  }
  return streams;
}

function hex(parts: readonly number[]): string {
  const digits = parts.map((part) =>
    Math.round(255 * part)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${digits.join('')}`;
}
