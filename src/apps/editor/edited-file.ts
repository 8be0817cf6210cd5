import type { DeckFile } from '../../protocol/deck-editing.ts';
import { mergeSaved } from './merge-saved.ts';

/** A file of the deck as this page has it. Its texts have `\n` at the end of each line. */
export interface EditedFile {
  readonly file: string;
  readonly text: string;
  /** The saved text that it began from, and the hash of that; null for a file that is not saved yet. */
  readonly base: string;
  readonly baseHash: string | null;
  /** The ends of lines in the folder. */
  readonly lineEnd: '\n' | '\r\n';
  /** The text that somebody else saved, where it does not merge with this one. */
  readonly theirs: DeckFile | null;
}

export function toEdited({ file, text, hash }: DeckFile): EditedFile {
  const lineEnd = /(?<!\r)\n/.test(text) || !text.includes('\r\n') ? '\n' : '\r\n';
  const base = withPlainLines(text);
  return { file, text: base, base, baseHash: hash, lineEnd, theirs: null };
}

/** A file that is not in the folder yet. */
export function newFile(file: string, text: string): EditedFile {
  return { file, text, base: '', baseHash: null, lineEnd: '\n', theirs: null };
}

/** true while something of a file is not saved. */
export function isUnsaved({ text, base, baseHash }: EditedFile): boolean {
  return text !== base || baseHash === null;
}

/** The text as it is saved. */
export function toSave({ text, lineEnd }: EditedFile): string {
  return lineEnd === '\n' ? text : text.replaceAll('\n', lineEnd);
}

/**
 * Takes in the text in the folder now: whole where nothing is unsaved here, else merged; where it does not
 * merge, both are kept for the author to choose. null: the file is gone from both.
 */
export function takeIn(mine: EditedFile, present: DeckFile | null): EditedFile | null {
  if (present === null) {
    if (mine.baseHash === null) return mine;
    // Its text is saved as a new file, if its author wants that.
    return isUnsaved(mine) ? { ...mine, base: '', baseHash: null, theirs: null } : null;
  }
  if (present.hash === mine.baseHash || present.hash === mine.theirs?.hash) return mine;
  const theirs = toEdited(present);
  if (!isUnsaved(mine) || mine.text === theirs.text) return theirs;
  const merged = mergeSaved(mine.base, mine.text, theirs.text);
  return merged === null ? { ...mine, theirs: present } : { ...theirs, text: merged };
}

/** The file with a text that was typed. One that reads like somebody else's leaves nothing to choose. */
export function withText(mine: EditedFile, text: string): EditedFile {
  const typed = { ...mine, text };
  const isTheirs = mine.theirs !== null && withPlainLines(mine.theirs.text) === text;
  return isTheirs ? settle(typed) : typed;
}

/** Settles for the text as it stands, after the author chose between the two. */
export function settle(mine: EditedFile): EditedFile {
  return mine.theirs === null ? mine : { ...toEdited(mine.theirs), text: mine.text };
}

export function withPlainLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
