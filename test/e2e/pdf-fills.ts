import { inflateSync } from 'node:zlib';

/**
 * The colours with which a PDF of Chromium fills shapes, as "#rrggbb", with the number of shapes. Text
 * and strokes are not counted.
 */
export function shapeFills(pdf: Buffer): ReadonlyMap<string, number> {
  const fills = new Map<string, number>();
  for (const stream of streamsOf(pdf)) {
    let colour = '';
    for (const line of stream.split('\n')) {
      const [, red, green, blue] = /^([\d.]+) ([\d.]+) ([\d.]+) rg$/.exec(line.trim()) ?? [];
      if (blue !== undefined) colour = hex([red, green, blue].map(Number));
      if (/^f\*?$/.test(line.trim())) fills.set(colour, (fills.get(colour) ?? 0) + 1);
    }
  }
  return fills;
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
