import type { Json } from '../../../src/lib/json.ts';

/** An answer that an attendee has sent, and what became of it. */
export interface GivenAnswer {
  readonly attendee: string;
  readonly activity: string;
  readonly id: string;
  readonly hash: string;
  readonly round: number;
  readonly answer: Json;
  /** In milliseconds of one steady clock. */
  readonly sentAt: number;
  /** True where the phone was locked before the receipt came: its delay says nothing. */
  wasInterrupted: boolean;
  outcome: Outcome;
}

export type Outcome =
  /** Neither a receipt nor a refusal so far. */
  | { readonly is: 'under-way' }
  /** `seq` is its number in the log; `after` the milliseconds from sending to the receipt. */
  | { readonly is: 'recorded'; readonly seq: number; readonly after: number }
  | { readonly is: 'refused'; readonly why: string };

/** The answers of one attendee to one question. */
export interface AnswerHistory {
  readonly attendee: string;
  readonly activity: string;
  readonly answers: readonly GivenAnswer[];
}

/** Puts together what belongs to one attendee and one question, in the order of sending. */
export function byAttendeeAndQuestion(answers: readonly GivenAnswer[]): Map<string, AnswerHistory> {
  const said = new Map<string, AnswerHistory & { readonly answers: GivenAnswer[] }>();
  for (const given of answers) {
    const { attendee, activity } = given;
    const key = keyOf(attendee, activity);
    const entry = said.get(key) ?? { attendee, activity, answers: [] };
    entry.answers.push(given);
    said.set(key, entry);
  }
  return said;
}

/** Names an attendee and a question together. */
export function keyOf(attendee: string, activity: string): string {
  return `${attendee} ${activity}`;
}
