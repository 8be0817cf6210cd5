import { isOfOneAttendee, type StoredFact } from '../../session/facts.ts';

/** The most moments of a replay, however long its session was. */
const MOST_MOMENTS = 3_000;

/** Answers that come within a second change a chart once. */
const LEAST_INTERVAL = 1_000;

/** To look at so many facts takes some milliseconds. */
const FACTS_A_PIECE = 5_000;

/** The facts after which a replay has a moment. */
export interface Plan {
  /** The places of these facts among all, from 0. */
  readonly after: readonly number[];
  /** Milliseconds between two moments in which answers alone came. */
  readonly every: number;
  /** false: the presenter has taken so many steps that not each has a moment. */
  readonly hasEveryStep: boolean;
}

/** The end of a commit: nobody saw the stage between two of its facts. */
interface CommitEnd {
  /** The place of its last fact. */
  readonly last: number;
  readonly at: number;
  /** true: the presenter has done something in it. */
  readonly isStep: boolean;
}

/**
 * Chooses the moments of a replay: one after each step of the presenter, and one for each stretch of
 * time in which answers came, after the last of them. Stretches begin with a second, and double until
 * there are `most` moments or fewer. Yields '' after some milliseconds of work.
 */
export function* planMoments(
  facts: readonly StoredFact[],
  most = MOST_MOMENTS,
): Generator<'', Plan> {
  let chosen = yield* endsOfStretches(facts);
  const hasEveryStep = chosen.filter(({ isStep }) => isStep).length < most;
  let every = LEAST_INTERVAL;
  while (chosen.length > most) {
    every *= 2;
    chosen = chosen.filter(
      (end, place) => (hasEveryStep && end.isStep) || isLastOf(every, end, chosen[place + 1]),
    );
  }
  return { after: chosen.map(({ last }) => last), every, hasEveryStep };
}

/** The ends of all steps, and the last one of each stretch of the least length. */
function* endsOfStretches(facts: readonly StoredFact[]): Generator<'', CommitEnd[]> {
  const ends: CommitEnd[] = [];
  let isStep = false;
  for (const [last, { at, fact }] of facts.entries()) {
    if (last % FACTS_A_PIECE === FACTS_A_PIECE - 1) yield '';
    const next = facts[last + 1];
    isStep ||= !isOfOneAttendee(fact);
    // The log gives all facts of a commit one time.
    if (next?.at === at) continue;
    if (isStep || isLastOf(LEAST_INTERVAL, { at }, next)) ends.push({ last, at, isStep });
    isStep = false;
  }
  return ends;
}

interface Timed {
  readonly at: number;
}

function isLastOf(stretch: number, { at }: Timed, next: Timed | undefined): boolean {
  return next === undefined || Math.floor(at / stretch) < Math.floor(next.at / stretch);
}
