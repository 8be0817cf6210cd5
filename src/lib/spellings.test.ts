import { describe, expect, it } from 'vitest';
import { commonSpelling } from './spellings.ts';

describe('texts that read the same', () => {
  it.each([
    ['yes.', 'yes'],
    ['Yes!', 'yes'],
    ['yes.\u200F', 'yes'],
    ['\u200Fyes', 'yes'],
    ['ye\u00ADs', 'yes'],
    ['\u3164yes\u3164', 'yes'],
    ['yes \u2800', 'yes'],
    ['نعم؟', 'نعم'],
    ['हाँ।', 'हाँ'],
    ['はい。', 'はい'],
    ['don’t', "don't"],
    ['don\u00B4t', "don't"],
    ['don`t', "don't"],
    ['don\u2032t', "don't"],
    ['¿Sí?', 'sí'],
    ['¡¡Sí!!', 'sí'],
    ['نعـم', 'نعم'],
    ['“yes”', '"yes"'],
    ['❤\uFE0F', '❤'],
    ['İstanbul', 'istanbul'],
    ['Cafe\u0301', 'Café'],
    ['ＹＥＳ！', 'yes'],
    ['ﾊｲ', 'ハイ'],
    ['\uFB01ne', 'fine'],
    ['\uFE8D\uFEDF', 'ال'],
    ['2\u20133 years', '2-3 years'],
    ['e\u2011mail', 'e-mail'],
    ['\u22125', '-5'],
    ['کتابی', 'كتابي'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['❤\uFE0F yes', '❤ yes'],
  ])('are one: %j and %j', (one, other) => {
    expect(commonSpelling(one)).toBe(commonSpelling(other));
  });

  it.each([
    ['C#', 'C'],
    ['.NET', 'NET'],
    ['👩\u200D💻', '👩💻'],
    ['می\u200Cخواهم', 'میخواهم'],
    ['yes', 'yes no'],
    ['?', '!'],
    ['¿', '¡'],
    ['café', 'cafe'],
    ['m²', 'm2'],
    ['①', '1'],
  ])('are not those that read otherwise: %j and %j', (one, other) => {
    expect(commonSpelling(one)).not.toBe(commonSpelling(other));
  });
});
