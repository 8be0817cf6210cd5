import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip as no program writes it. */
export interface RawEntry {
  readonly name: string;
  readonly data?: string | Uint8Array;
  /** The size that it claims to have, unpacked. */
  readonly claimed?: number;
  /** The type and mode of Unix. */
  readonly mode?: number;
  readonly flags?: number;
  readonly method?: number;
  /** False to take the checksum of something else. */
  readonly isIntact?: boolean;
}

/** Writes a zip by hand, with the claims of its entries unchecked. */
export function rawZip(entries: readonly RawEntry[]): Uint8Array<ArrayBuffer> {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { name, data = '', mode = 0, flags = 0x800, method = 8, isIntact = true } = entry;
    const plain = Buffer.from(data);
    const packed = method === 0 ? plain : deflateRawSync(plain);
    const bytes = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(method, 4);
    head.writeUInt32LE(crc32(isIntact ? plain : 'another'), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(entry.claimed ?? plain.length, 18);
    head.writeUInt16LE(bytes.length, 22);
    files.push(Buffer.from('PK\x03\x04', 'latin1'), head, bytes, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(mode * 0x10000, 6);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), head, rest, bytes);
    offset += 30 + bytes.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(
    Buffer.concat([...files, listed, Buffer.from('PK\x05\x06', 'latin1'), end]),
  );
}
