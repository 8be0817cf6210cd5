import { summarise, type PartSummary } from './summarise.ts';
import type { WideQuestion } from './wide-question.ts';
import type { SheetRow } from './sheet.ts';
import type { Cell } from './wide-column.ts';

/** The cells of so many answers take a millisecond. */
const ANSWERS_A_TURN = 250;

/** A question's sheet: its wording, the counts of its answers, and below them means and quartiles. */
export function* questionRows(question: WideQuestion): Generator<SheetRow | null, undefined> {
  const { activity, attendees, columns } = question;
  yield { cells: [activity.question], isHead: true };
  yield { cells: [`${activity.type}, answered by`, attendees.length] };
  const given: (readonly Cell[])[] = [];
  for (const place of attendees.keys()) {
    given.push(question.cells(place));
    if (place % ANSWERS_A_TURN === ANSWERS_A_TURN - 1) yield null;
  }
  const parts: PartSummary[] = [];
  for (const [place, column] of columns.entries()) {
    const cells = given.map((row) => row[place] ?? null);
    parts.push(summarise(column, cells));
    yield null;
  }
  yield* countRows(parts.filter(({ counts }) => counts.length > 0));
  yield* numberRows(parts);
}

function* countRows(parts: readonly PartSummary[]): Generator<SheetRow, undefined> {
  if (parts.length === 0) return;
  yield { cells: [] };
  yield { cells: ['Part', 'Answer', 'Code', 'People', 'Share'], isHead: true };
  for (const { item, counts } of parts) {
    for (const { value, label, people, share } of counts) {
      yield { cells: [item, label, typeof value === 'number' ? value : null, people, { share }] };
    }
  }
}

function* numberRows(parts: readonly PartSummary[]): Generator<SheetRow, undefined> {
  const withNumbers = parts.flatMap(({ item, numbers }) =>
    numbers === null ? [] : [{ item, numbers }],
  );
  if (withNumbers.length === 0) return;
  yield { cells: [] };
  const names = ['Least', 'Lower quartile', 'Median', 'Upper quartile', 'Most'];
  yield { cells: ['Part', null, 'People', 'Mean', ...names], isHead: true };
  for (const { item, numbers } of withNumbers) {
    const { count, mean, least, lowerQuartile, median, upperQuartile, most } = numbers;
    yield { cells: [item, null, count, mean, least, lowerQuartile, median, upperQuartile, most] };
  }
}
