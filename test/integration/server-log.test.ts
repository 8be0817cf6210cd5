import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventLog } from '../../server/storage/event-log.ts';
import { defaultTimeouts } from '../../server/http/http-timeouts.ts';
import { Client } from './client.ts';
import { fullDisk, HeldLog } from './blocking-log.ts';
import { KEY, RunningServer } from './running-server.ts';

const WORDS = 'what-an-attendee-wrote';
const WRONG_KEY = 'a-key-that-somebody-guesses';

const log = new HeldLog();
/** True to make each read of the log throw. */
let faulty = false;
let server: RunningServer;

/** Quotes its input in the message, as JSON.parse does. */
function fault(met: string): never {
  throw new SyntaxError(`Unexpected token in "${WORDS} ${met}"`);
}

function faultyLog(real: EventLog): EventLog {
  const held = log.around(real);
  return {
    ...held,
    read: async (session, ...page) => (faulty ? fault(session) : held.read(session, ...page)),
    sessions: async (...page) => (faulty ? fault('all') : held.sessions(...page)),
  };
}

beforeEach(async () => {
  server = await RunningServer.start(Date.now, defaultTimeouts, faultyLog);
});
afterEach(async () => {
  faulty = false;
  await server.stop();
});

/** The lines logged, in order, without the times. */
function events(): unknown[] {
  return server.logged.map((line) => (JSON.parse(line) as { msg: unknown }).msg);
}

describe('the log of the server', () => {
  it('[S10] says when sessions start, end and are deleted, and when the storage fails and recovers', async () => {
    const code = await server.session();
    const console = await Client.console(server.url, code);
    await console.show(1);
    log.fail(fullDisk);
    const phone = await Client.attendee(server.url, code);
    for (let n = 0; n < 3; n += 1) await phone.answer('tea', { choices: [0], other: null });
    log.fail(null);
    await phone.answer('tea', { choices: [0], other: null });
    await console.ask('session:end', {});
    await server.api('POST', `/sessions/${code}/end`);
    await server.api('DELETE', `/sessions/${code}`);
    expect(events()).toEqual([
      'session started',
      'storage problem',
      'storage well again',
      'session ended',
      'session deleted',
    ]);
    const [started, problem] = server.logged.map((line) => JSON.parse(line) as object);
    expect(started).toMatchObject({ deck: 'small' });
    expect(problem).toMatchObject({ problem: 'full' });
  });

  it('[A9] holds nothing that anybody wrote or showed, and nothing that tells one attendee from another', async () => {
    const code = await server.session();
    const { logged } = server;
    const console = await Client.console(server.url, code);
    await console.show(2);
    await console.ask('activity:open', { activity: 'biscuit' });
    const phone = await Client.attendee(server.url, code, { transports: ['polling'] });
    await phone.answer('biscuit', { choices: [], other: WORDS }, 'the-id-of-an-answer');
    await phone.answer(WORDS, WORDS);
    await phone.ask(WORDS, { [WORDS]: WORDS });
    log.fail(fullDisk);
    await phone.answer('biscuit', { choices: [], other: `${WORDS} again` });
    log.fail(null);
    await Client.attendee(server.url, '000000').catch(() => null);
    await Client.connect(server.url, code, 'console', { key: WRONG_KEY }).catch(() => null);
    await server.api('GET', '/sessions', undefined, WRONG_KEY);
    faulty = true;
    expect((await server.api('GET', '/sessions')).status).toBe(500);
    const met = await Client.attendee(server.url, '999999').catch((error: Error) => error);
    expect(met).toMatchObject({ data: { name: 'fault' } });
    faulty = false;
    const token = await phone.token();
    await server.api('DELETE', `/sessions/${code}`);
    const said = logged.join('');
    expect(said.match(/"msg":"fault"/g)).toHaveLength(2);
    expect(said).toContain('SyntaxError');
    const secret = token.split('.')[0] ?? '';
    expect(secret).not.toBe('');
    for (const one of [WORDS, KEY, WRONG_KEY, token, secret, code, '000000', '999999']) {
      expect(said).not.toContain(one);
    }
    expect(said).not.toMatch(/the-id-of-an-answer|127\.0\.0\.1|::1\b/);
  });

  it('[A7] [A9] records a fault in the handling of a message, and the sender is asked to try again', async () => {
    const code = await server.session();
    await (await Client.console(server.url, code)).show(1);
    const phone = await Client.attendee(server.url, code);
    const found = await server.app.registry.find(code);
    const answers = found.ok ? found.value?.state.activities.get('tea')?.answers : undefined;
    Object.assign(answers ?? {}, { get: () => fault('an answer') });
    expect(await phone.ask('take-home:get', {})).toEqual({
      ok: false,
      error: { name: 'fault', message: expect.stringContaining('try again'), retryAfter: 5 },
    });
    expect(events()).toEqual(['session started', 'fault']);
    expect(server.logged.join('')).not.toContain(WORDS);
    expect(await phone.answer('biscuit', {})).toMatchObject({ error: { name: 'not-open' } });
  });
});
