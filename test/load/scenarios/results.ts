import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { median } from '../../../server/cli/rehearse/statistics.ts';
import { compileFolder } from '../../../server/decks/compile-folder.ts';
import { readSession } from '../../../server/live/read-session.ts';
import { sqliteLog } from '../../../server/storage/sqlite-log.ts';
import { writeWorkbook } from '../../../server/xlsx/write-workbook.ts';
import { workbookSheets } from '../../../src/results/workbook-sheets.ts';
import { resultColumns, resultRows } from '../../../src/session/result-rows.ts';
import type { SessionState } from '../../../src/session/state.ts';
import { writeAnsweredLog } from '../answered-log.ts';
import { atMost, figure, type Line } from '../lines.ts';
import { KEY, type ServerProcess } from '../server-process.ts';
import { product } from '../subject.ts';
import { answerOnce, worstP99, type Round } from '../worst-p99.ts';

/** The people of each session, those who answer in another one meanwhile, and how often it is measured. */
export interface ResultsSize {
  readonly attendees: number;
  readonly phones: number;
  readonly answerMs: number;
  readonly rounds: number;
}

const [FIRST, SECOND, ...OTHERS] = ['100001', '100002', '100003', '100004', '100005'] as const;
const CODES = [FIRST, SECOND, ...OTHERS];
const COMPARISON = `compare.json?sessions=${CODES.join(',')}`;

/**
 * CPU seconds of all threads, of the server's and of the bare work: other programs change these little. The
 * seconds until the whole was there, and the megabytes by which the server grew meanwhile.
 */
interface Measured {
  readonly ours: number;
  readonly bare: number;
  readonly took: number;
  readonly grown: number;
}

/** The lines about the results of five sessions of the module, in each of which everybody answered everything. */
export async function results(size: ResultsSize): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'plenary-results-'));
  const compiled = await compileFolder('pioneers', 'slides/pioneers');
  if (!compiled.ok || compiled.value.deck === null) throw new Error('The module does not compile');
  const { deck } = compiled.value;
  await writeAnsweredLog(folder, deck, CODES, size.attendees);
  const rounds: Record<string, Measured>[] = [];
  for (let round = 0; round < size.rounds; round += 1) rounds.push(await measureFiles(folder));
  const what = `${size.attendees} people × ${deck.activities.length} questions`;
  const lines = linesOf(what, rounds);
  const receipts = await measureReceipts(folder, size);
  await rm(folder, { recursive: true });
  return [...lines, receipts];
}

/** One round on a server that has just started: a session is read from the log at its first request. */
async function measureFiles(data: string): Promise<Record<string, Measured>> {
  const subject = await product((to) => cp(data, to, { recursive: true }));
  const { server } = subject;
  const bare = await foldBare(data, CODES);
  const perSession = bare.seconds / CODES.length;
  const measured = {
    'comparison of five': await download(server, `/${COMPARISON}`, bare.seconds),
    'page of results': await download(server, pathOf(FIRST, 'tallies.json'), perSession),
    report: await download(server, pathOf(SECOND, 'report.html'), perSession),
    CSV: await download(server, pathOf(FIRST, 'results.csv'), await writeCsv(bare.state)),
    XLSX: await download(server, pathOf(FIRST, 'results.xlsx'), await writeXlsx(bare.state)),
  };
  await subject.stop();
  return measured;
}

function pathOf(code: string, file: string): string {
  return `/sessions/${code}/${file}`;
}

async function download(server: ServerProcess, path: string, bare: number): Promise<Measured> {
  const before = server.residentBytes();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, server.residentBytes())), 20);
  const cpu = await server.cpuSeconds();
  const began = performance.now();
  await fetchWhole(server, path);
  const took = (performance.now() - began) / 1_000;
  const ours = (await server.cpuSeconds()) - cpu;
  clearInterval(watch);
  return { ours, bare, took, grown: (most - before) / 1e6 };
}

async function fetchWhole(
  { port }: ServerProcess,
  path: string,
  signal: AbortSignal | null = null,
): Promise<void> {
  const url = `http://127.0.0.1:${port}/api/v1${path}`;
  const headers = { Authorization: `Bearer ${KEY}` };
  const response = await fetch(url, { headers, signal });
  if (!response.ok || response.body === null) throw new Error(`${path}: ${response.status}`);
  for await (const _ of response.body);
}

