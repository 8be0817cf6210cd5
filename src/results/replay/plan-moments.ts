import { isOfOneAttendee, type StoredFact } from '../../session/facts.ts';

/** The most moments of a replay, however long its session was. */
const MOST_MOMENTS = 3_000;

/** Answers that come within a second change a chart once. */
const LEAST_INTERVAL = 1_000;

/** The facts after which a replay has a moment. */
export interface Plan {
  /** The places of these facts among all, from 0. */
  readonly after: readonly number[];
  /** Milliseconds between two moments in which answers alone came. */
  readonly every: number;
  /** false: the presenter has taken so many steps that not each has a moment. */
  readonly hasEveryStep: boolean;
}

/** Facts of one commit. Nobody saw the stage between two of them. */
interface Commit {
  /** The place of its last fact. */
  readonly last: number;
  readonly at: number;
  readonly isStep: boolean;
}

/**
 * Chooses the moments of a replay: one after each step of the presenter, and one for each stretch of
 * time in which answers came, after the last of them. Stretches begin with a second, and double until
 * there are `most` moments or fewer.
 */
export function planMoments(facts: readonly StoredFact[], most = MOST_MOMENTS): Plan {
  const commits = commitsOf(facts);
  const hasEveryStep = commits.filter(({ isStep }) => isStep).length < most;
  for (let every = LEAST_INTERVAL; ; every *= 2) {
    const chosen = commits.filter((commit, place) => {
      const next = commits[place + 1];
      if (next === undefined || (hasEveryStep && commit.isStep)) return true;
      return Math.floor(commit.at / every) < Math.floor(next.at / every);
    });
    if (chosen.length <= most)
      return { after: chosen.map(({ last }) => last), every, hasEveryStep };
  }
}

function commitsOf(facts: readonly StoredFact[]): Commit[] {
  const commits: Commit[] = [];
  for (const [last, { at, fact }] of facts.entries()) {
    const isStep = !isOfOneAttendee(fact);
    const before = commits.at(-1);
    // The log gives all facts of a commit one time.
    if (before?.at !== at) commits.push({ last, at, isStep });
    else commits[commits.length - 1] = { last, at, isStep: isStep || before.isStep };
  }
  return commits;
}
