import { textLength } from '../../lib/typed-text.ts';
import type { WordCloudAnswer, WordCloudContent } from './content.ts';
import { distinctWords } from './distinct-words.ts';
import { fieldLabel, tooLongField } from './labels.ts';

/** The texts in the fields, one for each word that may be given. */
export type Draft = readonly string[];

/** A draft as it would be sent, and the obstacle to that. */
export interface Reading {
  readonly words: readonly string[];
  /** The obstacle in a sentence; null where there is none. */
  readonly obstacle: string | null;
  /** The field that the sentence is about; null for none. */
  readonly wrong: number | null;
}

/** The draft of a given answer: its words in the first fields. */
export function draftOf({ words }: WordCloudContent, answer: WordCloudAnswer | null): Draft {
  return Array.from({ length: words }, (_, field) => answer?.words[field] ?? '');
}

/** The draft with the text of one field changed. */
export function withText(draft: Draft, field: number, text: string): Draft {
  return draft.map((before, place) => (place === field ? text : before));
}

/** Reads a draft. Empty fields, and words that read as an earlier one does, are left out. */
export function readDraft({ words: most, longest }: WordCloudContent, draft: Draft): Reading {
  const words = distinctWords(draft);
  const lengths = draft.map((text) => Math.max(0, ...distinctWords([text]).map(textLength)));
  const wrong = lengths.findIndex((length) => length > longest);
  if (wrong >= 0) {
    const obstacle = tooLongField(fieldLabel(most, wrong), lengths[wrong] ?? 0, longest);
    return { words, obstacle, wrong };
  }
  return { words, obstacle: words.length === 0 ? 'Write something to send.' : null, wrong: null };
}
