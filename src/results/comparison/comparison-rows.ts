import type { Interval } from '../../lib/mean-interval.ts';
import { textId } from '../../session/text-id.ts';
import type { ItemFigures } from './compared-items.ts';
import type { ComparedQuestion, ComparedSession, SessionComparison } from './compare-sessions.ts';

export const comparisonColumns = [
  ...['activity', 'type', 'question', 'question_hash', 'reworded', 'item'],
  ...['session', 'session_name', 'session_start', 'measure', 'n', 'value', 'low', 'high'],
  ...['compared_with', 'difference', 'difference_low', 'difference_high', 'hidden'],
] as const;

type Column = (typeof comparisonColumns)[number];

/** A figure of one session, or of an item of a question in it. */
export type ComparisonRow = Readonly<Record<Column, string | number | boolean | null>>;

type Figure = Pick<ComparisonRow, 'measure' | 'n' | 'value'> & {
  readonly interval?: Interval | null;
  readonly difference?: ItemFigures['difference'];
};

/** A comparison as a tidy table: first each session, then question by question, item by item. */
export function* comparisonRows({
  sessions,
  questions,
}: SessionComparison): Generator<ComparisonRow, undefined> {
  for (const session of sessions) {
    const of = { ...NO_QUESTION, ...columnsOf(session) };
    yield row(of, { measure: 'people', n: session.people, value: session.people });
    yield row(of, { measure: 'response rate', n: session.people, value: session.rate });
  }
  for (const question of questions) yield* rowsOf(question, sessions);
}

const NO_QUESTION = {
  ...{ activity: '', type: '', question: '', question_hash: '', reworded: false, item: '' },
} as const;

type Of = Omit<ComparisonRow, Exclude<Column, keyof typeof NO_QUESTION | `session${string}`>>;

function columnsOf({ code, name, startedAt }: ComparedSession) {
  return { session: code, session_name: name, session_start: startedAt };
}

function* rowsOf(
  question: ComparedQuestion,
  sessions: readonly ComparedSession[],
): Generator<ComparisonRow, undefined> {
  const asked = {
    ...{ activity: question.id, type: question.type, question: question.question },
    ...{ question_hash: textId(question.hash), reworded: question.isReworded },
  };
  for (const [place, session] of sessions.entries()) {
    const own = question.sessions[place] ?? null;
    if (own === null) continue;
    const of = { ...asked, item: '', ...columnsOf(session) };
    yield row(of, { measure: 'answered', n: own.answered, value: own.answered });
    if (own.rate !== null) {
      yield row(of, { measure: 'response rate', n: session.people, value: own.rate });
    }
  }
  const { measured } = question;
  for (const { item, sessions: figures } of measured?.items ?? []) {
    for (const [place, session] of sessions.entries()) {
      if ((question.sessions[place] ?? null) === null) continue;
      const of = { ...asked, item, ...columnsOf(session) };
      yield* figureRows(of, measured?.of === 'share' ? 'share' : 'mean', figures[place] ?? null);
    }
  }
}

function* figureRows(
  of: Of,
  measure: 'share' | 'mean',
  figures: ItemFigures | null,
): Generator<ComparisonRow, undefined> {
  if (figures === null) {
    yield { ...row(of, { measure, n: null, value: null }), hidden: true };
    return;
  }
  const { people: n, value, interval, difference, spread, medianInterval } = figures;
  yield row(of, { measure, n, value, interval, difference });
  if (spread === null) return;
  const { lowerQuartile, median, upperQuartile } = spread;
  yield row(of, { measure: 'median', n, value: median, interval: medianInterval });
  yield row(of, { measure: 'lower quartile', n, value: lowerQuartile });
  yield row(of, { measure: 'upper quartile', n, value: upperQuartile });
}

function row(of: Of, { measure, n, value, interval, difference }: Figure): ComparisonRow {
  return {
    ...of,
    ...{ measure, n, value, low: interval?.low ?? null, high: interval?.high ?? null },
    compared_with: difference?.from ?? '',
    difference: difference?.value ?? null,
    difference_low: difference?.interval?.low ?? null,
    difference_high: difference?.interval?.high ?? null,
    hidden: false,
  };
}
