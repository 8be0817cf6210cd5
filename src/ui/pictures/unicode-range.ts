/**
 * True if a text has a character of the range of a font's file, as in CSS: `U+0000-00FF, U+0131`.
 *
 * @param range '' for every character
 */
export function inUnicodeRange(text: string, range: string): boolean {
  if (range === '') return text !== '';
  const parts = range.split(',').map((part) => {
    const [first = '', last = first] = part.trim().replace(/^u\+/i, '').split('-');
    // `4??` stands for 400 to 4FF.
    return [first.replaceAll('?', '0'), last.replaceAll('?', 'F')].map((hex) => parseInt(hex, 16));
  });
  return [...text].some((character) => {
    const code = character.codePointAt(0) ?? 0;
    return parts.some(([first = 0, last = 0]) => first <= code && code <= last);
  });
}
