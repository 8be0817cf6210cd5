import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvRecords, csvTable } from '../../server/http/csv-table.ts';
import { writeWorkbook } from '../../server/xlsx/write-workbook.ts';
import { activityType } from '../../src/activities/registry.ts';
import type { Spread } from '../../src/lib/stats.ts';
import { codebookColumns, codebookRows } from '../../src/results/codebook.ts';
import { wideTable } from '../../src/results/wide-table.ts';
import { workbookSheets } from '../../src/results/workbook-sheets.ts';
import { begin, evolve } from '../../src/session/evolve.ts';
import { resultColumns, resultRows } from '../../src/session/result-rows.ts';
import type { StoredFact } from '../../src/session/facts.ts';
import type { SessionState } from '../../src/session/state.ts';
import { readCsv } from '../e2e/read-csv.ts';
import { answeredFacts } from '../load/answered-facts.ts';
import { unzipTexts } from './unzip.ts';
import { deck } from '../module/pioneers-deck.ts';

const run = promisify(execFile);
const ATTENDEES = 60;
const FORMULA = '=1+1';

let folder: string;
let state: SessionState;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenary-files-'));
  const [start, ...facts] = answeredFacts(deck, ATTENDEES);
  if (start === undefined) throw new Error('No facts');
  state = begin(start);
  for (const fact of facts) evolve(state, withFormula(fact));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The same fact; an attendee's text begins as a formula does. */
function withFormula(stored: StoredFact): StoredFact {
  const { fact } = stored;
  if (fact.type !== 'answer:given' || fact.activity !== 'step') return stored;
  return { ...stored, fact: { ...fact, answer: { choice: null, text: FORMULA } } };
}

/** true if a program of Debian's is here: what needs it is skipped elsewhere, by name. */
async function isThere(command: string, ...args: string[]): Promise<boolean> {
  return run(command, args).then(
    () => true,
    () => false,
  );
}
const hasOffice = await isThere('soffice', '--version');
const hasPandas = await isThere('/usr/bin/python3', '-c', 'import pandas');

describe('the wide table with its codebook', () => {
  it.skipIf(!hasPandas)("[X22] gives the stage's figures in pandas", async () => {
    const { columns, rows } = wideTable(state);
    const names = columns.map(({ name }) => name);
    const [wide, codebook] = [join(folder, 'wide.csv'), join(folder, 'codebook.csv')];
    await writeFile(wide, [...csvTable(names, rows(), 'comma')].join(''));
    const lines = csvRecords(codebookColumns, codebookRows(columns), 'comma');
    await writeFile(codebook, [...lines].join(''));
    const script = 'test/integration/analysis.py';
    const { stdout } = await run('/usr/bin/python3', [script, wide, codebook]);
    const figures = JSON.parse(stdout) as Record<string, Figure>;
    const polls = deck.activities.filter(({ type }) => type === 'poll' || type === 'quiz');
    expect(polls.length).toBeGreaterThan(5);
    for (const { id } of polls) {
      const shown = shownOf(id) as { counts: readonly number[] };
      const [own, ...others] = columns.filter(({ activity }) => activity === id);
      const counts = [own, ...others]
        .filter((column) => column?.item !== 'Correct')
        .flatMap((column) => {
          const { counts: all = [] } = figures[column?.name ?? ''] ?? {};
          return column?.item === '' ? all : all.slice(1);
        });
      expect([id, counts.slice(0, shown.counts.length)]).toEqual([id, shown.counts]);
    }
    const shown = shownOf('maturity') as RatingFigures;
    const levels = columns.filter(
      ({ activity, measure }) => activity === 'maturity' && measure === 'ordinal',
    );
    expect(shown.rows).toHaveLength(6);
    expect(levels.map(({ name }) => figures[name]?.counts)).toEqual(
      shown.rows.map(({ counts }) => counts),
    );
    expect(levels.map(({ name }) => figures[name]?.quartiles)).toEqual(
      shown.rows.map(({ spread }) => [spread.lowerQuartile, spread.median, spread.upperQuartile]),
    );
  });
});

interface Figure {
  readonly people: number;
  readonly counts?: readonly number[];
  readonly quartiles?: readonly number[];
}

interface RatingFigures {
  readonly rows: readonly {
    readonly counts: readonly number[];
    readonly spread: Spread;
  }[];
}

/** A question's tally as the stage is sent it. */
function shownOf(id: string): unknown {
  const asked = state.activities.get(id);
  if (asked === undefined) throw new Error(`No question is called ${id}`);
  const { activity, tally } = asked;
  const options = { minAnswers: 5, audience: 'room', answerRevealed: true, now: state.at } as const;
  return activityType(activity.type).show(tally, activity.content, options);
}

describe('the workbook', () => {
  it.skipIf(!hasOffice)(
    '[X23] opens in LibreOffice with all its sheets, numbers and dates',
    { timeout: 120_000 },
    async () => {
      const file = join(folder, 'results.xlsx');
      await writeFile(file, writeWorkbook([...workbookSheets(state)]));
      await run('soffice', [
        `-env:UserInstallation=file://${folder}/profile`,
        ...['--headless', '--convert-to'],
        // Comma, quotes around texts only, UTF-8; dates as they are shown; every sheet a file.
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1',
        ...['--outdir', folder, file],
      ]);
      const sheet = async (name: string): Promise<string> =>
        (await readFile(join(folder, `results-${name}.csv`), 'utf8')).replaceAll('\n', '\r\n');
      const sheets = (await readdir(folder)).filter((name) => /^results-.*\.csv$/.test(name));
      expect(sheets).toHaveLength(deck.activities.length + 4);
      const rows = [...resultRows(state)];
      const tidy = readCsv(await sheet('Tidy table'));
      expect(Object.keys(tidy[0] ?? {})).toEqual([...resultColumns]);
      expect(tidy.map(({ text, value }) => [text, value])).toEqual(
        rows.map(({ text, value }) => [text, value === null ? '' : String(value)]),
      );
      expect(tidy.map(({ answered_at: at }) => at)).toEqual(
        rows.map(({ answered_at: at }) => at.slice(0, 19).replace('T', ' ')),
      );
      // A formula would have become its result.
      expect(tidy.some(({ text }) => text === FORMULA)).toBe(true);
      expect(readCsv(await sheet('Wide table'))).toHaveLength(ATTENDEES);
      expect(await sheet('Overview')).toContain(`"People who answered",${ATTENDEES}`);
    },
  );

  it('[X3] [X23] has frozen heads, numbers that are numbers, and no formula', async () => {
    const pieces: Uint8Array[] = [];
    for await (const piece of writeWorkbook([...workbookSheets(state)])) pieces.push(piece);
    const files = await unzipTexts(Buffer.concat(pieces));
    const sheets = [...files].filter(([name]) => name.startsWith('xl/worksheets/sheet'));
    expect(sheets).toHaveLength(deck.activities.length + 4);
    const frozen = sheets.filter(([, xml]) => xml.includes('state="frozen"'));
    expect(frozen).toHaveLength(3);
    const wrong = sheets.filter(([, xml]) => /<f[ >]|<hyperlink/.test(xml));
    expect(wrong.map(([name]) => name)).toEqual([]);
    const tidy = sheets.find(([, xml]) => xml.includes('answered_at'))?.[1] ?? '';
    // A date is a number with a format.
    expect(tidy).toMatch(/<c r="N2" s="\d+"><v>\d+(\.\d+)?<\/v><\/c>/);
    expect(tidy).toMatch(/<c r="J2"><v>\d+<\/v><\/c>/);
  });
});
