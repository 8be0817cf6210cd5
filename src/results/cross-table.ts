import { failure, success, type Result } from '../lib/result.ts';
import type { ActivityState, SessionState } from '../session/state.ts';
import { shownTable, type ShownTable } from './shown-table.ts';
import { askedQuestions, isSeveral, sortedAnswers, type SortedAnswers } from './sorted-answers.ts';
import { thresholdOf } from './threshold.ts';

/** The questions of a session that may be crossed. */
export type CrossChoices = {
  /** The session's name, or its deck's title. */
  readonly title: string;
  readonly lang: string;
  readonly questions: readonly CrossedQuestion[];
};

/** A question that may be crossed, with the names of its items; one empty name where it has no others. */
export type CrossedQuestion = {
  readonly activity: string;
  readonly question: string;
  readonly items: readonly string[];
};

/** Two questions of a session crossed. */
export type CrossTable = {
  readonly rows: CrossedItem;
  readonly columns: CrossedItem;
  /** No number of fewer people is shown. */
  readonly threshold: number;
  /** null where fewer people than `threshold` have answered both, or no choice of numbers is safe. */
  readonly table: ShownTable | null;
};

export type CrossedItem = {
  readonly activity: string;
  readonly question: string;
  readonly item: string;
  /** true: one attendee may be in several groups. */
  readonly several: boolean;
};

export type CrossRefusal = {
  readonly name: 'unknown-question' | 'same-question' | 'several-twice';
  readonly message: string;
};

/** The questions that were asked, with their items; each is a step. */
export function* crossChoices(state: SessionState): Generator<undefined, CrossChoices> {
  const questions: CrossChoices['questions'][number][] = [];
  for (const question of askedQuestions(state)) {
    const { id: activity, question: text } = question.activity;
    const items = sortedAnswers(question, state).map(({ item }) => item);
    questions.push({ activity, question: text, items });
    yield;
  }
  const { lang, title } = state.deck;
  return { title: state.name === '' ? title : state.name, lang, questions };
}

/**
 * The table of two questions. Each is named by its id, and an item of it by a colon and its place from
 * 1: `maturity:2`; without one it is the first.
 */
export function* crossTable(
  state: SessionState,
  rowsName: string,
  columnsName: string,
): Generator<undefined, Result<CrossTable, CrossRefusal>> {
  const rows = find(state, rowsName);
  yield;
  const columns = find(state, columnsName);
  yield;
  if (!rows.ok) return rows;
  if (!columns.ok) return columns;
  if (rows.value.name === columns.value.name) return failure(SAME);
  const [inRows, inColumns] = [rows.value.sorted, columns.value.sorted];
  if (isSeveral(inRows) && isSeveral(inColumns)) return failure(SEVERAL_TWICE);
  const threshold = thresholdOf(rows.value.question.activity, columns.value.question.activity);
  const table = yield* shownTable(inRows, inColumns, threshold);
  return success({ rows: itemOf(rows.value), columns: itemOf(columns.value), threshold, table });
}

const SAME: CrossRefusal = {
  name: 'same-question',
  message: 'Choose two different questions.',
};

const SEVERAL_TWICE: CrossRefusal = {
  name: 'several-twice',
  message: 'Both questions take several choices. Choose one option of one of them.',
};

interface Found {
  /** The name in its full form. */
  readonly name: string;
  readonly question: ActivityState;
  readonly sorted: SortedAnswers;
}

function find(state: SessionState, name: string): Result<Found, CrossRefusal> {
  const [id = '', place = '1'] = name.split(':');
  const question = askedQuestions(state).find(({ activity }) => activity.id === id);
  const sorted = question && sortedAnswers(question, state)[Number(place) - 1];
  if (question === undefined || sorted === undefined) {
    const message = `In this session no question “${name}” was asked.`;
    return failure({ name: 'unknown-question', message });
  }
  return success({ name: `${id}:${Number(place)}`, question, sorted });
}

function itemOf({ question: { activity }, sorted }: Found): CrossedItem {
  const { id, question } = activity;
  return { activity: id, question, item: sorted.item, several: isSeveral(sorted) };
}
