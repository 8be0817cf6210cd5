import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './json.ts';

/**
 * Names a content by what it says: the first 16 hex digits of the SHA-256 of its canonical JSON.
 * Equal contents get equal names, in every process and on every day.
 */
export function contentHash(content: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(content)))).slice(0, 16);
}
