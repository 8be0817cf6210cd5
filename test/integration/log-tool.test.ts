import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { audit } from '../../server/storage/offline/audit.ts';
import { OfflineDatabase } from '../../server/storage/offline/offline-database.ts';
import { openSqlite, openToRead, type Sqlite } from '../../server/storage/sqlite.ts';
import { bundleTool } from '../fixtures/bundled-tool.ts';
import { overwrite } from '../fixtures/damage.ts';
import { Client } from './client.ts';
import { RunningServer } from './running-server.ts';

const ATTENDEES = 40;
const PAGE = 4_096;

let server: RunningServer;
/** Keeps the database open: SQLite moves the write-ahead log into the file when the last one closes. */
let reader: Sqlite;
let code = '';
let other = '';
/** The tool as one script. */
let bundled = '';
const results = { csv: Buffer.alloc(0), json: Buffer.alloc(0) };

beforeAll(async () => {
  server = await RunningServer.start();
  code = await server.session();
  other = await server.session();
  const presenter = await Client.console(server.url, code);
  for (const h of [1, 2, 3]) await presenter.show(h);
  await presenter.ask('activity:open', { activity: 'biscuit' });
  for (let n = 0; n < ATTENDEES; n += 1) {
    const phone = await Client.attendee(server.url, code);
    await phone.answer('tea', { choices: [n % 2], other: null });
    await phone.answer('biscuit', { choices: [], other: `=Number ${n}, "quoted" é` });
    phone.close();
  }
  for (const format of ['csv', 'json'] as const) {
    const response = await server.api('GET', `/sessions/${code}/results.${format}`);
    results[format] = Buffer.from(await response.arrayBuffer());
  }
  presenter.close();
  reader = openToRead(join(server.folder, 'plenary.db'));
  await (await reader.prepare('SELECT count(*) FROM facts')).all([]);
  await server.app.close();
  bundled = await bundleTool('server/cli/log-tool.ts', join(server.folder, 'tool'));
});
afterAll(async () => {
  reader.close();
  await rm(server.folder, { recursive: true });
});

let folder = '';
let file = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenary-cold-'));
  file = join(folder, 'plenary.db');
  for (const end of ['', '-wal']) await cp(join(server.folder, `plenary.db${end}`), file + end);
});
afterEach(() => rm(folder, { recursive: true }));

interface Said {
  readonly code: number;
  readonly out: Buffer;
  readonly err: string;
}

/** Runs the tool. */
const log = (...args: string[]): Promise<Said> => runNode(bundled, ...args);

/** Runs the tool as `npm run log` does, which takes four times as long. */
const npmRunLog = (...args: string[]): Promise<Said> =>
  runNode('server/cli/run-ts.mjs', 'server/cli/log-tool.ts', ...args);

function runNode(...args: string[]): Promise<Said> {
  return new Promise((done) => {
    execFile(process.execPath, args, { encoding: 'buffer' }, (error, out, err) => {
      done({ code: error === null ? 0 : Number(error.code), out, err: String(err) });
    });
  });
}

/**
 * Changes the database, and moves its write-ahead log into the one file; a copy, since a connection
 * may end some time after it was closed, and removes files then.
 */
async function change(...statements: string[]): Promise<void> {
  const database = await openSqlite(file);
  for (const statement of statements) await database.exec(statement);
  await database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  const changed = `${file}-changed.db`;
  await cp(file, changed);
  file = changed;
}

async function fingerprints(): Promise<string[]> {
  const names = (await readdir(folder)).sort();
  return Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(folder, name));
      return `${name} ${createHash('sha256').update(bytes).digest('hex')}`;
    }),
  );
}

const setFact = (seq: number, path: string, value: string): string =>
  `UPDATE facts SET fact = json_set(fact, '${path}', ${value}) WHERE session = '${code}' AND seq = ${seq}`;

/** The errors in the session's facts, found in this process. */
async function errorsFound(): Promise<readonly string[]> {
  const opened = await OfflineDatabase.open(file);
  if (!opened.ok) throw new Error(opened.error);
  const { items } = await opened.value.facts(code);
  await opened.value.close();
  return audit(code, items).errors;
}

