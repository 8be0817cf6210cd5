import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber, writeNumber } from './typed-number.ts';

const LOCALES = [
  ...['en', 'de', 'fr', 'es', 'it', 'pt-BR', 'nl', 'pl', 'tr', 'ar', 'ja', 'zh-CN'],
  ...['ar-EG', 'fa', 'hi', 'bn', 'mr', 'ne', 'de-CH', 'de-AT', 'en-IN', 'en-ZA', 'sv', 'he', 'ru'],
];

describe('[V10] a typed number', () => {
  it.each([
    ['a decimal comma', '1,5', 1.5],
    ['a decimal comma with two decimals', '50,25', 50.25],
    ['German thousands and decimals', '1.234,5', 1234.5],
    ['English thousands and decimals', '1,234.5', 1234.5],
    ['a minus sign', '−5', -5],
    ['a dash', '–5', -5],
    ['a full-width minus sign', '－５', -5],
    ['a minus sign with a space', '- 5', -5],
    ['a plus sign', '+5', 5],
    ['no-break spaces', '12\u{A0}345,5', 12345.5],
    ['narrow no-break spaces', '12\u{202F}345,5', 12345.5],
    ['thin spaces', '1\u{2009}234\u{2009}567', 1234567],
    ['an apostrophe', "1'234.5", 1234.5],
    ['a curly apostrophe', '12’345', 12345],
    ['Arabic-Indic digits', '١٬٢٣٤٫٥', 1234.5],
    ['an Arabic comma', '١،٥', 1.5],
    ['Persian digits', '۱۲٫۵', 12.5],
    ['Devanagari digits', '१२.५', 12.5],
    ['full-width digits', '１２．５', 12.5],
    ['full-width thousands', '１，２３４．５', 1234.5],
    ['an ideographic full stop', '1。5', 1.5],
    ['Indian thousands', '1,00,000', 100_000],
    ['Indian thousands and decimals', '12,34,567.5', 1_234_567.5],
    ['millions with points', '1.234.567', 1_234_567],
    ['millions with commas', '1,234,567', 1_234_567],
    ['nothing before the point', '.5', 0.5],
    ['nothing before the comma', ',5', 0.5],
    ['nothing behind the comma', '5,', 5],
    ['three decimals of zero', '0,125', 0.125],
    ['too many digits for thousands', '1234,567', 1234.567],
    ['an exponent', '1e3', 1000],
    ['a small exponent', '2,5E-3', 0.0025],
    ['spaces around', '  42 ', 42],
    ['marks of direction', '\u{200E}−\u{200F}42\u{202C}', -42],
  ])('is read as it is meant, where it can be meant in one way: %s', (_, typed, value) => {
    expect(readNumber(typed, { lang: 'en', unit: '' })).toEqual({
      ok: true,
      value: { value, ambiguous: false },
    });
  });

  it.each([
    ['50 %', '%', 50],
    ['50%', '%', 50],
    ['%50', '%', 50],
    ['50 ٪', '%', 50],
    ['５０％', '%', 50],
    ['50 percent', '%', 50],
    ['50 Per Cent', '%', 50],
    ['50 %', '% of all hours', 50],
    ['12 kg', 'kg', 12],
    ['12KG', 'kg', 12],
    ['€ 5', '€', 5],
    ['€5', '€', 5],
    ['-€5', '€', -5],
    ['€ −5', '€', -5],
    ['5,5 € a year', '€ a year', 5.5],
    ['5 €', '€ a year', 5],
    ['300 million', 'million members', 300],
    ['300 million members', 'million members', 300],
    ['5', '100 g', 5],
    ['5 g', 'g per 100 g', 5],
    ['5 g per 100 g', 'g per 100 g', 5],
    ['5 €/h', '€/h', 5],
    ['5 €', '€/h', 5],
  ])('may have its unit with it: %s, in %s', (typed, unit, value) => {
    expect(readNumber(typed, { lang: 'en', unit })).toEqual({
      ok: true,
      value: { value, ambiguous: false },
    });
  });

  it.each([
    ['', 'empty'],
    [' \u{200B}', 'empty'],
    ['1/2', 'fraction'],
    ['1 1/2', 'fraction'],
    ['1⁄2', 'fraction'],
    ['½', 'fraction'],
    ['1½', 'fraction'],
    ['10³', 'not-a-number'],
    ['1,23,4', 'separators'],
    ['1,2,3', 'separators'],
    ['1.23.4', 'separators'],
    ['1.00.000', 'separators'],
    ['1 23', 'separators'],
    ['1,234,56', 'separators'],
    ['1,,5', 'separators'],
    ['1.234.', 'separators'],
    ["1'23", 'separators'],
    ["1 234'567", 'separators'],
    ['1,5.5', 'separators'],
    ['5-10', 'not-a-number'],
    ['5 – 10', 'not-a-number'],
    ['--5', 'not-a-number'],
    ['+-5', 'not-a-number'],
    ['5-', 'not-a-number'],
    ['-', 'not-a-number'],
    ['.', 'not-a-number'],
    ['%', 'not-a-number'],
    ['50 ‰', 'not-a-number'],
    ['5 lb', 'not-a-number'],
    ['5 %', 'not-a-number', 'kg'],
    ['5 members', 'not-a-number', 'million members'],
    ['fifty', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['1e', 'not-a-number'],
    ['1e999', 'too-large'],
    ['9'.repeat(400), 'too-large'],
    ['12:30', 'not-a-number'],
    ['1 2 3 4', 'separators'],
  ])('is refused where it cannot be read in one way: %s', (typed, problem, unit = '') => {
    expect(readNumber(typed, { lang: 'en', unit })).toEqual({ ok: false, error: problem });
  });
});

describe('[V11] a number that can be read in two ways', () => {
  it.each([
    ['1,234', 'en', 1234],
    ['1.234', 'en', 1.234],
    ['1,234', 'de', 1.234],
    ['1.234', 'de', 1234],
    ['1,234', 'fr', 1.234],
    ['1,234', 'de-CH', 1234],
    ['−12,000', 'en', -12_000],
    ['१,२३४', 'hi', 1234],
    ['1,234 kg', 'en', 1234],
  ])('%s is read by the language of the page, and marked: %s', (typed, lang, value) => {
    expect(readNumber(typed, { lang, unit: 'kg' })).toEqual({
      ok: true,
      value: { value, ambiguous: true },
    });
  });
});

describe.each(LOCALES)('[V10] a number as it is written in %s', (locale) => {
  const numbers = fc.oneof(
    fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
    fc.integer({ min: -9_999_999, max: 9_999_999 }).map((whole) => whole / 1000),
    fc.integer({ min: -99_999, max: 99_999 }).map((whole) => whole / 100),
  );
  const read = (typed: string, unit = '') => {
    const number = readNumber(typed, { lang: locale, unit });
    return number.ok ? number.value.value : number.error;
  };

  it('is read back in that language, with digits of its script or of another', () => {
    for (const numberingSystem of [undefined, 'latn', 'arab', 'arabext', 'deva', 'fullwide']) {
      const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 3, numberingSystem });
      fc.assert(
        fc.property(numbers, (value) => {
          expect(read(format.format(value))).toBe(value + 0);
        }),
      );
    }
  });

  it('is read back as a share, and as an amount', () => {
    const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
    const amount = new Intl.NumberFormat(locale, {
      ...{ style: 'currency', currency: 'EUR', currencyDisplay: 'narrowSymbol' },
    });
    const cents = fc.integer({ min: -9_999_999, max: 9_999_999 }).map((whole) => whole / 100);
    fc.assert(
      fc.property(cents, (value) => {
        // Swiss German has no sign for it.
        expect(read(amount.format(value).replace('EUR', '€'), '€')).toBe(value + 0);
        expect(read(share.format(Math.round(value) / 1000), '%')).toBe(Math.round(value) / 10 + 0);
      }),
    );
  });

  it('is read back from the field, as the page wrote it there', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (double) => {
        const value = Number(double.toPrecision(12)) + 0;
        expect(read(writeNumber(value, locale))).toBe(value);
      }),
    );
  });

  it('is marked as ambiguous wherever another language reads another number', () => {
    const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
    fc.assert(
      fc.property(numbers, fc.constantFrom(...LOCALES), (value, other) => {
        const typed = format.format(value);
        const [here, there] = [locale, other].map((lang) => readNumber(typed, { lang, unit: '' }));
        if (here?.ok !== true || there?.ok !== true) throw new Error(`"${typed}" is refused`);
        const differ = here.value.value !== there.value.value;
        expect(here.value.ambiguous || !differ).toBe(true);
        expect(there.value.ambiguous).toBe(here.value.ambiguous);
      }),
    );
  });
});

it('[V10] no text makes a number that is none, or a fault', () => {
  const marks = fc.string({ unit: fc.constantFrom(..."0123456789.,' -+e%٫٬١/") });
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), marks), fc.string(), (typed, unit) => {
      const read = readNumber(typed, { lang: 'en', unit });
      expect(read.ok ? Number.isFinite(read.value.value) : read.error.length > 0).toBe(true);
    }),
  );
});
