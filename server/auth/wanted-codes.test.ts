import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WantedCodes } from './wanted-codes.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const HALL = '482915';
const SECOND = 1_000;

/** Codes that were asked for, and those whose turn it was, in order. */
function asking() {
  const wanted = new WantedCodes();
  const turns: string[] = [];
  const refused: string[] = [];
  return {
    ...{ wanted, turns, refused },
    ask(code: string, times = 1, address = '192.0.2.1') {
      for (let n = 0; n < times; n += 1) {
        void wanted.isTurn(address, code).then((isTurn) => (isTurn ? turns : refused).push(code));
      }
    },
  };
}

describe('[A17] codes asked for at an address with too many wrong ones', () => {
  it('have their turn where a hall asks for one, however many others are guessed', async () => {
    const { ask, turns } = asking();
    for (let guess = 0; guess < 5_000; guess += 1) {
      ask(String(100_000 + guess));
      if (guess % 80 === 0) ask(HALL);
    }
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(turns).toEqual(Array.from({ length: 63 }, () => HALL));
  });

  it('have their turn one a second, those that most ask for first', async () => {
    const { ask, turns } = asking();
    for (let guess = 0; guess < 50; guess += 1) ask(String(100_000 + guess), 4);
    ask(HALL, 5);
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(new Set(turns)).toEqual(new Set([HALL]));
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(new Set(turns)).toEqual(new Set([HALL, '100000']));
  });

  it('are not looked up at all where one or two ask, and are told so soon', async () => {
    const { ask, turns, refused } = asking();
    ask('100001');
    ask('100002', 2);
    await vi.advanceTimersByTimeAsync(3 * SECOND);
    expect(turns).toEqual([]);
    expect(refused).toEqual(['100001', '100002', '100002']);
  });

  it('have their turn where one phone asks again and again', async () => {
    const { ask, turns } = asking();
    for (let time = 0; time < 3; time += 1) {
      ask(HALL);
      await vi.advanceTimersByTimeAsync(4 * SECOND);
    }
    expect(turns).toEqual([HALL]);
  });

  it('have their turn however often a code is asked for that was looked up in vain', async () => {
    const { ask, turns, wanted } = asking();
    ask('100001', 500);
    await vi.advanceTimersByTimeAsync(SECOND);
    wanted.noteWrong('192.0.2.1', '100001');
    ask('100001', 500);
    ask(HALL, 3);
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(new Set(turns)).toEqual(new Set(['100001', HALL]));
    expect(turns).toHaveLength(503);
  });

  it('are a thousand at most, and those go that were asked for least', async () => {
    const { ask, refused } = asking();
    ask('100001', 3);
    for (let guess = 2; guess <= 1_000; guess += 1) ask(String(100_000 + guess), 2);
    await vi.advanceTimersByTimeAsync(0);
    expect(refused).toEqual([]);
    ask(HALL);
    await vi.advanceTimersByTimeAsync(0);
    expect(refused).toEqual(['100002', '100002']);
  });

  it('have their turn where a hall asks after a thousand others that were asked for twice', async () => {
    const { ask, turns } = asking();
    for (let guess = 0; guess < 1_000; guess += 1) ask(String(100_000 + guess), 2);
    ask(HALL, 60);
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(turns).toEqual(Array.from({ length: 60 }, () => HALL));
  });

  it('are asked for at each address by itself', async () => {
    const { ask, turns } = asking();
    for (const address of ['192.0.2.1', '192.0.2.2']) ask(HALL, 2, address);
    await vi.advanceTimersByTimeAsync(3 * SECOND);
    expect(turns).toEqual([]);
  });
});

it('[A15] An address is forgotten half a minute after the last code that was asked for there', async () => {
  const { ask, wanted } = asking();
  ask('100001');
  ask('100002', 1, '192.0.2.2');
  wanted.noteWrong('192.0.2.3', '100003');
  expect(wanted.size).toBe(3);
  await vi.advanceTimersByTimeAsync(31 * SECOND);
  expect(wanted.size).toBe(0);
});
