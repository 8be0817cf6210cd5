import { execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../server/storage/sqlite.ts';
import type { AttendeeSnapshot, StageSnapshot } from '../../src/session/views.ts';
import type { Results } from '../../src/session/results.ts';
import { overwrite } from '../fixtures/damage.ts';
import { Client } from '../integration/client.ts';
import { sessionFixture } from '../e2e/setup-session.ts';
import { answerAll, type Acknowledged } from './retrying-phones.ts';

const PAGE = 4_096;
const tea = { choices: [0], other: null };

const fixture = sessionFixture('room');
let folder = '';
beforeEach(async () => {
  await fixture.plenary.ensureRunning();
  folder = await mkdtemp(join(tmpdir(), 'plenary-storage-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A session on its first question, with a signed-in console, and so many phones. */
async function asking(phoneCount: number) {
  const { code, presenter } = await fixture.startSession();
  await presenter.show(1);
  const phones = await Promise.all(
    Array.from({ length: phoneCount }, () => fixture.attendee(code)),
  );
  return { code, presenter, phones };
}

async function resultsOf(code: string): Promise<Results> {
  return (await (
    await fixture.plenary.api('GET', `/sessions/${code}/results.json`)
  ).json()) as Results;
}

/** Each attendee's choice, as the running server exports it. */
async function choicesOf(code: string): Promise<Map<string, string>> {
  const { rows } = await resultsOf(code);
  return new Map(rows.map(({ attendee, choice }) => [attendee, choice]));
}

function log(...args: string[]) {
  const command = ['server/cli/run-ts.mjs', 'server/cli/log-tool.ts', ...args];
  return promisify(execFile)(process.execPath, command);
}

/** After a kill, nothing but the file is left: all that was acknowledged is in it, and sound. */
async function expectKept(code: string, { latest }: Acknowledged): Promise<void> {
  const live = await resultsOf(code);
  await fixture.plenary.killHard();
  const { stdout } = await log(
    'export',
    fixture.plenary.database,
    '--session',
    code,
    '--format',
    'json',
  );
  expect(JSON.parse(stdout)).toEqual(live);
  expect((await log('verify', fixture.plenary.database, '--session', code)).stdout).toContain(
    'Sound.',
  );
  await fixture.plenary.run();
  expect(await choicesOf(code)).toEqual(latest);
  const stage = await Client.stage(fixture.plenary.url, code);
  const { activities } = await stage.until<StageSnapshot>('session:state');
  expect(activities.find(({ id }) => id === 'drink')?.answered).toBe(latest.size);
  stage.close();
}

/** Another program takes the database's lock; resolves with the release. */
async function holdLock(): Promise<() => Promise<void>> {
  const holder = spawn(process.execPath, ['test/faults/hold-lock.mjs', fixture.plenary.database], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await new Promise((held) => holder.stdout.once('data', held));
  const ended = new Promise((done) => holder.once('exit', done));
  return async () => {
    holder.stdin.end();
    await ended;
  };
}

describe('a disk that runs full while a crowd answers', () => {
  it('[S2] [S4] [V1] [V2] [V7] loses and doubles none of the answers', async () => {
    const { code, phones } = await asking(60);
    const acknowledged = await answerAll(phones, 'drink', 8, {
      begin: () => fixture.plenary.fillDisk(true),
      end: () => fixture.plenary.fillDisk(false),
    });
    expect(acknowledged.latest.size).toBe(60);
    expect(acknowledged.refused).toBeGreaterThan(0);
    await expectKept(code, acknowledged);
  });

  it('[S10] keeps no server from starting, and needs no second start once it has space', async () => {
    const { code, phones } = await asking(1);
    expect(await phones[0]?.answer('drink', tea)).toMatchObject({ ok: true });
    await fixture.plenary.killHard();
    await fixture.plenary.run({ full: true });
    expect(await fixture.plenary.readiness()).toBe('full');
    expect((await fetch(`${fixture.plenary.url}/healthz`)).status).toBe(200);
    await fixture.plenary.fillDisk(false);
    await expect.poll(() => fixture.plenary.readiness()).toBe('ready');
    expect((await choicesOf(code)).size).toBe(1);
  });
});

describe('a database that another program has locked', () => {
  it('[S10] [S4] [V1] has new answers refused and recorded ones shown, until it is free', async () => {
    const { code, phones } = await asking(3);
    const [first, second] = phones;
    if (first === undefined || second === undefined) throw new Error('no phones');
    expect(await first.answer('drink', tea)).toMatchObject({ ok: true });
    const release = await holdLock();
    expect(await second.answer('drink', tea, 'while-locked')).toMatchObject({
      ok: false,
      error: {
        name: 'locked',
        message: expect.stringContaining('in use by another program') as string,
        retryAfter: expect.any(Number) as number,
      },
    });
    expect(await fixture.plenary.readiness()).toBe('locked');
    // Reading goes on: a newcomer, a stage, an export, the list, and a server that restarts.
    const late = await fixture.attendee(code);
    expect((await late.until<AttendeeSnapshot>('session:state')).here).toBe('drink');
    expect((await choicesOf(code)).size).toBe(1);
    expect((await fixture.plenary.api('GET', '/sessions')).status).toBe(200);
    await fixture.plenary.killHard();
    await fixture.plenary.run();
    expect((await choicesOf(code)).size).toBe(1);
    expect(await fixture.plenary.readiness()).toBe('locked');

    await release();
    await expect.poll(() => fixture.plenary.readiness()).toBe('ready');
    const again = await fixture.attendee(code, { token: await second.token() });
    expect(await again.answer('drink', tea, 'while-locked')).toMatchObject({ ok: true });
    expect((await choicesOf(code)).size).toBe(2);
  });

  it('[S2] [S4] [V1] [V2] loses and doubles none of the answers of a crowd', async () => {
    const { code, phones } = await asking(30);
    let release = async (): Promise<void> => undefined;
    const acknowledged = await answerAll(phones, 'drink', 3, {
      begin: async () => {
        release = await holdLock();
      },
      end: () => release(),
    });
    expect(acknowledged.refused).toBeGreaterThan(0);
    await expectKept(code, acknowledged);
  });
});

describe('a database that is damaged', () => {
  it('[S10] [V1] is noticed while the server runs, by reading back what was recorded', async () => {
    const { code, phones } = await asking(2);
    const presenter = await fixture.console(code);
    const [phone] = phones;
    expect(await phone?.answer('drink', tea)).toMatchObject({ ok: true });
    const { size } = await stat(`${fixture.plenary.database}-wal`);
    await overwrite(`${fixture.plenary.database}-wal`, 32 + 24, size - 32 - 24);
    await expect.poll(() => fixture.plenary.readiness()).toBe('damaged');
    expect(await phones[1]?.answer('drink', tea)).toMatchObject({
      ok: false,
      error: {
        name: 'damaged',
        message: expect.stringContaining('can no longer be read') as string,
      },
    });
    await presenter.page.getByRole('alert').getByText('must be downloaded').waitFor();
    // The server can do that: it still has the acknowledged answers in memory.
    expect((await choicesOf(code)).size).toBe(1);
    await presenter.close();
    await startAnew();
  });

  it('[S10] has nothing recorded once it was removed, and is used again when it is put back', async () => {
    const { code, phones } = await asking(1);
    const [phone] = phones;
    const { database } = fixture.plenary;
    expect(await phone?.answer('drink', tea, 'before-removal')).toMatchObject({ ok: true });
    await rename(database, `${database}.away`);
    expect(await phone?.answer('drink', tea, 'after-removal')).toMatchObject({
      ok: false,
      error: { name: 'damaged', message: expect.stringContaining('was removed') as string },
    });
    expect(await fixture.plenary.readiness()).toBe('damaged');
    await rename(`${database}.away`, database);
    await expect.poll(() => fixture.plenary.readiness()).toBe('ready');
    expect(await phone?.answer('drink', tea, 'after-removal')).toMatchObject({ ok: true });
    expect((await choicesOf(code)).size).toBe(1);
  });

  it('[S38] [V1] loses nothing of its write-ahead log when that is removed', async () => {
    const { code, phones } = await asking(2);
    expect(await phones[0]?.answer('drink', tea)).toMatchObject({ ok: true });
    await rm(`${fixture.plenary.database}-wal`);
    expect(await phones[1]?.answer('drink', tea)).toMatchObject({ ok: true });
    expect(await fixture.plenary.readiness()).toBe('ready');
    await fixture.plenary.killHard();
    await fixture.plenary.run();
    expect((await choicesOf(code)).size).toBe(2);
  });

  it('[S10] keeps no server from starting, which says so until the database is restored', async () => {
    const { code, phones } = await asking(1);
    expect(await phones[0]?.answer('drink', tea)).toMatchObject({ ok: true });
    const { database } = fixture.plenary;
    await backUp();
    for (const damage of [garbage, smashedStart, cutOff, smashedLog]) {
      await fixture.plenary.killHard();
      await rm(`${database}-shm`, { force: true });
      await restore();
      await damage(database);
      await fixture.plenary.run();
      expect(fixture.plenary.output).toMatch(/Nothing can be recorded yet: .*damaged/);
      expect(await fixture.plenary.readiness(), damage.name).toBe('damaged');
      expect((await fetch(`${fixture.plenary.url}/healthz`)).status).toBe(200);
      const refused = await fixture.plenary.api('POST', '/sessions', { deck: 'room' });
      expect(refused.status).toBe(503);
      expect(await refused.json()).toMatchObject({ error: { name: 'damaged' } });
      await expect(fixture.attendee(code)).rejects.toMatchObject({
        data: { name: 'storage', message: expect.stringContaining('damaged') as string },
      });
      // A backup is put in its place: that is all it needs.
      await restore();
      await expect.poll(() => fixture.plenary.readiness(), { message: damage.name }).toBe('ready');
      expect((await choicesOf(code)).size).toBe(1);
      const late = await fixture.attendee(code);
      expect(await late.answer('drink', tea)).toMatchObject({ ok: true });
      late.close();
    }
  });

  it('[S10] affects no session but the damaged one', async () => {
    const rotten = await asking(40);
    const sound = await asking(1);
    await answerAll(rotten.phones, 'drink', 4, null);
    expect(await sound.phones[0]?.answer('drink', tea)).toMatchObject({ ok: true });
    await fixture.plenary.killHard();
    await damageMiddleOf(rotten.code);
    await fixture.plenary.run();
    await expect(fixture.attendee(rotten.code)).rejects.toMatchObject({
      data: { name: 'storage', message: expect.stringContaining('damaged') as string },
    });
    const refused = await fixture.plenary.api('GET', `/sessions/${rotten.code}/results.json`);
    expect(refused.status).toBe(503);
    const phone = await fixture.attendee(sound.code);
    expect(await phone.answer('drink', tea)).toMatchObject({ ok: true });
    expect((await choicesOf(sound.code)).size).toBe(2);
    // The tool saves the readable part of the other one.
    const part = await log('export', fixture.plenary.database, '--session', rotten.code).catch(
      (error: { code: number; stdout: string; stderr: string }) => error,
    );
    expect(part).toMatchObject({ code: 1 });
    expect(part.stderr).toContain('Not all of session');
    expect(part.stdout.split('\n').length).toBeGreaterThan(2);
    await startAnew();
  });
});

/** A server with an empty data folder, for the next test. */
async function startAnew(): Promise<void> {
  await fixture.plenary.killHard();
  for (const end of ['', '-wal', '-shm']) await rm(fixture.plenary.database + end, { force: true });
  await fixture.plenary.run();
}

/** Copies the database of a server that was ended. */
async function backUp(): Promise<void> {
  await fixture.plenary.killHard();
  for (const end of ['', '-wal'])
    await cp(fixture.plenary.database + end, join(folder, `backup${end}`));
}

async function restore(): Promise<void> {
  for (const end of ['', '-wal']) {
    await cp(join(folder, `backup${end}`), `${fixture.plenary.database}${end}.new`);
    await rename(`${fixture.plenary.database}${end}.new`, fixture.plenary.database + end);
  }
}

async function emptyLog(database: string): Promise<void> {
  const opened = await openSqlite(database);
  await (await opened.prepare('PRAGMA wal_checkpoint(TRUNCATE)')).all([]);
  opened.close();
}

async function garbage(database: string): Promise<void> {
  await rm(`${database}-wal`);
  await writeFile(database, 'no database at all '.repeat(400));
}

async function smashedStart(database: string): Promise<void> {
  await emptyLog(database);
  await overwrite(database, 100, PAGE - 100);
}

async function cutOff(database: string): Promise<void> {
  await emptyLog(database);
  const whole = await readFile(database);
  await writeFile(database, whole.subarray(0, 1_000));
}

async function smashedLog(database: string): Promise<void> {
  await overwrite(`${database}-wal`, 32 + 5 * (PAGE + 24) + 100, 100);
}

/** Overwrites a page in the middle of a session's answers. */
async function damageMiddleOf(code: string): Promise<void> {
  const { database } = fixture.plenary;
  await emptyLog(database);
  const bytes = await readFile(database);
  const ids = [...bytes.toString('latin1').matchAll(/round-2-of-20"/g)];
  expect(ids.length, code).toBeGreaterThan(0);
  for (const { index } of ids) await overwrite(database, index - (index % PAGE), PAGE);
}
