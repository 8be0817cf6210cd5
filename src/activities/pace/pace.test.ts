import { describe, expect, it } from 'vitest';
import { HOLDS, STRETCH_MS, type Signal } from './content.ts';
import { pace } from './pace.ts';

const START = 1_000_000 * STRETCH_MS;
const minutes = (count: number): number => count * 60_000;

const given = (...signals: readonly (readonly [string, Signal | null, number])[]) => {
  const tally = pace.emptyTally({});
  const latest = new Map<string, Signal | null>();
  for (const [attendee, signal, after] of signals) {
    const before = latest.get(attendee);
    if (before !== undefined) pace.count(tally, { signal: before }, -1, attendee, START + after);
    pace.count(tally, { signal }, 1, attendee, START + after);
    latest.set(attendee, signal);
  }
  return tally;
};

const shown = (tally: ReturnType<typeof given>, audience: 'room' | 'presenter' = 'presenter') =>
  pace.show(tally, {}, { audience, minAnswers: 1, answerRevealed: false, now: START });

const lost = (tally: ReturnType<typeof given>): number[] =>
  shown(tally)?.stretches.map(({ counts }) => counts[3]) ?? [];

describe('[S80] a signal about the pace', () => {
  it('holds for three minutes, and fades by itself', () => {
    const tally = given(['ann', 'lost', 0]);
    expect(lost(tally)).toEqual(Array.from({ length: HOLDS }, () => 1));
    expect(HOLDS * STRETCH_MS).toBe(minutes(3));
  });

  it('gives way to the next of the same attendee from then on, and stays as it was before', () => {
    const tally = given(['ann', 'lost', 0], ['ann', 'right', minutes(1)]);
    const stretches = shown(tally)?.stretches ?? [];
    expect(stretches.map(({ counts }) => counts)).toEqual([
      ...[1, 1].map(() => [0, 0, 0, 1]),
      ...Array.from({ length: HOLDS }, () => [0, 1, 0, 0]),
    ]);
  });

  it('is one of each attendee, however often it is given', () => {
    const often = Array.from({ length: 9 }, () => ['ann', 'lost', 0] as const);
    expect(Math.max(...lost(given(...often, ['ben', 'lost', 0])))).toBe(2);
  });

  it('begins anew when it is given again after it has faded', () => {
    expect(lost(given(['ann', 'lost', 0], ['ann', 'lost', minutes(10)]))).toHaveLength(2 * HOLDS);
  });

  it('is taken back by null', () => {
    expect(lost(given(['ann', 'lost', 0], ['ann', null, minutes(1)]))).toEqual([1, 1]);
  });

  it('is nothing that the room sees', () => {
    expect(shown(given(['ann', 'lost', 0]), 'room')).toBeNull();
  });

  it('is exported as counts by time, up to the latest fact', () => {
    const tally = given(['ann', 'lost', 0], ['ben', 'fast', 0]);
    expect(pace.channel?.report(tally, START + STRETCH_MS)).toEqual(
      [START, START + STRETCH_MS].flatMap((at) => [
        { item: '', value: 1, choice: 'Too fast', text: '', at },
        { item: '', value: 1, choice: 'I am lost', text: '', at },
      ]),
    );
  });
});
