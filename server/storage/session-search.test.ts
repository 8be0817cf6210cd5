import { describe, expect, it } from 'vitest';
import { searchFor } from './session-search.ts';

const session = {
  ...{
    code: '482915',
    deck: 'pioneers',
    title: 'Learning from the Pioneers',
    name: 'Köln, 2. Gruppe',
  },
  ...{
    rehearsal: false,
    startedAt: Date.parse('2026-11-24T23:30:00Z'),
    endedAt: null,
    keepDays: null,
  },
};

const now = Date.parse('2026-11-24T23:45:00Z');

function finds(
  search: string,
  other: Partial<typeof session> & { offset?: number; now?: number } = {},
) {
  const { offset = 0, now: moment = now, ...changed } = other;
  return searchFor({ search, offset, now: moment })({ ...session, ...changed });
}

describe('[S61] [S70] a search', () => {
  it('finds words with and without accents and capitals, and parts of words', () => {
    for (const search of ['koln', 'KÖLN', 'Ko\u0308ln', 'gruppe pion', '482 915', 'köln,']) {
      expect([search, finds(search)]).toEqual([search, true]);
    }
    expect(finds('strasse', { name: 'Straße' })).toBe(true);
    expect(finds('Smørrebrød', { name: 'smorrebrod' })).toBe(true);
    for (const search of ['koeln', 'gruppe berlin', '%', '_', 'rehearsal']) {
      expect([search, finds(search)]).toEqual([search, false]);
    }
  });

  it('finds a code in two halves as one code', () => {
    expect(finds('482 915')).toBe(true);
    for (const code of ['915482', '648291', '914826']) {
      expect([code, finds('482 915', { code })]).toEqual([code, false]);
    }
    // "202" is in the year, too.
    expect(finds('202 915')).toBe(false);
    expect(finds('100 200', { name: 'From 100 200 on' })).toBe(true);
  });

  it('finds a day as the desk shows it, and as people write it', () => {
    const written = [
      ...[
        'Tuesday 24 November 2026',
        '24 Nov',
        'Nov 24th',
        '24. November',
        'Nov 24, 2026',
        'nov. 2026',
      ],
      ...['24.11.2026', '24.11.', '24.11', '24/11/26', '11/24/2026', '24-11-2026', '24.11.20'],
      ...['2026-11-24', '2026-11', '2026'],
    ];
    for (const search of written) expect([search, finds(search)]).toEqual([search, true]);
    const others = [
      '25 Nov',
      '24 December',
      '11.24.2026',
      '4.11.2026',
      '24.1',
      '24.11.2025',
      '2026-11-2',
    ];
    for (const search of others) expect([search, finds(search)]).toEqual([search, false]);
    expect(finds('4.9.2026', { startedAt: Date.parse('2026-09-04') })).toBe(true);
    expect(finds('04.09.', { startedAt: Date.parse('2026-09-04') })).toBe(true);
  });

  it('knows today and yesterday by the clock of who searches', () => {
    expect([finds('today'), finds('yesterday')]).toEqual([true, false]);
    // In Berlin both are after midnight; in New York neither is.
    expect([finds('today', { offset: 60 }), finds('25 nov', { offset: 60 })]).toEqual([true, true]);
    const later = { now: now + 30 * 60_000 };
    expect([finds('today', later), finds('Yesterday', later)]).toEqual([false, true]);
    expect(finds('today', { ...later, offset: -300 })).toBe(true);
    expect(finds('yesterday', { now: now + 48 * 60 * 60_000 })).toBe(false);
  });

  it('finds numbers in names where they are no day', () => {
    expect(finds('2')).toBe(true);
    expect(finds('3')).toBe(false);
    expect(finds('4.11', { name: 'Version 4.11' })).toBe(true);
  });

  it('finds rehearsals by that word', () => {
    for (const search of ['rehearsal', 'Rehearsals'])
      expect(finds(search, { rehearsal: true })).toBe(true);
  });
});
