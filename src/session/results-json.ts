import { resultRows, type ResultRow } from './result-rows.ts';
import { resultTallies } from './results.ts';
import type { SessionState } from './state.ts';

/** The rows of one piece, which are written in a moment. */
const ROWS_A_PIECE = 100;

/** The results of a session as JSON, in pieces: together they are `JSON.stringify(report(state))`. */
export function* resultsJson(state: SessionState): Generator<string, undefined> {
  const { session, activities, board } = resultTallies(state);
  yield `${JSON.stringify({ session, activities }).slice(0, -1)},"rows":[`;
  let piece: ResultRow[] = [];
  let comma = '';
  for (const row of resultRows(state)) {
    piece.push(row);
    if (piece.length < ROWS_A_PIECE) continue;
    yield comma + rowsJson(piece);
    [piece, comma] = [[], ','];
  }
  if (piece.length > 0) yield comma + rowsJson(piece);
  yield `],${JSON.stringify({ board }).slice(1)}`;
}

function rowsJson(rows: readonly ResultRow[]): string {
  return JSON.stringify(rows).slice(1, -1);
}
