import { expect, it } from 'vitest';
import { extensions } from '../../src/deck/media-kinds.ts';
import { fitsItsName } from './media-signature.ts';

const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
    ),
  );

const starts: Readonly<Record<string, Buffer>> = {
  png: bytes([0x89], 'PNG\r\n', [0x1a], '\n'),
  jpg: bytes([0xff, 0xd8, 0xff, 0xe0]),
  jpeg: bytes([0xff, 0xd8, 0xff, 0xe1]),
  gif: bytes('GIF89a'),
  webp: bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 '),
  avif: bytes([0, 0, 0, 32], 'ftypavif'),
  svg: bytes('<?xml version="1.0"?>\n<!-- drawn -->\n<svg xmlns="http://www.w3.org/2000/svg">'),
  mp4: bytes([0, 0, 0, 32], 'ftypisom'),
  webm: bytes([0x1a, 0x45, 0xdf, 0xa3]),
  mp3: bytes('ID3'),
  ogg: bytes('OggS'),
  wav: bytes('RIFF', [1, 2, 3, 4], 'WAVE'),
  woff: bytes('wOFF'),
  woff2: bytes('wOF2'),
  pdf: bytes('%PDF-1.7'),
};

it.each(Object.values(extensions).flat())('A file .%s begins as its type does', (extension) => {
  const fitting = Object.entries(starts).filter(([, start]) =>
    fitsItsName(`a.${extension}`, start),
  );
  expect(fitting.map(([name]) => name)).toContain(extension);
  // Only those that are one type are taken for each other.
  const same = extension === 'jpg' || extension === 'jpeg' ? ['jpg', 'jpeg'] : [extension];
  const others = extension === 'mp4' ? [...same, 'avif'] : same;
  expect(fitting.map(([name]) => name).filter((name) => !others.includes(name))).toEqual([]);
  for (const wrong of ['', '<html><svg>', '<script>']) {
    expect(fitsItsName(`A.${extension.toUpperCase()}`, Buffer.from(wrong))).toBe(false);
  }
});
