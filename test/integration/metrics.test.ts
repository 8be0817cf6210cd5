import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultTimeouts } from '../../server/http/http-timeouts.ts';
import { nodeGauges } from '../../server/storage/postgres/node-gauges.ts';
import { postgresAt } from '../../server/storage/postgres/postgres.ts';
import { Client } from './client.ts';
import { fullDisk, HeldLog } from './blocking-log.ts';
import { PrometheusText } from './prometheus-text.ts';
import { RunningServer } from './running-server.ts';

const yes = { choices: [0], other: null };

const log = new HeldLog();
let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start(Date.now, defaultTimeouts, log.around);
});
afterAll(() => server.stop());

async function metrics(): Promise<PrometheusText> {
  const response = await fetch(`${server.url}/metrics`);
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  return new PrometheusText(await response.text());
}

/** By how much each sample grows while something happens. */
async function growth(happens: () => Promise<unknown>): Promise<(sample: string) => number> {
  const before = await metrics();
  await happens();
  const after = await metrics();
  return (sample) => (after.value(sample) ?? Number.NaN) - (before.value(sample) ?? Number.NaN);
}

/** A session at its first question. */
async function startSession() {
  const code = await server.session();
  const console = await Client.console(server.url, code);
  await console.show(1);
  return { code, console };
}

describe('/metrics', () => {
  it('[V1] counts the answers that came and those that were acknowledged, and times both', async () => {
    const { code } = await startSession();
    const phones = await Promise.all(
      Array.from({ length: 5 }, () => Client.attendee(server.url, code)),
    );
    const grew = await growth(() => Promise.all(phones.map((phone) => phone.answer('tea', yes))));
    expect(grew('plenary_answers_total')).toBe(5);
    expect(grew('plenary_receipts_total')).toBe(5);
    expect(grew('plenary_answer_seconds_count')).toBe(5);
    expect(grew('plenary_commit_facts_sum')).toBe(5);
    expect(grew('plenary_commit_seconds_count')).toBe(grew('plenary_commit_facts_count'));
  });

  it('[V5] [S10] counts what is refused, by its reason, and acknowledges none of it', async () => {
    const { code } = await startSession();
    const phone = await Client.attendee(server.url, code);
    const grew = await growth(async () => {
      await phone.answer('biscuit', yes);
      await phone.answer('tea', 'nonsense');
      log.fail(fullDisk);
      await phone.answer('tea', yes);
      log.fail(null);
      await Client.attendee(server.url, '000000').catch(() => null);
    });
    expect(grew('plenary_refusals_total{reason="not-open"}')).toBe(1);
    expect(grew('plenary_refusals_total{reason="unfitting-answer"}')).toBe(1);
    expect(grew('plenary_refusals_total{reason="full"}')).toBe(1);
    expect(grew('plenary_storage_failures_total{problem="full"}')).toBe(1);
    expect(grew('plenary_connection_refusals_total{reason="unknown-code"}')).toBe(1);
    expect(grew('plenary_answers_total')).toBe(3);
    expect(grew('plenary_receipts_total')).toBe(0);
  });

  it('[R5] reports, as /readyz does, by which transport phones are connected, also after a change of it', async () => {
    const own = await RunningServer.start();
    const code = await own.session();
    const told = async () => {
      const response = await fetch(`${own.url}/readyz`);
      const { transports } = (await response.json()) as { transports: unknown };
      const text = new PrometheusText(await (await fetch(`${own.url}/metrics`)).text());
      const of = (role: string, by: string) =>
        text.value(`plenary_connections{role="${role}",transport="${by}"}`);
      return { transports, stages: of('stage', 'polling'), phones: of('attendee', 'websocket') };
    };
    const startServices = (...transports: ('polling' | 'websocket')[]) =>
      Client.attendee(own.url, code, { transports });
    await Client.stage(own.url, code, { transports: ['polling'] });
    const phones = [
      await startServices('websocket'),
      await startServices('polling'),
      await startServices('polling'),
    ];
    const both = { transports: { websocket: 1, polling: 2 }, stages: 1, phones: 1 };
    await expect.poll(told, { timeout: 5_000 }).toEqual(both);
    phones[2]?.close();
    // It begins by polling, and moves.
    await startServices('polling', 'websocket');
    const moved = { transports: { websocket: 2, polling: 1 }, stages: 1, phones: 2 };
    await expect.poll(told, { timeout: 5_000 }).toEqual(moved);
    await own.stop();
  });

  it('[S8] reports how many sessions run', async () => {
    const open = async () => (await metrics()).value('plenary_sessions_open') ?? Number.NaN;
    const before = await open();
    const [ended, deleted] = [await server.session(), await server.session()];
    expect(await open()).toBe(before + 2);
    await server.api('POST', `/sessions/${ended}/end`);
    await server.api('DELETE', `/sessions/${deleted}`);
    expect(await open()).toBe(before);
  });

  it('[A9] has no label that a stranger could make up, and none that tells attendees apart', async () => {
    const { code, console } = await startSession();
    const phone = await Client.attendee(server.url, code);
    const names = new Set((await metrics()).samples.keys());
    await phone.answer('tea', { choices: [0], other: 'a-strangers-own-words' }, 'a-strangers-id');
    await phone.ask('a-strangers-event', {});
    await console.ask('activity:open', { activity: 'a-strangers-activity' });
    await Client.attendee(server.url, 'a-strangers-code').catch(() => null);
    const after = await metrics();
    expect(new Set(after.samples.keys())).toEqual(names);
    for (const secret of [code, 'stranger', await phone.token(), '127.0.0.1', '"tea"', 'small']) {
      expect(after.text).not.toContain(secret);
    }
  });
});

describe('the documentation of the metrics', () => {
  it('[A7] names every reason of a refusal that is counted, and no other', async () => {
    const page = await readFile('docs/protocol.md', 'utf8');
    const errors = page.slice(page.indexOf('\n## Errors'), page.indexOf('\n## Rules to rely on'));
    const [connection = '', message = ''] = errors.split('Refusals of a message');
    const named = (table: string) =>
      [...table.matchAll(/^\| (`.+?) \|/gm)].flatMap(([, names = '']) =>
        [...names.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name),
      );
    const { samples } = await metrics();
    const counted = (family: string) =>
      [...samples.keys()].flatMap((key) => {
        const [, reason] = new RegExp(`^${family}\\{reason="(.+)"\\}$`).exec(key) ?? [];
        return reason === undefined || reason === 'other' ? [] : [reason];
      });
    expect(counted('plenary_connection_refusals_total').toSorted()).toEqual(
      named(connection).toSorted(),
    );
    expect(counted('plenary_refusals_total').toSorted()).toEqual(named(message).toSorted());
  });

  it('[S10] describes each metric', async () => {
    const page = await readFile('docs/operations.md', 'utf8');
    const named = new Set(
      [...page.matchAll(/`((?:plenary|process)_\w+)`/g)].map(([, name = '']) => name),
    );
    const several = nodeGauges(postgresAt('postgres://nowhere', 'one')).map(({ name }) => name);
    const measured = new Set([...(await metrics()).families.keys(), ...several]);
    for (const name of measured) expect(named).toContain(name);
    // Only Linux counts open files.
    const ours = [...named].filter((name) => name.startsWith('plenary_'));
    for (const name of ours) expect(measured).toContain(name);
  });
});
