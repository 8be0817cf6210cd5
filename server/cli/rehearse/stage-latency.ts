import { byVoterAndQuestion, type GivenAnswer } from './given-answer.ts';
import type { Sighting } from './stage.ts';

/**
 * How long answers took from being sent until the wall counted them, in milliseconds. The voters of
 * a question are counted in the order of the log: the nth receipt is on the wall with the nth count.
 * A changed answer is not counted anew, and one of a phone that was locked meanwhile says nothing.
 */
export function wallDelays(
  answers: readonly GivenAnswer[],
  sightings: readonly Sighting[],
): number[] {
  const firsts = new Map<string, { sentAt: number; seq: number; counts: boolean }[]>();
  for (const { activity, answers: said } of byVoterAndQuestion(answers).values()) {
    const recorded = said.flatMap(({ outcome, sentAt, wasInterrupted }) =>
      outcome.is === 'recorded' ? [{ sentAt, seq: outcome.seq, counts: !wasInterrupted }] : [],
    );
    const [first] = recorded.toSorted((a, b) => a.seq - b.seq);
    if (first !== undefined) firsts.set(activity, [...(firsts.get(activity) ?? []), first]);
  }
  return [...firsts].flatMap(([activity, voters]) => {
    const seen = sightings.filter((sighting) => sighting.activity === activity);
    return voters
      .toSorted((a, b) => a.seq - b.seq)
      .flatMap(({ sentAt, counts }, place) => {
        const shown = seen.find(({ answered }) => answered > place);
        return shown === undefined || !counts ? [] : [shown.at - sentAt];
      });
  });
}
