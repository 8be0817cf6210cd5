const DIGIT = /\p{Nd}/gu;

/**
 * The decimal digits of a text, whatever their script, as 0 to 9; everything else is left out.
 */
export function digitsOf(text: string): string {
  return (text.match(DIGIT) ?? []).map(digitOf).join('');
}

/** The text with its decimal digits as 0 to 9, whatever their script, and everything else as it was. */
export function withPlainDigits(text: string): string {
  return text.replace(DIGIT, digitOf);
}

/** Unicode lays out the ten digits of a script one after the other (Unicode Standard, section 4.6). */
function digitOf(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let zero = point;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((point - zero) % 10);
}
