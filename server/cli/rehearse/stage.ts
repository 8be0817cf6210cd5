import type { StageActivityView, StageSnapshot } from '../../../src/session/views.ts';
import { Connection } from './connection.ts';
import { byAttendeeAndQuestion, type GivenAnswer } from './given-answer.ts';

/** A count of answers to a question, as the stage showed it from a moment on. */
export interface ShownCount {
  readonly activity: string;
  readonly answered: number;
  /** In milliseconds of one steady clock. */
  readonly at: number;
}

/** The stage of a rehearsal: notes when it shows how many have answered. */
export class Stage {
  readonly shownCounts: ShownCount[] = [];
  readonly #answered = new Map<string, number>();
  readonly #connection: Connection;

  constructor(url: string, code: string, key: string) {
    this.#connection = new Connection({ url, identify: () => ({ code, role: 'stage', key }) });
    const { socket } = this.#connection;
    socket.on('activity:changed', (view: StageActivityView) => this.#see(view));
    socket.on('session:state', ({ activities }: StageSnapshot) => {
      for (const view of activities) this.#see(view);
    });
    this.#connection.connect();
  }

  /** The number of answers to a question, as the stage shows it now. */
  answered(activity: string): number {
    return this.#answered.get(activity) ?? 0;
  }

  leave(): void {
    this.#connection.close();
  }

  #see({ id, answered }: StageActivityView): void {
    if (answered === this.answered(id)) return;
    this.#answered.set(id, answered);
    this.shownCounts.push({ activity: id, answered, at: performance.now() });
  }
}

/**
 * The delays of answers from being sent until the stage counted them, in milliseconds. The attendees of
 * a question are counted in the order of the log: the nth receipt is on the stage with the nth count.
 * A changed answer is not counted anew, and one of a phone that was locked meanwhile says nothing.
 */
export function stageDelays(
  answers: readonly GivenAnswer[],
  shownCounts: readonly ShownCount[],
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
    const seen = shownCounts.filter((sighting) => sighting.activity === activity);
    return attendees
      .toSorted((a, b) => a.seq - b.seq)
      .flatMap(({ sentAt, counts }, place) => {
        const shown = seen.find(({ answered }) => answered > place);
        return shown === undefined || !counts ? [] : [shown.at - sentAt];
      });
  });
}
