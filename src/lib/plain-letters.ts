/** Letters that Unicode does not take apart into one of a to z and a mark. */
const WITHOUT_MARKS: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' },
};

const NOT_ASCII = /[\u{80}-\u{10FFFF}]/u;

/** A text in small letters without accents, for comparing: "Köln" and "KOLN" are "koln". */
export function plainLetters(text: string): string {
  // Ten times faster, and most are.
  if (!NOT_ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => WITHOUT_MARKS[letter] ?? letter);
}
