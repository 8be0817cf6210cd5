import { describe, expect, it } from 'vitest';
import { groupOf, keyOf } from './text-key.ts';

describe('words that read the same', () => {
  const group = (choice: number | null, text: string): string => groupOf(keyOf({ choice, text }));

  it.each([
    ['in capitals', 'SLOW BUILDS'],
    ['with a mark at the end', 'Slow builds.'],
    ['with several', 'slow builds …!?'],
    ['on a Turkish phone', 'SLOW BU\u0130LDS'],
  ])('are one: %s', (_, text) => {
    expect(group(null, text)).toBe(group(null, 'Slow builds'));
  });

  it.each([
    ['yes.', 'yes'],
    ['yes.\u200F', 'yes'],
    ['نعم؟', 'نعم'],
    ['हाँ।', 'हाँ'],
    ['はい。', 'はい'],
    ['don’t', "don't"],
    ['“so” what', '"so" what'],
  ])('are one in every script: %s, %s', (one, other) => {
    expect(group(null, one)).toBe(group(null, other));
  });

  it.each([
    ['other words', 'Slow build'],
    ['a sign that means something', 'Slow builds#'],
    ['a mark inside', 'Slow, builds'],
  ])('are not one: %s', (_, text) => {
    expect(group(null, text)).not.toBe(group(null, 'Slow builds'));
  });

  it('are two below two options, for each has to be read below its own option', () => {
    expect(new Set([group(null, 'no'), group(0, 'no'), group(1, 'no')]).size).toBe(3);
  });

  it('have a name where they are nothing but marks', () => {
    expect(group(null, '???')).not.toBe(group(null, '!!!'));
    expect(group(null, ':')).not.toBe(group(null, '::'));
  });
});
