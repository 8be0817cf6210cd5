import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bradleyTerry, chanceOf, isAhead, scoreInterval } from './bradley-terry.ts';

type Matrix = readonly (readonly number[])[];

/** A deviation at which the prior says nothing. */
const FLAT = 1000;
const WEAK = 1.5;

/**
 * Wins in the American League, Eastern Division, of 1987: Milwaukee, Detroit, Toronto, New York, Boston,
 * Cleveland, Baltimore (Agresti 2002, "Categorical Data Analysis", 2nd ed., table 10.10).
 */
const BASEBALL = [
  [0, 7, 9, 7, 7, 9, 11],
  [6, 0, 7, 5, 11, 9, 9],
  [4, 6, 0, 7, 7, 8, 12],
  [6, 8, 6, 0, 6, 7, 10],
  [6, 2, 6, 7, 0, 7, 12],
  [4, 4, 5, 6, 6, 0, 6],
  [2, 4, 1, 3, 1, 7, 0],
];
/** Citations between Biometrika, Comm. Statist., JASA and JRSS-B (Stigler 1994; Agresti 2002, p. 448). */
const CITATIONS = [
  [0, 730, 498, 221],
  [33, 0, 68, 17],
  [320, 813, 0, 142],
  [284, 276, 325, 0],
];

/** Comparisons that hardly agree, a few of them very often. */
const LOPSIDED = [
  [0, 0, 9, 0, 0, 0],
  [1, 0, 13_905, 0, 0, 0],
  [0, 0, 0, 0, 2, 392],
  [448, 403, 0, 0, 420, 0],
  [2458, 4817, 0, 23, 0, 0],
  [18, 0, 0, 0, 0, 0],
];

describe('the scores of paired comparisons', () => {
  // The estimates and standard errors of BradleyTerry2: Turner and Firth 2012, "Bradley-Terry models in
  // R: The BradleyTerry2 package", Journal of Statistical Software 48(9), sections 2.1 and 3.3.
  it.each([
    {
      wins: BASEBALL,
      reference: 6,
      scores: [1.5814, 1.4364, 1.2945, 1.2476, 1.1077, 0.6839, 0],
      errors: [0.3433, 0.3396, 0.3367, 0.3359, 0.3339, 0.3319, 0],
    },
    {
      wins: CITATIONS,
      reference: 0,
      scores: [0, -2.9491, -0.4796, 0.269],
      errors: [0, 0.1025, 0.0606, 0.0708],
    },
  ])(
    'are those of published examples, where the prior says nothing',
    ({ wins, reference, ...published }) => {
      const fit = bradleyTerry(wins, FLAT);
      const against = fit.scores.map((score) => score - (fit.scores[reference] ?? NaN));
      expect(against.map((score) => rounded(score, 4))).toEqual(published.scores);
      const errors = fit.scores.map((_, option) => Math.sqrt(varianceOf(fit, option, reference)));
      expect(errors.map((error) => rounded(error, 4))).toEqual(published.errors);
    },
  );

  it('are the maximum of the posterior density: its derivatives, taken by differences, are 0', () => {
    fc.assert(
      fc.property(someWins(), (wins) => {
        const { scores } = bradleyTerry(wins, WEAK);
        for (const option of scores.keys()) {
          const at = (by: number): number =>
            logPosterior(
              wins,
              scores.map((score, i) => (i === option ? score + by : score)),
            );
          // The density is concave: it falls to both sides of its maximum, and nowhere else.
          expect(at(0)).toBeGreaterThanOrEqual(Math.max(at(1e-3), at(-1e-3)));
        }
      }),
    );
  });

  it('are found where whole steps of Newton’s method would lead away from them', () => {
    const { scores } = bradleyTerry(LOPSIDED, WEAK);
    const ahead = (option: number, other: number): number => {
      const wins = LOPSIDED[option]?.[other] ?? 0;
      const all = wins + (LOPSIDED[other]?.[option] ?? 0);
      return wins - all * chanceOf((scores[option] ?? 0) - (scores[other] ?? 0));
    };
    for (const [option, score] of scores.entries()) {
      const slope = sumOf(scores.map((_, other) => ahead(option, other)));
      expect(slope).toBeCloseTo(score / WEAK ** 2, 6);
    }
  });

  it('are finite and centred, also where an option won each time, or never, or was not compared', () => {
    for (const times of [1, 100, 1_000_000]) {
      const always = Array.from({ length: 10 }, (_, i) =>
        Array.from({ length: 10 }, (_each, j) => (i < j && i > 0 ? times : 0)),
      );
      const { scores } = bradleyTerry(always, WEAK);
      expect(scores[0]).toBeCloseTo(0, 6);
      expect(sumOf(scores)).toBeCloseTo(0, 6);
      expect(scores.slice(1)).toEqual(scores.slice(1).toSorted((a, b) => b - a));
      expect(scores.every(Number.isFinite)).toBe(true);
    }
  });

  it('go with their options when these change places, and change sign when all outcomes do', () => {
    const renamed = someWins().chain((wins) =>
      fc.record({
        wins: fc.constant(wins),
        order: fc.shuffledSubarray([...wins.keys()], { minLength: wins.length }),
      }),
    );
    fc.assert(
      fc.property(renamed, ({ wins, order }) => {
        const fit = bradleyTerry(wins, WEAK);
        const moved = bradleyTerry(
          order.map((i) => order.map((j) => wins[i]?.[j] ?? 0)),
          WEAK,
        );
        const turned = bradleyTerry(
          wins.map((row, i) => row.map((_, j) => wins[j]?.[i] ?? 0)),
          WEAK,
        );
        for (const [place, option] of order.entries()) {
          expect(moved.scores[place]).toBeCloseTo(fit.scores[option] ?? NaN, 6);
          expect(turned.scores[option]).toBeCloseTo(-(fit.scores[option] ?? NaN), 6);
          const [one, other] = [scoreInterval(moved, place), scoreInterval(fit, option)];
          expect(one.low).toBeCloseTo(other.low, 6);
          expect(one.high).toBeCloseTo(other.high, 6);
        }
      }),
    );
  });
});

