const DIGIT = /^\p{Nd}$/u;

/**
 * The decimal digits of a text, whatever their script, as 0 to 9; everything else is left out.
 * Unicode lays out the ten digits of a script one after the other (Unicode Standard, section 4.6).
 */
export function digitsOf(text: string): string {
  return [...text].map(digitOf).join('');
}

function digitOf(character: string): string {
  if (!DIGIT.test(character)) return '';
  const point = character.codePointAt(0) ?? 0;
  let zero = point;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((point - zero) % 10);
}
