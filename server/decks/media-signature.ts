import { open } from 'node:fs/promises';

type Check = (start: Buffer) => boolean;

const begins =
  (...bytes: number[]): Check =>
  (start) =>
    bytes.every((byte, index) => start[index] === byte);
const hasText =
  (text: string, at = 0): Check =>
  (start) =>
    start.toString('latin1', at, at + text.length) === text;
const both =
  (one: Check, other: Check): Check =>
  (start) =>
    one(start) && other(start);
const either =
  (one: Check, other: Check): Check =>
  (start) =>
    one(start) || other(start);

/** The first bytes of each type of file: https://mimesniff.spec.whatwg.org, and each format's own standard. */
const signatures: Readonly<Record<string, Check>> = {
  png: begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  jpg: begins(0xff, 0xd8, 0xff),
  jpeg: begins(0xff, 0xd8, 0xff),
  gif: hasText('GIF8'),
  webp: both(hasText('RIFF'), hasText('WEBP', 8)),
  avif: both(hasText('ftyp', 4), either(hasText('avif', 8), hasText('avis', 8))),
  svg: isSvg,
  mp4: hasText('ftyp', 4),
  webm: begins(0x1a, 0x45, 0xdf, 0xa3),
  mp3: either(hasText('ID3'), (start) => start[0] === 0xff && ((start[1] ?? 0) & 0xe0) === 0xe0),
  ogg: hasText('OggS'),
  wav: both(hasText('RIFF'), hasText('WAVE', 8)),
  woff: hasText('wOFF'),
  woff2: hasText('wOF2'),
  pdf: hasText('%PDF-'),
};

/** The number of bytes that `fitsItsName` looks at. */
export const SIGNATURE_BYTES = 8192;

/** true where the first bytes of a file are those of the type that its extension names. */
export function fitsItsName(path: string, start: Buffer): boolean {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(signatures, extension) && signatures[extension]?.(start) === true;
}

/** true for a file that begins as files with the extension of its name do. Errors of reading are thrown. */
export async function isOfItsKind(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const head = Buffer.alloc(SIGNATURE_BYTES);
    const { bytesRead } = await handle.read(head, 0, SIGNATURE_BYTES, 0);
    return fitsItsName(file, head.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

/** Text whose first element is `svg`, behind a declaration, comments and a document type. */
function isSvg(start: Buffer): boolean {
  const text = start.toString('utf8').replace(/^\uFEFF/, '');
  const rest = text.replace(
    /^(?:\s+|<\?[^>]*\?>|<!--[^]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>)*/i,
    '',
  );
  return /^<svg[\s>/]/i.test(rest) && !text.includes('\0');
}
