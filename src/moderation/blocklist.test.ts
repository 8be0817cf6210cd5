import { describe, expect, it } from 'vitest';
import { isOnBlocklist, languagesOf } from './blocklist.ts';

describe('the list of rude words', () => {
  it.each([
    ['en', 'shit'],
    ['en', 'What a SHIT day!'],
    ['de', 'Arschloch'],
    ['de-AT', 'so eine Scheiße'],
    ['de', 'bullshit'],
    ['tr', 'shit'],
  ])('[V34] of a deck in "%s" has "%s": that of English counts everywhere', (lang, text) => {
    expect(isOnBlocklist(text, lang)).toBe(true);
  });

  it.each([
    ['en', 'Scunthorpe'],
    ['en', 'Assess risks'],
    ['pt', 'vehículo'],
    ['hi', '100 $'],
    ['ja', '50 $$'],
    ['en', ''],
  ])('of a deck in "%s" does not have "%s"', (lang, text) => {
    expect(isOnBlocklist(text, lang)).toBe(false);
  });

  it('is that of English alone for a language that it lacks, and for what is none', () => {
    for (const lang of ['tr', 'nl', 'en-GB', '', 'constructor']) {
      expect(languagesOf(lang)).toEqual(['en']);
    }
    expect(languagesOf('pt-BR')).toEqual(['pt', 'en']);
  });
});
