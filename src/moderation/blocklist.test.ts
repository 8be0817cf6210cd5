import { describe, expect, it } from 'vitest';
import { isOnBlocklist, languagesOf } from './blocklist.ts';

describe('the list of rude words', () => {
  it.each([
    ['en', 'shit'],
    ['en', 'What a SHIT day!'],
    ['de', 'Arschloch'],
    ['de-AT', 'so eine Scheiße'],
    ['de', 'bullshit'],
    ['fr', 'Merde alors'],
    ['es', 'puta madre'],
    ['ru', 'пиздец'],
    ['zh', '他妈的'],
    ['tr', 'shit'],
    ['en', 's\u200Dh\u00ADit'],
    ['en', 's\u0336h\u0336i\u0336t\u0336'],
    ['en', '𝓼𝓱𝓲𝓽'],
  ])('[V34] of a deck in "%s" has "%s": that of English counts everywhere', (lang, text) => {
    expect(isOnBlocklist(text, lang)).toBe(true);
  });

  it.each([
    ['en', 'Scunthorpe'],
    ['en', 'Assess risks'],
    ['pt', 'vehículo'],
    ['es', 'Hace un año'],
    ['hi', '100 $'],
    ['ja', '50 $$'],
    ['fr', 'Du temps pour apprendre'],
    ['pt', 'Não sei'],
    ['de', 'Aus Fehlern lernen, keinen Fehler verstecken'],
    ['ja', 'フィードバック'],
    ['zh', '质量'],
    ['ko', '프로젝트'],
    ['ru', 'вес'],
    ['ar', 'الخيال'],
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
