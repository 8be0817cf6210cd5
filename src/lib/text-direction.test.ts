import { describe, expect, it } from 'vitest';
import { directionOf, hasRightToLeft, isolated } from './text-direction.ts';

describe('[S40] the direction of a language', () => {
  it.each(['ar', 'ar-EG', 'he', 'iw', 'fa', 'fa-AF', 'ur', 'ps', 'sd', 'ug', 'dv', 'yi', 'ckb'])(
    'is right to left for %s',
    (lang) => expect(directionOf(lang)).toBe('rtl'),
  );

  it.each(['en', 'de', 'ja', 'hi', 'az', 'ku', 'pa', 'uz', 'ff', 'zh-Hant-TW', 'mn-Mong'])(
    'is left to right for %s',
    (lang) => expect(directionOf(lang)).toBe('ltr'),
  );

  it.each(['az-Arab', 'ku-Arab', 'pa-PK', 'uz-AF', 'ms-Arab', 'ff-Adlm', 'nqo', 'syr', 'und-Hebr'])(
    'follows its script: right to left for %s',
    (lang) => expect(directionOf(lang)).toBe('rtl'),
  );

  it.each(['ar-Latn', 'fa-Latn', 'he-Latn', 'ug-Cyrl', 'sd-Deva', 'yi-Latn'])(
    'follows its script: left to right for %s',
    (lang) => expect(directionOf(lang)).toBe('ltr'),
  );

  it.each(['', 'ja_JP', 'x-private', '12', 'mul', 'zxx'])('is left to right for "%s"', (lang) =>
    expect(directionOf(lang)).toBe('ltr'),
  );
});

it.each([
  ['السرعة مهمة (جدا)!', true],
  ['GPT-4 هو الأفضل', true],
  ['שלום', true],
  ['ދިވެހި', true],
  ['𞤀𞤣𞤤𞤢𞤥', true],
  ['Yes!\u200f', true],
  ['C++', false],
  ['Ünïcödé, 你好, −5', false],
  ['', false],
])('hasRightToLeft tells by the letters of %s', (text, is) => {
  expect(hasRightToLeft(text)).toBe(is);
});

it('[S41] isolated marks a text that has letters from right to left, and no other', () => {
  expect(isolated('نتفليكس')).toBe('\u2068نتفليكس\u2069');
  expect(isolated('Netflix, 8')).toBe('Netflix, 8');
});
