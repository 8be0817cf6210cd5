/** Scores of the options of paired comparisons, and the uncertainty of these scores. */
export interface BradleyTerry {
  /** One score for each option, in log-odds; their mean is 0. */
  readonly scores: readonly number[];
  /** The covariances of the scores. */
  readonly covariances: readonly (readonly number[])[];
}

export interface ScoreInterval {
  readonly low: number;
  readonly high: number;
}

/** The normal distribution's quantile of 0.975. */
const Z = 1.959963984540054;
// Scores change by 2 at most in each step; the last steps double the number of right digits.
const MOST_STEPS = 40;
const LONGEST_STEP = 2;
const SMALLEST_STEP = 1e-8;

/**
 * The scores of options that were compared in pairs: option `i` wins against option `j` with the
 * odds `exp(score i − score j)` (Bradley and Terry 1952, "Rank analysis of incomplete block designs: I.
 * The method of paired comparisons", Biometrika 39, 324–345). A tie is to be counted as half a win of
 * each (Glickman 1999, "Parameter estimation in large dynamic paired comparison experiments", Applied
 * Statistics 48, 377–394).
 *
 * Each score has a normal prior with mean 0 and standard deviation `deviation` (Leonard 1977, "An
 * alternative Bayesian approach to the Bradley-Terry model for paired comparisons", Biometrics 33,
 * 121–132), which keeps the scores finite where an option won or lost each time. The scores are the
 * maximum of the posterior density, by Newton's method with steps of limited length; the covariances
 * are those of the normal distribution with the same curvature there (Laplace).
 *
 * @param wins for each option its wins against each; 0 against itself
 */
export function bradleyTerry(
  wins: readonly (readonly number[])[],
  deviation: number,
): BradleyTerry {
  const precision = 1 / deviation ** 2;
  let scores = wins.map(() => 0);
  let inverse = inverseOf(curvature(wins, scores, precision));
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const slopes = slopesAt(wins, scores, precision);
    const step = inverse.map((row) => sumOf(row, (value, j) => value * (slopes[j] ?? 0)));
    const longest = Math.max(...step.map(Math.abs));
    const share = Math.min(1, LONGEST_STEP / longest);
    scores = scores.map((score, i) => score + share * (step[i] ?? 0));
    inverse = inverseOf(curvature(wins, scores, precision));
    if (longest < SMALLEST_STEP) break;
  }
  // The comparisons say nothing on the mean of all scores; the prior's share in it is taken out.
  const ofMean = deviation ** 2 / wins.length;
  return { scores, covariances: inverse.map((row) => row.map((value) => value - ofMean)) };
}

/** The 95% interval of a score. */
export function scoreInterval(
  { scores, covariances }: BradleyTerry,
  option: number,
): ScoreInterval {
  const score = scores[option] ?? 0;
  const reach = Z * Math.sqrt(Math.max(covariances[option]?.[option] ?? 0, 0));
  return { low: score - reach, high: score + reach };
}

/**
 * Returns true where the first of two options has the larger score: the interval of their difference
 * is above 0. The intervals of all differences together hold in 95 of 100 cases (Bonferroni; Dunn 1961,
 * "Multiple comparisons among means", Journal of the American Statistical Association 56, 52–64): of
 * options that are all alike, the largest and the smallest score would often differ by more than the
 * 95% interval of one difference.
 */
export function isAhead(fit: BradleyTerry, option: number, other: number): boolean {
  const { scores, covariances } = fit;
  const covariance = (i: number, j: number): number => covariances[i]?.[j] ?? 0;
  const difference = (scores[option] ?? 0) - (scores[other] ?? 0);
  const variance =
    covariance(option, option) + covariance(other, other) - 2 * covariance(option, other);
  const differences = (scores.length * (scores.length - 1)) / 2;
  return difference > normalTail(0.025 / differences) * Math.sqrt(Math.max(variance, 0));
}

/**
 * The value that a standard normal number exceeds with a chance of at most 0.5, to 0.0005 (Abramowitz &
 * Stegun 1964, "Handbook of Mathematical Functions", 26.2.23).
 */
function normalTail(chance: number): number {
  const t = Math.sqrt(-2 * Math.log(chance));
  const above = (0.010328 * t + 0.802853) * t + 2.515517;
  const below = ((0.001308 * t + 0.189269) * t + 1.432788) * t + 1;
  return t - above / below;
}

/** The chance to win, from 0 to 1, of an option whose score is so much above the other's. */
export function chanceOf(difference: number): number {
  return 1 / (1 + Math.exp(-difference));
}

type Matrix = readonly (readonly number[])[];

/** The first derivatives of the log posterior density. */
function slopesAt(wins: Matrix, scores: readonly number[], precision: number): number[] {
  return scores.map(
    (score, i) =>
      sumOf(scores, (other, j) => {
        const expected = comparisons(wins, i, j) * chanceOf(score - other);
        return (wins[i]?.[j] ?? 0) - expected;
      }) -
      precision * score,
  );
}

/** The second derivatives of the log posterior density, with the opposite sign. */
function curvature(wins: Matrix, scores: readonly number[], precision: number): number[][] {
  const weights = scores.map((score, i) =>
    scores.map((other, j) => {
      const chance = chanceOf(score - other);
      return i === j ? 0 : comparisons(wins, i, j) * chance * (1 - chance);
    }),
  );
  return weights.map((row, i) =>
    row.map((weight, j) => (i === j ? precision + sumOf(row, (each) => each) : -weight)),
  );
}

function comparisons(wins: Matrix, i: number, j: number): number {
  return (wins[i]?.[j] ?? 0) + (wins[j]?.[i] ?? 0);
}

/** The inverse of a positive definite matrix, in its place, by Gauss and Jordan; no rows need to be exchanged. */
function inverseOf(matrix: number[][]): number[][] {
  for (const [at, pivotRow] of matrix.entries()) {
    const pivot = pivotRow[at] ?? 1;
    pivotRow[at] = 1;
    for (let k = 0; k < pivotRow.length; k += 1) pivotRow[k] = (pivotRow[k] ?? 0) / pivot;
    for (const row of matrix) {
      if (row === pivotRow) continue;
      const factor = row[at] ?? 0;
      row[at] = 0;
      for (let k = 0; k < row.length; k += 1) row[k] = (row[k] ?? 0) - factor * (pivotRow[k] ?? 0);
    }
  }
  return matrix;
}

function sumOf<Value>(
  values: readonly Value[],
  part: (value: Value, at: number) => number,
): number {
  return values.reduce((sum, value, at) => sum + part(value, at), 0);
}
