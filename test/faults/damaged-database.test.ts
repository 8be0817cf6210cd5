import { cp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { describe, it, type TestContext } from 'vitest';
import { openSqlite } from '../../server/storage/sqlite.ts';
import { overwrite } from '../fixtures/damage.ts';
import { SessionFixture } from '../e2e/setup-session.ts';
import { ask, choicesOf, runLogTool } from './recorded-answers.ts';
import { answerAll } from './retrying-phones.ts';

const PAGE = 4_096;
const tea = { choices: [0], other: null };

/** A server of the test's own. */
async function start({ onTestFinished }: TestContext): Promise<SessionFixture> {
  const fixture = new SessionFixture('room');
  onTestFinished(() => fixture.close());
  await fixture.open();
  return fixture;
}

// Most of their time they wait for the server's next look at its files: side by side.
describe.concurrent('a database that is damaged', () => {
  it('[S10] [V1] is noticed while the server runs, by reading back what was recorded', async (context) => {
    const { expect } = context;
    const fixture = await start(context);
    const { code, phones } = await ask(fixture, 2);
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
    expect((await choicesOf(fixture, code)).size).toBe(1);
    await presenter.close();
  });

  it.for(Object.entries({ garbage, smashedStart, cutOff, smashedLog }))(
    '[S10] keeps no server from starting, which says so until the database is restored: %s',
    async ([, damage], context) => {
      const { expect } = context;
      const fixture = await start(context);
      const { plenary } = fixture;
      const { code, phones } = await ask(fixture, 1);
      expect(await phones[0]?.answer('drink', tea)).toMatchObject({ ok: true });
      await plenary.killHard();
      await backUp(plenary.database);
      await rm(`${plenary.database}-shm`);
      await damage(plenary.database);
      await plenary.run();
      expect(plenary.output).toMatch(/Nothing can be recorded yet: .*damaged/);
      expect(await plenary.readiness()).toBe('damaged');
      expect((await fetch(`${plenary.url}/healthz`)).status).toBe(200);
      const refused = await plenary.api('POST', '/sessions', { deck: 'room' });
      expect(refused.status).toBe(503);
      expect(await refused.json()).toMatchObject({ error: { name: 'damaged' } });
      await expect(fixture.attendee(code)).rejects.toMatchObject({
        data: { name: 'storage', message: expect.stringContaining('damaged') as string },
      });
      // A backup is put in its place: that is all it needs.
      await restore(plenary.database);
      await expect.poll(() => plenary.readiness()).toBe('ready');
      expect((await choicesOf(fixture, code)).size).toBe(1);
      const late = await fixture.attendee(code);
      expect(await late.answer('drink', tea)).toMatchObject({ ok: true });
    },
  );

  it('[S10] has nothing recorded once it was removed, and is used again when it is put back', async (context) => {
    const { expect } = context;
    const fixture = await start(context);
    const { code, phones } = await ask(fixture, 1);
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
    expect((await choicesOf(fixture, code)).size).toBe(1);
  });

  it('[S38] [V1] loses nothing of its write-ahead log when that is removed', async (context) => {
    const { expect } = context;
    const fixture = await start(context);
    const { code, phones } = await ask(fixture, 2);
    expect(await phones[0]?.answer('drink', tea)).toMatchObject({ ok: true });
    await rm(`${fixture.plenary.database}-wal`);
    expect(await phones[1]?.answer('drink', tea)).toMatchObject({ ok: true });
    expect(await fixture.plenary.readiness()).toBe('ready');
    await fixture.plenary.killHard();
    await fixture.plenary.run();
    expect((await choicesOf(fixture, code)).size).toBe(2);
  });

  it('[S10] affects no session but the damaged one', async (context) => {
    const { expect } = context;
    const fixture = await start(context);
    const rotten = await ask(fixture, 40);
    const sound = await ask(fixture, 1);
    await answerAll(rotten.phones, 'drink', 4, null);
    expect(await sound.phones[0]?.answer('drink', tea)).toMatchObject({ ok: true });
    await fixture.plenary.killHard();
    expect(await damageAnswers(fixture.plenary.database)).toBeGreaterThan(0);
    await fixture.plenary.run();
    await expect(fixture.attendee(rotten.code)).rejects.toMatchObject({
      data: { name: 'storage', message: expect.stringContaining('damaged') as string },
    });
    const refused = await fixture.plenary.api('GET', `/sessions/${rotten.code}/results.json`);
    expect(refused.status).toBe(503);
    const phone = await fixture.attendee(sound.code);
    expect(await phone.answer('drink', tea)).toMatchObject({ ok: true });
    expect((await choicesOf(fixture, sound.code)).size).toBe(2);
    // The tool saves the readable part of the other one.
    const part = await runLogTool(
      'export',
      fixture.plenary.database,
      '--session',
      rotten.code,
    ).catch((error: { code: number; stdout: string; stderr: string }) => error);
    expect(part).toMatchObject({ code: 1 });
    expect(part.stderr).toContain('Not all of session');
    expect(part.stdout.split('\n').length).toBeGreaterThan(2);
  });
});

/** Copies the database of a server that was ended. */
async function backUp(database: string): Promise<void> {
  for (const end of ['', '-wal']) await cp(database + end, `${database}.backup${end}`);
}

async function restore(database: string): Promise<void> {
  for (const end of ['', '-wal']) await rename(`${database}.backup${end}`, database + end);
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

/** Overwrites the pages that hold an answer of `answerAll`; resolves with how many that are. */
async function damageAnswers(database: string): Promise<number> {
  await emptyLog(database);
  const bytes = await readFile(database);
  const ids = [...bytes.toString('latin1').matchAll(/round-2-of-20"/g)];
  for (const { index } of ids) await overwrite(database, index - (index % PAGE), PAGE);
  return ids.length;
}
