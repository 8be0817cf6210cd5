import type { Activity, ResultItem, Variable } from '../activities/contract.ts';
import { activityType } from '../activities/registry.ts';
import { pointsNow, statusOf, type ResultStatus } from '../session/result-rows.ts';
import type { ActivityState, GivenAnswer, SessionState } from '../session/state.ts';
import type { VariableNames } from './variable-names.ts';
import type { Cell, WideColumn } from './wide-column.ts';

/** The columns of one question, and their cells for those who answered it. */
export interface WideQuestion {
  readonly activity: Activity;
  readonly status: ResultStatus;
  readonly columns: readonly WideColumn[];
  /** Those who answered it. */
  readonly attendees: readonly string[];
  /** The cells of an answer, by its place. */
  cells(place: number): readonly Cell[];
  /** The cells of an attendee without an answer. */
  readonly noCells: readonly Cell[];
}

/** A variable of an answer as a whole: it is computed from more than its lines. */
interface Mark {
  readonly name: string;
  readonly item: string;
  readonly values: Variable['values'];
  cell(given: GivenAnswer): number | null;
}

const RIGHT_OR_WRONG: Variable['values'] = [
  { value: 0, label: 'Wrong' },
  { value: 1, label: 'Correct' },
];

/** The columns of a question with answers of attendees; none for a channel. */
export function columnsOf(
  asked: ActivityState,
  state: SessionState,
  names: VariableNames,
): readonly WideQuestion[] {
  const { activity } = asked;
  const type = activityType(activity.type);
  const variables = type.variables(activity.content);
  if (variables.length === 0) return [];
  const status = statusOf(asked, state);
  const marks = marksOf(asked, state, status === 'current');
  const columns = namedColumns(asked, status, variables, marks, names);
  // Rows are read later, and answers may have come by then.
  const attendees = [...asked.answers.keys()];
  const answers = [...asked.answers.values()];
  const noCells = columns.map(() => null);
  const cells = (place: number): readonly Cell[] => {
    const given = answers[place];
    const items: readonly ResultItem[] =
      given === undefined ? [] : type.report(activity.content, given.answer);
    if (given === undefined || items.length === 0) return noCells;
    const row: Cell[] = variables.map(({ cell }) => cell(items));
    for (const { cell } of marks) row.push(cell(given));
    return row;
  };
  return [{ activity, status, columns, attendees, cells, noCells }];
}

function namedColumns(
  { activity, round }: ActivityState,
  status: ResultStatus,
  variables: readonly Variable[],
  marks: readonly Mark[],
  names: VariableNames,
): readonly WideColumn[] {
  const id = status === 'current' ? activity.id : `${activity.id}_round_${round}`;
  const column = (name: string, { item, measure, values }: Omit<Variable, 'cell'>): WideColumn => ({
    ...{ name: names.unique(name), question: activity.question, item, activity: activity.id },
    ...{ type: activity.type, round, status, measure, values, missing: 'Not answered' },
  });
  return [
    ...variables.map((variable, index) =>
      column(variables.length === 1 ? id : `${id}_${index + 1}`, variable),
    ),
    ...marks.map((mark) =>
      column(`${id}_${mark.name}`, {
        ...mark,
        measure: mark.values.length > 0 ? 'nominal' : 'scale',
      }),
    ),
  ];
}

function marksOf(asked: ActivityState, state: SessionState, isCurrent: boolean): readonly Mark[] {
  const { activity } = asked;
  const { correctAnswer, isCorrect } = activityType(activity.type);
  if (correctAnswer(activity.content) === null) return [];
  const correct: Mark = {
    ...{ name: 'correct', item: 'Correct', values: RIGHT_OR_WRONG },
    cell({ answer }) {
      const is = isCorrect(activity.content, answer);
      return is === null ? null : Number(is);
    },
  };
  const points: Mark = {
    ...{ name: 'points', item: 'Points', values: [] },
    cell: (given) => pointsNow(asked, given, state),
  };
  return isCurrent && state.deck.score !== undefined ? [correct, points] : [correct];
}
