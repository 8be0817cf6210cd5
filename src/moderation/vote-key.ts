import { contentHash } from '../lib/content-hash.ts';
import type { Group } from './groups.ts';
import { groupOf, keyOf } from './text-key.ts';

const DIGITS = 12;

/** The key by which attendees vote for a group of this name: digits of a hash, since a text would weigh more. */
export function voteKeyOf(name: string): string {
  return contentHash(name).slice(0, DIGITS);
}

/** The same of a group. It is reckoned once. */
export function voteKey(group: Group): string {
  group.vote ??= voteKeyOf(group.name);
  return group.vote;
}

/** The name of the group of a text without an option. */
export function nameOfText(text: string): string {
  return groupOf(keyOf({ choice: null, text }));
}

/** true for a text of the form of a key. */
export function isVoteKey(key: unknown): key is string {
  return typeof key === 'string' && /^[0-9a-f]{12}$/.test(key);
}
