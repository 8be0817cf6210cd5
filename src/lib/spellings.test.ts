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
  ])('are not those that read otherwise: %j and %j', (one, other) => {
    expect(commonSpelling(one)).not.toBe(commonSpelling(other));
  });
});
