import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './json.ts';

/**
 * Returns the first 16 hex digits of the SHA-256 of the canonical JSON of `content`. Equal contents
 * have equal hashes in every process.
 */
export function contentHash(content: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(content)))).slice(0, 16);
}