/** The number of the first fact of a type. */
async function firstOf(type: string): Promise<number> {
  const database = await openSqlite(file);
  const sql = `SELECT min(seq) AS seq FROM facts WHERE session = ? AND fact ->> 'type' = ?`;
  const [row] = await (await database.prepare(sql)).all([code, type]);
  database.close();
  return Number(row?.['seq']);
}

describe('the export of an offline database', () => {
  it('[X4] [S1] is the same as the running server’s, byte for byte', async () => {
    const csv = await npmRunLog('export', file, '--session', code);
    expect(csv).toMatchObject({ code: 0, err: '' });
    expect(csv.out.equals(results.csv)).toBe(true);
    const json = await log('export', file, '--session', code, '--format', 'json');
    expect(json).toMatchObject({ code: 0, err: '' });
    expect(json.out.equals(results.json)).toBe(true);
    expect(results.csv.length).toBeGreaterThan(1_000);
  });

  it('[X4] leaves the file as it was, and works on a read-only file', async () => {
    for (const name of await readdir(folder)) await chmod(join(folder, name), 0o444);
    const before = await fingerprints();
    expect((await log('verify', file)).code).toBe(0);
    const to = join(server.folder, 'results.csv');
    expect((await log('export', file, '--session', code, '--to', to)).code).toBe(0);
    expect((await readFile(to)).equals(results.csv)).toBe(true);
    expect(await fingerprints()).toEqual(before);
  });

  it('[X4] asks which session to export where there are several', async () => {
    const several = await npmRunLog('export', file);
    expect(several).toMatchObject({ code: 2 });
    expect(several.err).toContain(code);
    expect(several.err).toContain(other);
    await change(`DELETE FROM facts WHERE session = '${other}'`);
    const only = await log('export', file);
    expect(only.out.equals(results.csv)).toBe(true);
  });

  it('[X4] holds all sound facts up to the damage, and says what may be missing', async () => {
    const answer = await firstOf('answer:given');
    await change(`DELETE FROM facts WHERE session = '${code}' AND seq = ${answer + 3}`);
    const part = await log('export', file, '--session', code);
    expect(part.code).toBe(1);
    expect(part.err).toContain(`fact ${answer + 3} is missing`);
    expect(part.out.toString().trim().split('\r\n')).toHaveLength(1 + 3);
    // Its rows are rows of the whole.
    for (const line of part.out.toString().trim().split('\r\n')) {
      expect(results.csv.toString()).toContain(line);
    }
  });
});

