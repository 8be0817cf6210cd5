import { isoTime } from '../session/iso-time.ts';
import { teamOf } from '../session/players.ts';
import { allActivities } from '../session/result-rows.ts';
import type { SessionState } from '../session/state.ts';
import { textId } from '../session/text-id.ts';
import { VariableNames } from './variable-names.ts';
import type { Cell, WideColumn } from './wide-column.ts';
import { columnsOf, type WideQuestion } from './wide-question.ts';

/** One row for each attendee with an answer, one column for each part of each question. */
export interface WideTable {
  readonly columns: readonly WideColumn[];
  readonly questions: readonly WideQuestion[];
  /**
   * The rows, each with a cell for each column, in the order in which attendees first appear. null is no row: so
   * much has been done that all else has its turn.
   */
  rows(): Iterable<readonly Cell[] | null>;
}

/** The wide table of a session. It holds the numbers and texts of the tidy table, and nothing more. */
export function wideTable(state: SessionState): WideTable {
  const names = new VariableNames();
  const columns = ['session', 'session_start', 'attendee', 'team'].map((name) =>
    ownColumn(names.unique(name), name),
  );
  const questions = allActivities(state).flatMap((asked) => columnsOf(asked, state, names));
  return {
    columns: [...columns, ...questions.flatMap((question) => question.columns)],
    questions,
    *rows() {
      const start = isoTime(state.startedAt);
      for (const [attendee, places] of yield* placesOf(questions)) {
        const row: Cell[] = [state.code, start, textId(attendee)];
        row.push(teamOf(state, state.players.get(attendee)) ?? null);
        for (const [at, question] of questions.entries()) {
          const place = places[at];
          const cells = place === undefined ? question.noCells : question.cells(place);
          for (const cell of cells) row.push(cell);
        }
        yield row;
      }
    },
  };
}

/** The places of each attendee's answers: one for each question, undefined where there is no answer. */
function* placesOf(
  questions: readonly WideQuestion[],
): Generator<null, ReadonlyMap<string, readonly (number | undefined)[]>> {
  const all = new Map<string, (number | undefined)[]>();
  for (const [at, { attendees }] of questions.entries()) {
    for (const [place, attendee] of attendees.entries()) {
      let places = all.get(attendee);
      if (places === undefined) {
        places = questions.map(() => undefined);
        all.set(attendee, places);
      }
      places[at] = place;
    }
    yield null;
  }
  return all;
}

function ownColumn(name: string, about: string): WideColumn {
  return {
    ...{ name, question: OWN_COLUMNS[about] ?? about, item: '', activity: '', type: '' },
    ...{
      round: null,
      status: null,
      measure: 'text',
      values: [],
      missing: about === 'team' ? 'No team' : '',
    },
  };
}

const OWN_COLUMNS: Readonly<Record<string, string>> = {
  session: 'Code of the session',
  session_start: 'Start of the session, ISO 8601, UTC',
  attendee: 'Attendee, a name for this session alone',
  team: 'Team',
};
