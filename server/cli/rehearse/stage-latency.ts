import { byAttendeeAndQuestion, type GivenAnswer } from './given-answer.ts';
import type { Sighting } from './stage.ts';

/**
 * The delays of answers from being sent until the stage counted them, in milliseconds. The attendees of
 * a question are counted in the order of the log: the nth receipt is on the stage with the nth count.
 * A changed answer is not counted anew, and one of a phone that was locked meanwhile says nothing.
 */
export function stageDelays(
  answers: readonly GivenAnswer[],
  sightings: readonly Sighting[],
): number[] {
  const firsts = new Map<string, { sentAt: number; seq: number; counts: boolean }[]>();
  for (const { activity, answers: said } of byAttendeeAndQuestion(answers).values()) {
    const recorded = said.flatMap(({ outcome, sentAt, wasInterrupted }) =>
      outcome.is === 'recorded' ? [{ sentAt, seq: outcome.seq, counts: !wasInterrupted }] : [],
    );
    const [first] = recorded.toSorted((a, b) => a.seq - b.seq);
    if (first !== undefined) firsts.set(activity, [...(firsts.get(activity) ?? []), first]);
  }
  return [...firsts].flatMap(([activity, attendees]) => {
    const seen = sightings.filter((sighting) => sighting.activity === activity);
    return attendees
      .toSorted((a, b) => a.seq - b.seq)
      .flatMap(({ sentAt, counts }, place) => {
        const shown = seen.find(({ answered }) => answered > place);
        return shown === undefined || !counts ? [] : [shown.at - sentAt];
      });
  });
}
