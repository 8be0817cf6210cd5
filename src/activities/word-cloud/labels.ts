/** The name of a field, from 0. */
export function fieldLabel(words: number, field: number): string {
  return words === 1 ? 'Your word' : `Word ${field + 1}`;
}

/** A sentence on how many words an attendee may give, without its full stop. */
export function mostWords(words: number): string {
  return words === 1
    ? 'Give one word or short phrase'
    : `Give up to ${words} words or short phrases`;
}

/** A sentence on the field with a text that is too long. */
export function tooLongField(label: string, length: number, longest: number): string {
  return `${label} has ${length} characters: shorten it to ${longest}.`;
}

/** A sentence on a text that is too long. */
export function tooLong(longest: number): string {
  return `Shorten it to ${longest} characters.`;
}

/** The stage's text while there is no word. */
export function noWords(approve: 'each' | 'never'): string {
  return approve === 'each'
    ? 'Only words that the presenter has approved are shown.'
    : 'Words appear here as they come.';
}

/** A sentence on where the words go, for those who write them. */
export function readersNote(approve: 'each' | 'never'): string {
  return approve === 'each'
    ? 'The presenter reads this before the room does. Do not include names.'
    : 'The room reads this at once, without your name. Do not include names.';
}
