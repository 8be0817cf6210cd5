import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { isoTime } from '../../src/session/iso-time.ts';
import { resultRows } from '../../src/session/result-rows.ts';
import { resultsJson } from '../../src/session/results-json.ts';
import type { StoredFact } from '../../src/session/facts.ts';
import type { SessionState } from '../../src/session/state.ts';
import { readInPassing } from '../live/read-session.ts';
import { inTurns } from '../limits/in-turns.ts';
import type { EventLog, ListedSession } from '../storage/event-log.ts';
import { sessionFile } from '../storage/session-file/write-session-file.ts';
import { csvRecords } from './csv-table.ts';
import { resultsCsv } from './results-csv.ts';

/** Deflate's fastest: a hall's results take a sixth of the time that its best would take. */
const FASTEST = { compressionLevel: 1 };

/** A session that is being packed. */
interface Loaded {
  readonly facts: readonly StoredFact[];
  readonly state: SessionState;
}

type Contents = (loaded: Loaded) => Iterable<string> | null;

/** The files of each session; null for one that cannot be made. */
const files: Readonly<Record<string, Contents>> = {
  'results.csv': ({ state }) => resultsCsv(resultRows(state)),
  'results.json': ({ state }) => resultsJson(state),
  'session.json': ({ facts, state }) => {
    const file = sessionFile(facts, state);
    return file.ok ? file.value : null;
  },
};

/**
 * Packs all results of some sessions as a zip, as a stream: a folder for each, and a list of them. One session
 * at a time is read, when its files are asked for; a stream that is destroyed reads no more.
 */
export function packResults(log: EventLog, sessions: readonly ListedSession[]): Readable {
  const zip = new ZipFile();
  const missing = new Map<string, string[]>();
  let isCancelled = false;
  for (const session of sessions) {
    // Its files follow on each other: it is read once.
    let loading: Promise<Loaded | null> | null = null;
    const names = Object.entries(files);
    for (const [index, [name, contents]] of names.entries()) {
      zip.addReadStreamLazy(`${folderOf(session)}/${name}`, FASTEST, (give) => {
        if (isCancelled) return give(new Error('Nobody reads this any more'), Readable.from([]));
        loading ??= load(log, session.code);
        void loading.then((loaded) => {
          const parts = loaded === null ? null : contents(loaded);
          if (parts === null)
            missing.set(session.code, [...(missing.get(session.code) ?? []), name]);
          if (index === names.length - 1) loading = null;
          give(null, Readable.from(inTurns(parts ?? []), { objectMode: false }));
        });
      });
    }
  }
  zip.addReadStreamLazy('index.csv', (give) =>
    give(null, Readable.from([indexCsv(sessions, missing)], { objectMode: false })),
  );
  zip.end();
  const stream = Readable.from(zip.outputStream, { objectMode: false });
  zip.on('error', (error: Error) => stream.destroy(error));
  stream.on('close', () => (isCancelled = true));
  return stream;
}

async function load(log: EventLog, code: string): Promise<Loaded | null> {
  const facts: StoredFact[] = [];
  const state = await readInPassing(log, code, (slice) => facts.push(...slice));
  return state.ok && state.value !== null ? { facts, state: state.value } : null;
}

/** By the day in UTC, so that folders stand in their order. */
function folderOf({ startedAt, code }: ListedSession): string {
  return `${isoTime(startedAt).slice(0, 10)}-${code}`;
}

const indexColumns = [
  ...(['folder', 'code', 'deck', 'title', 'name', 'rehearsal', 'started_at', 'ended_at'] as const),
  ...(['people', 'answers', 'missing'] as const),
];

/** The list of the sessions: `missing` names the files of each that are empty. */
function indexCsv(
  sessions: readonly ListedSession[],
  missing: ReadonlyMap<string, readonly string[]>,
): string {
  const rows = sessions.map((session) => ({
    ...{ folder: folderOf(session), code: session.code, deck: session.deck },
    ...{ title: session.title, name: session.name, rehearsal: session.rehearsal },
    started_at: isoTime(session.startedAt),
    ended_at: session.endedAt === null ? '' : isoTime(session.endedAt),
    people: session.attendance?.people ?? '',
    answers: session.attendance?.answers ?? '',
    missing: missing.get(session.code)?.join(' ') ?? '',
  }));
  return [...csvRecords(indexColumns, rows, 'comma')].join('');
}
