import { withPlainDigits } from './digits.ts';
import { failure, success, type Result } from './result.ts';

/** A number as a person typed it. */
export type TypedNumber = {
  readonly value: number;
  /** true where the same text is another number elsewhere: "1,234" has a thousand, or three decimals. */
  readonly ambiguous: boolean;
};

export type NumberProblem =
  | 'empty'
  | 'fraction'
  /** Its commas, points or spaces are where no number has them. */
  | 'separators'
  | 'too-large'
  /** Anything else: letters, another unit, two numbers. */
  | 'not-a-number';

/** The question that a number answers. */
export interface NumberQuestion {
  /** The language by which "1,234" is read. */
  readonly lang: string;
  /** May be typed along, in front or behind. Empty for a mere number. */
  readonly unit: string;
}

/**
 * Reads a number in digits of any script, with decimals and thousands marked in the way of any
 * language. The language of the page decides only where two readings are possible.
 */
export function readNumber(
  typed: string,
  { lang, unit }: NumberQuestion,
): Result<TypedNumber, NumberProblem> {
  const text = inPlainCharacters(typed);
  if (text === '') return failure('empty');
  const [sign, unsigned] = splitSign(text);
  const [innerSign, number] = splitSign(withoutUnit(unsigned, unit));
  const [, digits, exponent = '0'] = NUMBER.exec(number) ?? [];
  if (digits === undefined || (sign !== '' && innerSign !== '')) {
    return failure(FRACTION.test(number) ? 'fraction' : 'not-a-number');
  }
  const read = chooseReading(digits, lang);
  if (read === null) return failure('separators');
  // Adding zero turns −0, which JSON cannot represent, into 0.
  const value = Number(`${sign}${innerSign}${read.plain}e${exponent}`) + 0;
  return Number.isFinite(value)
    ? success({ value, ambiguous: read.ambiguous })
    : failure('too-large');
}

/** Writes a number for a field, as `readNumber` reads it in the same language. */
export function writeNumber(value: number, lang: string): string {
  const options = { useGrouping: false, maximumSignificantDigits: 12, numberingSystem: 'latn' };
  return new Intl.NumberFormat(lang, options).format(value);
}

const NUMBER = /^([.,٫]?\d[\d.,٫' ]*)(?:e([-+]?\d{1,3}))?$/;
const FRACTION = /\d ?[/÷\u{2044}\u{2215}]|[\u{BC}-\u{BE}\u{2150}-\u{215E}\u{2189}]/u;
// Thousands, all parted by one mark; or the Indian way, in which the groups before them have two.
const GROUPED =
  /^[1-9]\d{0,2}([., '])\d{3}(?:\1\d{3})*$|^[1-9]\d?(?:([,'])\d\d)(?:\2\d\d)*\2\d{3}$/;

/** Small letters, digits of one script, and one character for all that look or mean the same. */
function inPlainCharacters(typed: string): string {
  return withPlainDigits(typed)
    .replace(/[\u{FF01}-\u{FF5E}]/gu, (wide) => String.fromCodePoint(charCode(wide) - 0xfee0))
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}\u{2D7}\u{2212}\u{2796}]/gu, '-')
    .replace(/['`´\u{2B9}\u{2BC}\u{2018}\u{2019}\u{2032}\u{66C}]/gu, "'")
    .replace(/[٪﹪]/g, '%')
    .replaceAll('،', ',')
    .replace(/[。｡]/g, '.')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

function charCode(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function splitSign(text: string): [sign: string, rest: string] {
  const [, sign = '', rest = ''] = /^([-+]?) ?(.*)$/s.exec(text) ?? [];
  return [sign, rest];
}

/** The text without the unit in front of it or behind it, or without the first words of that unit. */
function withoutUnit(text: string, unit: string): string {
  for (const name of namesOf(unit)) {
    if (text.endsWith(name)) return text.slice(0, -name.length).trim();
    if (text.startsWith(name)) return text.slice(name.length).trim();
  }
  return text;
}

/** The names of a unit as people type it, the longest first: "million members", "million"; "€/h", "€". */
function namesOf(unit: string): string[] {
  const whole = inPlainCharacters(unit);
  const ends = [...whole.matchAll(/[ /]|$/g)].map(({ index }) => index);
  const names = ends.map((end) => whole.slice(0, end)).reverse();
  if (unit.startsWith('%')) names.push('percent', 'per cent');
  return names.filter((name) => /^[^\d.,٫'+-]/.test(name));
}

interface Reading {
  /** The number in the form that `Number` reads. */
  readonly plain: string;
  readonly ambiguous: boolean;
}

/** Reads digits and marks; null where the marks are in no place that they have in a number. */
function chooseReading(digits: string, lang: string): Reading | null {
  const whole = asWhole(digits);
  const [, before = '', mark = '', decimals = ''] = /^(.*)([.,٫])(\d*)$/.exec(digits) ?? [];
  const wholeBefore = before.includes(mark) ? null : asWhole(before);
  const decimal = mark === '' || wholeBefore === null ? null : `${wholeBefore}.${decimals}`;
  if (whole !== null && decimal !== null) {
    return { plain: mark === decimalMark(lang) ? decimal : whole, ambiguous: true };
  }
  const plain = whole ?? decimal;
  return plain === null ? null : { plain, ambiguous: false };
}

function asWhole(digits: string): string | null {
  return /^\d*$/.test(digits) || GROUPED.test(digits) ? digits.replace(/\D/g, '') : null;
}

function decimalMark(lang: string): string {
  const parts = new Intl.NumberFormat(lang, { numberingSystem: 'latn' }).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}