describe('the check of an offline database', () => {
  it('[X4] reports the content of a sound one', async () => {
    const { code: exit, out } = await log('verify', file);
    expect(String(out)).toMatch(/\nSound\.\n$/);
    expect(String(out)).toMatch(
      new RegExp(`${code} {2}sound {2}"A small deck", \\d+ facts, 80 answers of 40 attendees`),
    );
    expect(String(out)).toContain(`${other}  sound`);
    expect(exit).toBe(0);
  });

  it('[X4] [S3] finds facts that are missing', async () => {
    await change(`DELETE FROM facts WHERE session = '${code}' AND seq IN (7, 20, 21, 22)`);
    const { code: exit, out } = await log('verify', file);
    expect(exit).toBe(1);
    expect(String(out)).toContain(`${code}  NOT SOUND`);
    expect(String(out)).toContain('fact 7 is missing');
    expect(String(out)).toContain('fact 20 and all up to fact 22 are missing');
    expect(String(out)).toContain(`${other}  sound`);
  });

  it('[X4] [V2] [V5] [V6] finds facts that were altered, in any of their fields', async () => {
    const answer = await firstOf('answer:given');
    const alterations = {
      'not have recorded (unfitting-answer)': setFact(
        answer,
        '$.answer',
        `json('{"choices":[7],"other":null}')`,
      ),
      'not have recorded (reworded)': setFact(answer, '$.hash', `'0123456789abcdef'`),
      'not have recorded (reset)': setFact(answer, '$.round', '2'),
      'not have recorded (unknown-activity)': setFact(answer, '$.activity', `'coffee'`),
      'is no fact that this version knows (attendee)': setFact(answer, '$.attendee', '12'),
      'is no fact that this version knows (type)': setFact(answer, '$.type', `'answer:taken'`),
      'no JSON': `UPDATE facts SET fact = substr(fact, 2) WHERE session = '${code}' AND seq = ${answer}`,
      'belongs to another session': setFact(1, '$.code', `'000000'`),
    };
    for (const [index, [words, statement]] of Object.entries(alterations).entries()) {
      // A file of its own: a connection that closes late would write into the next one's.
      file = join(folder, `altered-${index}.db`);
      for (const end of ['', '-wal']) {
        await cp(join(server.folder, `plenary.db${end}`), file + end);
      }
      await change(statement);
      expect((await errorsFound()).join('\n')).toContain(words);
    }
  });

  it('[X4] notes a clock that was set back, and still calls the session sound', async () => {
    await change(`UPDATE facts SET at = at - 600000 WHERE session = '${code}' AND seq > 10`);
    const { code: exit, out } = await log('verify', file, '--session', code);
    expect(String(out)).toContain('note: fact 11 is 10 min earlier than the one before');
    expect(exit).toBe(0);
  });

  it('[X4] finds a damaged page, and reads on elsewhere', async () => {
    await change();
    const place = (await readFile(file)).indexOf('=Number 20,');
    await overwrite(file, place - (place % PAGE), PAGE);
    const { code: exit, out } = await log('verify', file);
    expect(exit).toBe(1);
    expect(String(out)).toContain('The file is damaged');
    expect(String(out)).toContain('restore a backup');
    expect(String(out)).toContain(`${code}  NOT SOUND`);
    expect(String(out)).toMatch(/nothing after fact \d+ can be read/);
    expect(String(out)).toContain(`${other}  sound`);
    const part = await log('export', file, '--session', code);
    expect(part.code).toBe(1);
    expect(part.err).toContain('nothing after fact');
    expect(String(part.out)).toContain('Number 10,');
    expect(String(part.out)).not.toContain('Number 20,');
  });

  it('[X4] finds damage outside all sessions', async () => {
    await change(
      'CREATE TABLE spare (text)',
      `INSERT INTO spare VALUES ('${'spare'.repeat(2_000)}')`,
    );
    const place = (await readFile(file)).lastIndexOf('sparespare');
    await overwrite(file, place - (place % PAGE), 4);
    const { code: exit, out } = await log('verify', file);
    expect(exit).toBe(1);
    expect(String(out)).toContain('The file is damaged');
    for (const session of [code, other]) expect(String(out)).toContain(`${session}  sound`);
    expect(await log('export', file, '--session', code)).toMatchObject({ code: 0, err: '' });
  });

  it('[X4] [V1] finds a write-ahead log that is damaged in its middle', async () => {
    const { size } = await stat(`${file}-wal`);
    await overwrite(`${file}-wal`, size - 10 * (PAGE + 24), 100);
    const checked = await log('verify', file);
    expect(checked.code).toBe(1);
    expect(String(checked.out)).toMatch(/\(-wal\) has lost the last \d+ commits/);
    const part = await log('export', file, '--session', code);
    expect(part.code).toBe(1);
    expect(part.err).toContain('Not all of session');
    expect(part.out.length).toBeGreaterThan(200);
    expect(part.out.length).toBeLessThan(results.csv.length);
  });

  it('[X4] says that a file is no database, or one of another program', async () => {
    await rm(`${file}-wal`);
    await writeFile(file, 'This is a text. '.repeat(500));
    const garbage = await log('verify', file);
    expect(garbage.code).toBe(1);
    expect(String(garbage.out)).toContain('file is not a database');
    expect((await log('export', file, '--session', code)).code).toBe(1);
    await rm(file);
    await change('CREATE TABLE shopping (item TEXT)');
    const foreign = await log('verify', file);
    expect(foreign.code).toBe(1);
    expect(String(foreign.out)).toContain('none of Plenary');
  });

  it('[X4] prints its usage where its arguments are wrong', async () => {
    const wrong = [[], ['verify'], ['mend', file], ['verify', file, '--all'], ['verify', folder]];
    wrong.push(['verify', join(folder, 'missing.db')]);
    for (const said of await Promise.all(wrong.map((args) => log(...args)))) {
      expect(said.code).toBe(2);
      expect(said.err).toMatch(/npm run log -- verify FILE|There is no file/);
    }
    const unknown = await log('export', file, '--session', '000000');
    expect(unknown.code).toBe(1);
    expect(unknown.err).toContain('no session 000000');
  });
});
