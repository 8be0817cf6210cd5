import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile } from './calendar-entry.ts';

const ENTRY = {
  uid: '5f1c2a@plenary',
  madeAt: '2026-11-24T06:03:07.123Z',
  on: { year: 2026, month: 12, day: 1 },
  summary: 'Write the checklist',
  description: 'A talk\nhttps://plenary.example/j/123456#mine',
};

describe('a calendar file', () => {
  it('holds one all-day entry that is shown as free time, with where it is from and an alarm', () => {
    expect(calendarFile(ENTRY).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Plenary//Plenary//EN',
      'BEGIN:VEVENT',
      'UID:5f1c2a@plenary',
      'DTSTAMP:20261124T060307Z',
      'DTSTART;VALUE=DATE:20261201',
      'SUMMARY:Write the checklist',
      'DESCRIPTION:A talk\\nhttps://plenary.example/j/123456#mine',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Write the checklist',
      'TRIGGER:PT9H',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('writes days and months with two digits', () => {
    const file = calendarFile({ ...ENTRY, on: { year: 2027, month: 2, day: 3 } });
    expect(file).toContain('DTSTART;VALUE=DATE:20270203\r\n');
  });

  it.each([
    ['a comma', 'a, b', 'SUMMARY:a\\, b'],
    ['a semicolon', 'a; b', 'SUMMARY:a\\; b'],
    ['a backslash', 'a\\b', 'SUMMARY:a\\\\b'],
    ['lines', 'a\nb\r\nc\rd', 'SUMMARY:a\\nb\\nc\\nd'],
    ['a line that would end the entry', 'a\r\nEND:VEVENT', 'SUMMARY:a\\nEND:VEVENT'],
    ['a colon, which needs nothing', 'a: b', 'SUMMARY:a: b'],
    ['control characters, left out', 'a\u0000\u0007b\u007F', 'SUMMARY:ab'],
  ])('escapes %s', (_, summary, line) => {
    expect(linesOf({ summary })).toContain(line);
  });

  it('folds a line after 75 octets, and no earlier', () => {
    const fits = 'x'.repeat(75 - 'SUMMARY:'.length);
    expect(linesOf({ summary: fits })).toContain(`SUMMARY:${fits}`);
    expect(linesOf({ summary: `${fits}y` })).toEqual(
      expect.arrayContaining([`SUMMARY:${fits}`, ' y']),
    );
  });

  it('escapes and folds its description as well', () => {
    const lines = linesOf({ description: `A talk, in part; ${'x'.repeat(60)}` });
    const start = lines.findIndex((line) => line.startsWith('DESCRIPTION:A talk\\, in part\\; '));
    expect(lines[start]?.length).toBe(75);
    expect(lines[start + 1]).toMatch(/^ x+$/);
  });

  it('counts octets, and splits no character', () => {
    // 8 octets of the name, 66 of the letters, and one left over that cannot hold half a letter.
    const [line, next] = linesOf({ summary: 'é'.repeat(34) }).slice(7);
    expect([line, next]).toEqual([`SUMMARY:${'é'.repeat(33)}`, ' é']);
    const [emoji, rest] = linesOf({ summary: '👩'.repeat(17) }).slice(7);
    expect([emoji, rest]).toEqual([`SUMMARY:${'👩'.repeat(16)}`, ' 👩']);
  });

  it('has short lines from which a calendar reads any summary unchanged', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: fc.constantFrom(...'a,;\\né👩漢'), maxLength: 300 }),
    );
    fc.assert(
      fc.property(text, (summary) => {
        const file = calendarFile({ ...ENTRY, summary });
        for (const line of file.split('\r\n')) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        }
        const kept = summary.replace(/\r\n|\r/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, '');
        expect(summaryIn(file)).toBe(kept);
      }),
    );
  });
});

function linesOf(entry: Partial<typeof ENTRY>): string[] {
  return calendarFile({ ...ENTRY, ...entry }).split('\r\n');
}

/** The summary as a calendar reads it: unfolded, then unescaped. */
function summaryIn(file: string): string {
  const unfolded = file.replaceAll('\r\n ', '').split('\r\n');
  const line = unfolded.find((one) => one.startsWith('SUMMARY:')) ?? '';
  return line
    .slice('SUMMARY:'.length)
    .replace(/\\(.)/gsu, (_, sign: string) => (sign === 'n' ? '\n' : sign));
}
