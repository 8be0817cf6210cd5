import type { StoredFact } from '../../src/session/facts.ts';

/** The changes that facts make to the row of their session; a member that is left out stays. */
export interface RowChange {
  readonly title?: string;
  readonly name?: string;
  /** Milliseconds since 1970-01-01 UTC; null where the session goes on. */
  readonly endedAt?: number | null;
  readonly keepDays?: number | null;
}

/** The row of a session that begins with a fact. */
export interface FirstRow {
  readonly deck: string;
  readonly rehearsal: boolean;
  readonly startedAt: number;
}

export function firstRow({ at, fact }: StoredFact): FirstRow {
  const isStart = fact.type === 'session:started';
  return {
    deck: isStart ? fact.deck.name : '',
    rehearsal: isStart && fact.rehearsal === true,
    startedAt: at,
  };
}

export function rowChange(facts: readonly StoredFact[]): RowChange {
  let change: RowChange = {};
  for (const { at, fact } of facts) {
    switch (fact.type) {
      case 'session:started':
      case 'deck:revised':
        change = { ...change, title: fact.deck.title, keepDays: fact.deck.keepDays ?? null };
        break;
      case 'session:named':
        change = { ...change, name: fact.name };
        break;
      case 'session:ended':
        change = { ...change, endedAt: at };
        break;
      case 'session:reopened':
        change = { ...change, endedAt: null };
        break;
      default:
    }
  }
  return change;
}