/** Reads and folds the facts of sessions, one after the other; returns the state of the last. */
async function foldBare(
  data: string,
  codes: readonly string[],
): Promise<{ readonly seconds: number; readonly state: SessionState }> {
  const log = await sqliteLog(join(data, 'plenary.db'), Date.now);
  if (!log.ok) throw new Error(log.error.message);
  let state: SessionState | null = null;
  const began = process.cpuUsage();
  for (const code of codes) {
    const read = await readSession(log.value, code);
    state = read.ok ? read.value : null;
  }
  const seconds = cpuSince(began);
  await log.value.close();
  if (state === null) throw new Error('A session was not read');
  return { seconds, state };
}

/** CPU seconds in which the library writes the same rows as the same CSV, and nothing else. */
async function writeCsv(state: SessionState): Promise<number> {
  const rows = [...resultRows(state)];
  const began = process.cpuUsage();
  const csv = Readable.from(rows).pipe(
    stringify({ header: true, columns: [...resultColumns], quoted: true, quoted_empty: true }),
  );
  for await (const _ of csv);
  return cpuSince(began);
}

/** CPU seconds in which the workbook of the same rows is written, and nothing else is done. */
async function writeXlsx(state: SessionState): Promise<number> {
  const sheets = [...workbookSheets(state)].map((sheet) => ({
    ...sheet,
    rows: [...sheet.rows].filter((row) => row !== null),
  }));
  const began = process.cpuUsage();
  for await (const _ of writeWorkbook(sheets));
  return cpuSince(began);
}

function cpuSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
}

function linesOf(what: string, rounds: readonly Record<string, Measured>[]): Line[] {
  const names = Object.keys(rounds[0] ?? {});
  const all = (name: string, figureOf: (measured: Measured) => number): number[] =>
    rounds.flatMap(({ [name]: measured }) => (measured === undefined ? [] : [figureOf(measured)]));
  const times = names.map((name): Line => {
    const isFile = name === 'CSV' || name === 'XLSX';
    return {
      what: `${name}, ${what} (there after ${figure(median(all(name, ({ took }) => took)))} s)`,
      ours: `${figure(median(all(name, ({ ours }) => ours)))} s of CPU`,
      reference: `${isFile ? 'the same rows, written alone' : 'reading and folding the facts'} ${figure(median(all(name, ({ bare }) => bare)))} s`,
      ratio: median(all(name, ({ ours, bare }) => ours / bare)),
      must: atMost(isFile ? 1.5 : 2),
      aim: null,
    };
  });
  const grown = Math.max(...names.flatMap((name) => all(name, (measured) => measured.grown)));
  const memory: Line = {
    what: `resident memory above before, at most, while one of these is made`,
    ours: `${figure(grown)} MB`,
    reference: '',
    ratio: grown,
    must: atMost(150),
    aim: null,
  };
  return [...times, memory];
}

/** Receipts of a session that runs, while the files of another are made over and over. */
async function measureReceipts(
  data: string,
  { phones, answerMs, rounds, attendees }: ResultsSize,
): Promise<Line> {
  const subject = await product((to) => cp(data, to, { recursive: true }));
  const { server, swarm } = subject;
  await swarm.join(phones, phones);
  await answerOnce(swarm, answerMs, 0);
  const calm: Round[] = [];
  const beside: Round[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    calm.push(await answerOnce(swarm, answerMs, round));
    const downloads = downloadOnAndOn(server);
    beside.push(await answerOnce(swarm, answerMs, round));
    await downloads.stop();
  }
  await subject.stop();
  const p99 = { calm: worstP99(calm), beside: worstP99(beside) };
  return {
    what: `vote → ack, worst p99 of any 3 s, ${phones} phones while results of ${attendees} people are downloaded`,
    ours: `${figure(p99.beside)} ms`,
    reference: `without them ${figure(p99.calm)} ms`,
    ratio: p99.beside / p99.calm,
    must: atMost(1.5),
    aim: null,
  };
}

function downloadOnAndOn(server: ServerProcess): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const paths = [
    `/${COMPARISON}`,
    pathOf(FIRST, 'tallies.json'),
    pathOf(FIRST, 'report.html'),
    pathOf(FIRST, 'results.csv'),
    pathOf(FIRST, 'results.xlsx'),
  ];
  const done = (async () => {
    for (let at = 0; !signal.aborted; at += 1) {
      await fetchWhole(server, paths[at % paths.length] ?? '', signal).catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
    }
  })();
  return {
    stop() {
      stopping.abort();
      return done;
    },
  };
}
