import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { habitsOf } from './behaviour.ts';
import { findKey, readPlan } from './options.ts';
import { pacingOf } from './pacing.ts';

describe('the plan of a rehearsal', () => {
  it('is the module with fifty attendees, where nothing is said', () => {
    expect(readPlan([])).toEqual({
      ok: true,
      value: {
        plan: { attendees: 50, url: 'http://localhost:3000', deck: 'pioneers', minutes: 3 },
        key: null,
      },
    });
  });

  it('is what the options say, in any order', () => {
    const args = '--url https://plenary.example/ --minutes 10 --attendees 200 --deck first --key k';
    expect(readPlan(args.split(' '))).toEqual({
      ok: true,
      value: {
        plan: { attendees: 200, url: 'https://plenary.example', deck: 'first', minutes: 10 },
        key: 'k',
      },
    });
  });

  it.each([
    [['--phones', '3'], '"--phones" is not an option.'],
    [['200'], '"200" is not an option.'],
    [['--attendees'], '--attendees needs a value.'],
    [['--url', '--attendees', '3'], '--url needs a value.'],
    [['--attendees', 'many'], '--attendees must be a number from 1 to 5000, not "many".'],
    [['--attendees', '0'], '--attendees must be a number from 1 to 5000, not "0".'],
    [['--minutes', '0.5'], '--minutes must be a number from 1 to 120, not "0.5".'],
    [['--minutes', 'few'], '--minutes must be a number from 1 to 120, not "few".'],
    [['--url', 'plenary'], '--url must be an address like https://plenary.example, not "plenary".'],
    [
      ['--url', 'http://a/j/482915'],
      '--url must be an address like https://plenary.example, not "http://a/j/482915".',
    ],
  ])('is refused in words: %s', (args, words) => {
    expect(readPlan(args)).toEqual({ ok: false, error: words });
  });
});

describe("the presenter's key", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plenary-key-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is that of the environment before that of the data folder', async () => {
    await writeFile(join(folder, 'presenter.key'), 'kept\n');
    expect(await findKey({ DATA_DIR: folder })).toBe('kept');
    expect(await findKey({ DATA_DIR: folder, PRESENTER_KEY: 'named' })).toBe('named');
  });

  it('is missing where there is none', async () => {
    expect(await findKey({ DATA_DIR: folder, PRESENTER_KEY: '' })).toBeNull();
  });
});

describe('the pacing of a rehearsal', () => {
  const lasts = (minutes: number, slides: number, questions: number): number => {
    const { arriving, passing, thinking, looking } = pacingOf(minutes, slides, questions);
    return arriving + passing * (slides - questions) + questions * (thinking + 2 * looking);
  };

  it.each([
    [3, 100, 27],
    [1, 100, 27],
    [10, 100, 27],
    [90, 100, 27],
    [3, 1, 1],
    [3, 40, 0],
  ])('fits %d minutes for %d slides with %d questions', (minutes, slides, questions) => {
    expect(lasts(minutes, slides, questions)).toBeLessThanOrEqual(60 * minutes);
    for (const part of Object.values(pacingOf(minutes, slides, questions))) {
      expect(part).toBeGreaterThan(0);
    }
  });

  it('gives questions more where there is time, but no more than people need', () => {
    expect(pacingOf(10, 100, 27).thinking).toBeGreaterThan(pacingOf(3, 100, 27).thinking);
    expect(pacingOf(120, 4, 3).thinking).toBe(20);
  });
});

describe('the attendees of a rehearsal', () => {
  const session = Array.from({ length: 200 }, (_, place) => habitsOf(place));
  const intentions = session.flatMap(({ intend }) => Array.from({ length: 27 }, () => intend(10)));
  const share = (holds: (intention: (typeof intentions)[number]) => boolean): number =>
    intentions.filter(holds).length / intentions.length;

  it('are the same each time', () => {
    const [first, again] = [habitsOf(17), habitsOf(17)];
    for (let question = 0; question < 5; question += 1) {
      expect(again.intend(10)).toEqual(first.intend(10));
    }
  });

  it('are, one in twenty, late, and one in twenty without WebSocket; in a small room, too', () => {
    expect(session.filter(({ comesLate }) => comesLate)).toHaveLength(10);
    expect(session.filter(({ pollsOnly }) => pollsOnly)).toHaveLength(10);
    expect(session.slice(0, 8).filter(({ comesLate }) => comesLate)).toHaveLength(1);
    expect(session.slice(0, 8).filter(({ pollsOnly }) => pollsOnly)).toHaveLength(1);
  });

  it('answer within the time: half of them early, some late, some never', () => {
    const times = intentions.flatMap(({ answersAfter }) => answersAfter ?? []);
    expect(Math.min(...times)).toBeGreaterThan(0);
    expect(Math.max(...times)).toBeLessThanOrEqual(10);
    expect(share(({ answersAfter }) => (answersAfter ?? 10) < 4.5)).toBeGreaterThan(0.4);
    expect(share(({ answersAfter }) => (answersAfter ?? 0) > 9)).toBeGreaterThan(0.03);
    expect(share(({ answersAfter }) => answersAfter === null)).toBeCloseTo(0.08, 1);
  });

  it('now and then change their minds, and lock their phones, also right after the tap', () => {
    expect(share(({ changesAfter }) => changesAfter !== null)).toBeCloseTo(0.1, 1);
    expect(share(({ locks }) => locks === 'thinking')).toBeGreaterThan(0.005);
    expect(share(({ locks }) => locks === 'tapped')).toBeGreaterThan(0.005);
  });
});
