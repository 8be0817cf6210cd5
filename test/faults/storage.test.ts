import { spawn } from 'node:child_process';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AttendeeSnapshot, StageSnapshot } from '../../src/session/views.ts';
import { Client } from '../integration/client.ts';
import { sessionFixture } from '../e2e/setup-session.ts';
import { ask, choicesOf, resultsOf, runLogTool } from './recorded-answers.ts';
import { answerAll, type Acknowledged } from './retrying-phones.ts';

const tea = { choices: [0], other: null };

const fixture = sessionFixture('room');
beforeEach(() => fixture.plenary.ensureRunning());

/** After a kill, nothing but the file is left: all that was acknowledged is in it, and sound. */
async function expectKept(code: string, { latest }: Acknowledged): Promise<void> {
  const live = await resultsOf(fixture, code);
  await fixture.plenary.killHard();
  const { stdout } = await runLogTool(
    'export',
    fixture.plenary.database,
    '--session',
    code,
    '--format',
    'json',
  );
  expect(JSON.parse(stdout)).toEqual(live);
  expect(
    (await runLogTool('verify', fixture.plenary.database, '--session', code)).stdout,
  ).toContain('Sound.');
  await fixture.plenary.run();
  expect(await choicesOf(fixture, code)).toEqual(latest);
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
    const { code, phones } = await ask(fixture, 60);
    const acknowledged = await answerAll(phones, 'drink', 8, {
      begin: () => fixture.plenary.fillDisk(true),
      end: () => fixture.plenary.fillDisk(false),
    });
    expect(acknowledged.latest.size).toBe(60);
    expect(acknowledged.refused).toBeGreaterThan(0);
    await expectKept(code, acknowledged);
  });

  it('[S10] keeps no server from starting, and needs no second start once it has space', async () => {
    const { code, phones } = await ask(fixture, 1);
    expect(await phones[0]?.answer('drink', tea)).toMatchObject({ ok: true });
    await fixture.plenary.killHard();
    await fixture.plenary.run({ full: true });
    expect(await fixture.plenary.readiness()).toBe('full');
    expect((await fetch(`${fixture.plenary.url}/healthz`)).status).toBe(200);
    await fixture.plenary.fillDisk(false);
    await expect.poll(() => fixture.plenary.readiness()).toBe('ready');
    expect((await choicesOf(fixture, code)).size).toBe(1);
  });
});

describe('a database that another program has locked', () => {
  it('[S10] [S4] [V1] has new answers refused and recorded ones shown, until it is free', async () => {
    const { code, phones } = await ask(fixture, 3);
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
    expect((await choicesOf(fixture, code)).size).toBe(1);
    expect((await fixture.plenary.api('GET', '/sessions')).status).toBe(200);
    await fixture.plenary.killHard();
    await fixture.plenary.run();
    expect((await choicesOf(fixture, code)).size).toBe(1);
    expect(await fixture.plenary.readiness()).toBe('locked');

    await release();
    await expect.poll(() => fixture.plenary.readiness()).toBe('ready');
    const again = await fixture.attendee(code, { token: await second.token() });
    expect(await again.answer('drink', tea, 'while-locked')).toMatchObject({ ok: true });
    expect((await choicesOf(fixture, code)).size).toBe(2);
  });

  it('[S2] [S4] [V1] [V2] loses and doubles none of the answers of a crowd', async () => {
    const { code, phones } = await ask(fixture, 30);
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
