import { Profanity, profaneWords } from '@2toad/profanity';
import { everydayWords } from './everyday-words.ts';

/** Machine translation has left signs alone on some lists, and a price would be held back. */
const NO_WORDS = [...profaneWords.values()].flat().filter((word) => !/\p{L}.*\p{L}/u.test(word));

// Compiled with the first text: a list takes some 50 ms, and each text some microseconds.
let lists: Profanity | null = null;

/** Signs that hide a word from a list and not from a reader: unseen ones, and strokes through letters. */
const DISGUISES = /[\p{Default_Ignorable_Code_Point}\u{334}-\u{338}\u{20D0}-\u{20FF}]/gu;

/** true for a text with a word on the list of rude words of a language, a BCP 47 tag, or of English. */
export function isOnBlocklist(text: string, lang: string): boolean {
  lists ??= newLists();
  return lists.exists(text.normalize('NFKC').replace(DISGUISES, ''), languagesOf(lang));
}

/** The languages whose lists are used for a deck: its own, if there is a list for it, and English. */
export function languagesOf(lang: string): string[] {
  const [language = ''] = lang.toLowerCase().split('-');
  return language !== 'en' && profaneWords.has(language) ? [language, 'en'] : ['en'];
}

function newLists(): Profanity {
  const made = new Profanity({ unicodeWordBoundaries: true });
  made.removeWords([...NO_WORDS, ...everydayWords]);
  return made;
}
