import { commonSpelling } from '../lib/spellings.ts';

/** A text that an attendee wrote, and the option that was tapped with it. */
export type WrittenText = {
  /** The index of the option; null where none was tapped. */
  readonly choice: number | null;
  readonly text: string;
};

/**
 * Names a text as it is spelt. The option is part of it, since a text that was approved below one
 * option may be an insult below another; and the spelling is, since capitals make another word of a
 * part, and marks a shout of a remark: the room reads what was read before it, to the letter.
 */
export function keyOf({ choice, text }: WrittenText): string {
  return `${choice ?? ''}:${text}`;
}

/** The text of a key, as it is spelt there. */
export function textOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}

/** The option of a key; null for none. */
export function choiceOf(key: string): number | null {
  const choice = key.slice(0, Math.max(0, key.indexOf(':')));
  return choice === '' ? null : Number(choice);
}

/** The name of a key's group: its option, and the text that all spellings of the same have in common. */
export function groupOf(key: string): string {
  const start = key.indexOf(':') + 1;
  return key.slice(0, start) + commonSpelling(key.slice(start));
}

const LONGEST_KEY = 1_000;

/** true for what may be the key of a text, as a console sends it. */
export function isTextKey(key: unknown): key is string {
  return typeof key === 'string' && key !== '' && key.length <= LONGEST_KEY;
}