describe('the intervals of scores', () => {
  it('hold the true score about 95 times in 100', () => {
    const random = pseudoRandom(7);
    let [held, all] = [0, 0];
    for (let room = 0; room < 600; room += 1) {
      const truth = drawnScores(6, random);
      const fit = bradleyTerry(simulated(truth, 150, random), WEAK);
      for (const [option, score] of truth.entries()) {
        const { low, high } = scoreInterval(fit, option);
        all += 1;
        if (low <= score && score <= high) held += 1;
      }
    }
    expect(held / all).toBeGreaterThan(0.92);
    expect(held / all).toBeLessThan(0.97);
  });

  it.each([3, 6, 10])(
    'of %i options that are all alike put any in order in 5 of 100 rooms',
    (k) => {
      const random = pseudoRandom(k);
      const rooms = Array.from({ length: 400 }, () =>
        bradleyTerry(
          simulated(
            Array.from({ length: k }, () => 0),
            200,
            random,
          ),
          WEAK,
        ),
      );
      const ordered = rooms.filter((fit) =>
        fit.scores.some((_, one) => fit.scores.some((_each, other) => isAhead(fit, one, other))),
      );
      expect(ordered.length).toBeLessThan(0.05 * rooms.length);
    },
  );

  it('put different options in order, and hardly ever in the wrong one', () => {
    const random = pseudoRandom(3);
    let [right, wrong] = [0, 0];
    for (let room = 0; room < 200; room += 1) {
      const truth = drawnScores(6, random);
      const fit = bradleyTerry(simulated(truth, 300, random), WEAK);
      for (const [one, score] of truth.entries()) {
        const beaten = [...truth.keys()].filter((other) => isAhead(fit, one, other));
        wrong += beaten.filter((other) => (truth[other] ?? 0) > score).length;
        right += beaten.filter((other) => (truth[other] ?? 0) < score).length;
      }
    }
    // Of 15 pairs in each room.
    expect(right / 200).toBeGreaterThan(8);
    expect(wrong / 200).toBeLessThan(0.05);
  });

  it('close in on the true scores as more is judged', () => {
    const truth = [1.2, 0.4, 0, -0.5, -1.1];
    const fit = bradleyTerry(simulated(truth, 100_000, pseudoRandom(1)), WEAK);
    for (const [option, score] of truth.entries()) {
      expect(fit.scores[option]).toBeCloseTo(score, 1);
      const { low, high } = scoreInterval(fit, option);
      expect(high - low).toBeLessThan(0.1);
    }
  });

  it('say nothing on the order of options that nobody has judged', () => {
    const fit = bradleyTerry(
      [0, 0, 0].map(() => [0, 0, 0]),
      WEAK,
    );
    expect(fit.scores).toEqual([0, 0, 0]);
    expect(isAhead(fit, 0, 1)).toBe(false);
    // The deviation of a score from the mean of three.
    expect(scoreInterval(fit, 0).high).toBeCloseTo(1.96 * WEAK * Math.sqrt(2 / 3), 3);
  });
});

function rounded(value: number, digits: number): number {
  // Adding zero makes 0 of −0.
  return Number(value.toFixed(digits)) + 0;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function varianceOf({ covariances }: ReturnType<typeof bradleyTerry>, i: number, j: number) {
  const at = (row: number, column: number): number => covariances[row]?.[column] ?? NaN;
  return Math.max(at(i, i) + at(j, j) - 2 * at(i, j), 0);
}

function logPosterior(wins: Matrix, scores: readonly number[]): number {
  const likelihood = wins.flatMap((row, i) =>
    row.map((count, j) => count * Math.log(chanceOf((scores[i] ?? 0) - (scores[j] ?? 0)))),
  );
  return sumOf(likelihood) - sumOf(scores.map((score) => (score / WEAK) ** 2 / 2));
}

/** Scores as the prior expects them, centred. */
function drawnScores(options: number, random: () => number): number[] {
  const drawn = Array.from({ length: options }, () => WEAK * normal(random));
  return drawn.map((score) => score - sumOf(drawn) / options);
}

/** Wins and halves of wins of three to ten options. */
function someWins(): fc.Arbitrary<number[][]> {
  return fc.integer({ min: 3, max: 10 }).chain((options) =>
    fc
      .array(fc.array(fc.nat(60), { minLength: options, maxLength: options }), {
        minLength: options,
        maxLength: options,
      })
      .map((rows) => rows.map((row, i) => row.map((count, j) => (i === j ? 0 : count / 2)))),
  );
}

/** Wins of so many comparisons of options drawn at random. */
function simulated(truth: readonly number[], comparisons: number, random: () => number): Matrix {
  const wins = truth.map(() => truth.map(() => 0));
  for (let each = 0; each < comparisons; each += 1) {
    const i = Math.floor(random() * truth.length);
    const j = (i + 1 + Math.floor(random() * (truth.length - 1))) % truth.length;
    const isWon = random() < chanceOf((truth[i] ?? 0) - (truth[j] ?? 0));
    const row = wins[isWon ? i : j];
    const loser = isWon ? j : i;
    if (row !== undefined) row[loser] = (row[loser] ?? 0) + 1;
  }
  return wins;
}

/** Numbers from 0 to 1, the same for the same seed (Mulberry32). */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A standard normal number (Box and Muller). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
