import { getFileNameLowLevel, type Entry } from 'yauzl';

const UTF8_FLAG = 0x800;

/**
 * Reads the name of a file in a zip. Macs write UTF-8 without saying so: bytes that are UTF-8 are read
 * as such, and all others as the standard says.
 */
export function readEntryName({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  const flag = isUtf8(fileNameRaw) ? generalPurposeBitFlag | UTF8_FLAG : generalPurposeBitFlag;
  return getFileNameLowLevel(flag, fileNameRaw, extraFields, true);
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
