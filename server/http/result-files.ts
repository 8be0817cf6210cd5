import { Hono, type Context } from 'hono';
import { codebookColumns, codebookRows } from '../../src/results/codebook.ts';
import { reportOf } from '../../src/results/report-of.ts';
import { sessionTallies } from '../../src/results/session-tallies.ts';
import { wideTable } from '../../src/results/wide-table.ts';
import { workbookSheets } from '../../src/results/workbook-sheets.ts';
import { resultsJson } from '../../src/session/results-json.ts';
import { resultRows } from '../../src/session/result-rows.ts';
import type { SessionState } from '../../src/session/state.ts';
import { writeWorkbook } from '../xlsx/write-workbook.ts';
import { giveWay } from '../limits/give-way.ts';
import { finishInTurns } from '../limits/in-turns.ts';
import type { SessionRegistry } from '../live/session-registry.ts';
import { csvRecords, csvTable } from './csv-table.ts';
import { formOf } from './csv-form.ts';
import { withSession } from './find-session.ts';
import type { Env } from './reply.ts';
import { resultsCsv } from './results-csv.ts';
import { sendInPieces, sendStream } from './send-in-pieces.ts';

interface ResultFilesDeps {
  readonly registry: Pick<SessionRegistry, 'find'>;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The results of a session as files, below /sessions/CODE. All are made when they are asked for. */
export function resultFiles(deps: ResultFilesDeps): Hono<Env> {
  const app = new Hono<Env>();
  const file = (
    path: string,
    answer: (c: Context<Env>, state: SessionState) => Response | Promise<Response>,
  ): void => {
    app.get(`/sessions/:code/${path}`, (c) =>
      withSession(c, deps, ({ state }) => answer(c, state)),
    );
  };
  file('tallies.json', async (c, state) => c.json(await finishInTurns(sessionTallies(state))));
  file('report.json', async (c, state) => {
    await giveWay();
    return c.json(reportOf(state));
  });
  file('results.json', (c, state) =>
    sendInPieces(c, fileOf(state, 'json', JSON_TYPE), resultsJson(state)),
  );
  file('results.csv', (c, state) =>
    sendInPieces(c, fileOf(state, 'csv', CSV), resultsCsv(resultRows(state), formOf(c))),
  );
  file('wide.csv', (c, state) => {
    const { columns, rows } = wideTable(state);
    const names = columns.map(({ name }) => name);
    return sendInPieces(c, fileOf(state, 'wide.csv', CSV), csvTable(names, rows(), formOf(c)));
  });
  file('codebook.csv', (c, state) => {
    const rows = codebookRows(wideTable(state).columns);
    return sendInPieces(
      c,
      fileOf(state, 'codebook.csv', CSV),
      csvRecords(codebookColumns, rows, formOf(c)),
    );
  });
  file('codebook.json', (c, state) => c.json({ variables: wideTable(state).columns }));
  file('results.xlsx', (c, state) =>
    sendStream(c, fileOf(state, 'xlsx', XLSX), writeWorkbook([...workbookSheets(state)])),
  );
  return app;
}

function fileOf({ deck, code }: SessionState, ending: string, type: string) {
  const name = ending.includes('.') ? `-${ending}` : `.${ending}`;
  return { name: `plenary-${deck.name}-${code}${name}`, type };
}
