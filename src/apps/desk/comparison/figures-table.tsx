import { capitalised } from '../../../lib/capitalised.ts';
import type {
  ComparedMeasure,
  ComparedQuestion,
  ComparedSession,
} from '../../../results/comparison/compare-sessions.ts';
import type { ItemFigures } from '../../../results/comparison/compared-items.ts';
import { DataTable } from '../../../ui/charts/data-table.tsx';
import { differenceLabel, intervalLabel, valueLabel } from '../../../ui/charts/shift-labels.ts';
import { noFiguresLabel, rangeLabel, sessionLabel } from './labels.ts';

interface Props {
  readonly question: ComparedQuestion;
  readonly measured: ComparedMeasure;
  readonly sessions: readonly ComparedSession[];
}

const OF_NUMBERS = ['Middle answer', 'its 95% interval', 'Half the room'];
const OF_ALL = ['Difference to the first', 'its 95% interval'];

/** The figures of a question's charts: a row for each item and session. */
export function FiguresTable({ question, measured, sessions }: Props) {
  const hasNumbers = measured.of === 'number';
  const columns = [
    ...['Item', 'Session', 'People', capitalised(measured.unit), '95% interval'],
    ...(hasNumbers ? OF_NUMBERS : []),
    ...OF_ALL,
  ];
  const rows = measured.items.flatMap(({ item, sessions: figures }) =>
    sessions.map((session, place) => [
      item || 'All answers',
      sessionLabel(session),
      ...(figures[place]
        ? cells(measured, figures[place])
        : [noFiguresLabel(question.sessions[place] ?? null, question.isReworded)]),
    ]),
  );
  return <DataTable caption={`${question.question} (${measured.unit})`} {...{ columns, rows }} />;
}

function cells(measured: ComparedMeasure, figures: ItemFigures): (string | number)[] {
  const { people, value, interval, spread, medianInterval, difference } = figures;
  const ofNumbers =
    spread === null
      ? []
      : [
          valueLabel(measured, spread.median),
          rangeLabel(measured, medianInterval),
          rangeLabel(measured, { low: spread.lowerQuartile, high: spread.upperQuartile }),
        ];
  const ofDifference =
    difference === null
      ? ['', '']
      : [differenceLabel(measured, difference.value), intervalLabel(measured, difference)];
  return [
    ...[people, valueLabel(measured, value), rangeLabel(measured, interval)],
    ...ofNumbers,
    ...ofDifference,
  ];
}
