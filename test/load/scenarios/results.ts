import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from '../../../server/cli/rehearse/statistics.ts';
import type { BareResults } from '../bare-results-process.ts';
import { Downloader } from '../downloader.ts';
import { atMost, figure, type Line } from '../lines.ts';
import { runApart } from '../run-apart.ts';
import type { ServerProcess } from '../server-process.ts';
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
  const { questions } = await runApart<{ questions: number }>('test/load/answered-log-process.ts', [
    folder,
    String(size.attendees),
    ...CODES,
  ]);
  const rounds: Record<string, Measured>[] = [];
  for (let round = 0; round < size.rounds; round += 1) rounds.push(await measureFiles(folder));
  const what = `${size.attendees} people × ${questions} questions`;
  const lines = linesOf(what, rounds);
  const receipts = await measureReceipts(folder, size);
  await rm(folder, { recursive: true });
  return [...lines, receipts];
}

/** One round on a server that has just started: a session is read from the log at its first request. */
async function measureFiles(data: string): Promise<Record<string, Measured>> {
  const bare = await runApart<BareResults>('test/load/bare-results-process.ts', [data, ...CODES]);
  const perSession = bare.fold / CODES.length;
  const subject = await product((to) => cp(data, to, { recursive: true }));
  const from = { server: subject.server, reader: await Downloader.of(subject.server) };
  const measured = {
    'comparison of five': await download(from, `/${COMPARISON}`, bare.fold),
    'page of results': await download(from, pathOf(FIRST, 'tallies.json'), perSession),
    report: await download(from, pathOf(SECOND, 'report.html'), perSession),
    CSV: await download(from, pathOf(FIRST, 'results.csv'), bare.csv),
    XLSX: await download(from, pathOf(FIRST, 'results.xlsx'), bare.xlsx),
  };
  from.reader.stop();
  await subject.stop();
  return measured;
}

function pathOf(code: string, file: string): string {
  return `/sessions/${code}/${file}`;
}

async function download(
  { server, reader }: { readonly server: ServerProcess; readonly reader: Downloader },
  path: string,
  bare: number,
): Promise<Measured> {
  const before = server.residentBytes();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, server.residentBytes())), 20);
  const cpu = await server.cpuSeconds();
  const began = performance.now();
  await reader.download(path);
  const took = (performance.now() - began) / 1_000;
  const ours = (await server.cpuSeconds()) - cpu;
  clearInterval(watch);
  return { ours, bare, took, grown: (most - before) / 1e6 };
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
  const { swarm } = subject;
  const reader = await Downloader.of(subject.server);
  await swarm.join(phones, phones);
  await answerOnce(swarm, answerMs, 0);
  const calm: Round[] = [];
  const beside: Round[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    calm.push(await answerOnce(swarm, answerMs, round));
    const downloads = downloadOnAndOn(reader);
    beside.push(await answerOnce(swarm, answerMs, round));
    await downloads.stop();
  }
  reader.stop();
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

function downloadOnAndOn(reader: Downloader): { stop(): Promise<void> } {
  const paths = [
    `/${COMPARISON}`,
    pathOf(FIRST, 'tallies.json'),
    pathOf(FIRST, 'report.html'),
    pathOf(FIRST, 'results.csv'),
    pathOf(FIRST, 'results.xlsx'),
  ];
  const stopping = new AbortController();
  const done = (async () => {
    for (let at = 0; !stopping.signal.aborted; at += 1) {
      await reader.download(paths[at % paths.length] ?? '');
    }
  })();
  return {
    stop() {
      stopping.abort();
      return done;
    },
  };
}
