import { describe, expect, it } from 'vitest';
import { textRuns, type MeasuredLetter } from './text-runs.ts';

/** Letters of 10 by 20 pixels from a place on, in rows that are set 18 apart: closer than they are high. */
function row(text: string, left: number, line: number): MeasuredLetter[] {
  return [...text].map((letter, at) => ({
    text: letter,
    place: {
      ...{ left: left + 10 * at, right: left + 10 * at + 10 },
      ...{ top: 18 * line, bottom: 18 * line + 20 },
    },
  }));
}
const roomless = (text: string): MeasuredLetter => ({ text, place: null });

describe('[X32] the letters of a text', () => {
  it('are a run for each line, with its place and length', () => {
    const runs = textRuns([...row('Fresh ', 40, 0), ...row('air', 40, 1)], false);
    expect(runs).toMatchObject([
      { text: 'Fresh ', left: 40, right: 100, top: 0 },
      { text: 'air', left: 40, right: 70, top: 18 },
    ]);
  });

  it('are without spaces that take no room, and with marks for the direction', () => {
    const letters = [roomless('\n'), ...row('ab', 0, 0), roomless('\u200f'), roomless(' ')];
    expect(textRuns(letters, false)).toMatchObject([{ text: 'ab\u200f', left: 0, right: 20 }]);
  });

  it('are parted at a tab, and keep the spaces within a line of code', () => {
    const letters = [...row('a  b', 0, 0), roomless('\t'), ...row('c', 80, 0)];
    expect(textRuns(letters, false).map(({ text }) => text)).toEqual(['a  b', 'c']);
  });

  it('say that they run from right to left', () => {
    const [minus = roomless(''), five = roomless('')] = row('−5', 0, 0);
    expect(textRuns([minus, five], false)[0]?.isReversed).toBe(false);
    expect(textRuns([five, minus], false)[0]?.isReversed).toBe(true);
  });
});
