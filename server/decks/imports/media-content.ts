import { open } from 'node:fs/promises';
import { mediaKind, type MediaKind } from '../../../src/deck/media-kinds.ts';

/** The bytes that are looked at: an SVG may begin with a licence. */
const HEAD_BYTES = 8_192;

// The first bytes as Latin-1. Browsers tell pictures apart by them, whatever the name says.
const BEGINNINGS: Readonly<Record<MediaKind, RegExp>> = {
  picture: /^(?:\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP|....ftyp(?:avi[fs]|mi[af]1))/s,
  film: /^(?:....ftyp|.E\xdf\xa3)/s,
  sound: /^(?:ID3|\xff[\xe0-\xff]|OggS|RIFF....WAVE)/s,
  font: /^(?:wOFF|wOF2)/,
  document: /^%PDF-/,
};

const SVG = /^(?:\xef\xbb\xbf)?\s*<(?:[?!]|svg[\s>])/;

/** Tells whether a file begins as files with the extension of its name do. Errors of reading are thrown. */
export async function isOfItsKind(file: string): Promise<boolean> {
  const kind = mediaKind(file);
  if (kind === null) return false;
  const head = await readHead(file);
  if (/\.svg$/i.test(file)) return SVG.test(head) && head.includes('<svg');
  return BEGINNINGS[kind].test(head);
}

async function readHead(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead).toString('latin1');
  } finally {
    await handle.close();
  }
}
