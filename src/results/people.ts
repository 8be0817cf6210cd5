import { findActivity, type SessionState } from '../session/state.ts';
import type { WideTable } from './wide-table.ts';

/** The people of a session, and how far they answered. */
export interface People {
  /** Attendees with at least one answer that counts. */
  readonly people: number;
  /** Each question that was asked, in its present wording, with the share of all people who answered it. */
  readonly asked: readonly { readonly id: string; readonly rate: number }[];
  /** The mean of these shares, from 0 to 1; null where nobody answered. */
  readonly rate: number | null;
}

export function peopleOf(state: SessionState, { questions }: Pick<WideTable, 'questions'>): People {
  const people = new Set(questions.flatMap(({ answers }) => [...answers.keys()])).size;
  const asked = questions.flatMap(({ activity, status, answers }) => {
    const phase = findActivity(state, activity.id)?.phase ?? 'waiting';
    if (status !== 'current' || people === 0) return [];
    if (phase === 'waiting' && answers.size === 0) return [];
    return [{ id: activity.id, rate: answers.size / people }];
  });
  const sum = asked.reduce((all, { rate }) => all + rate, 0);
  return { people, asked, rate: asked.length === 0 ? null : sum / asked.length };
}
