import { afterEach, describe, expect, it, vi } from 'vitest';
import { give, stateOf, until, attendeeOf } from '../network/phones.ts';
import { phonesFixture } from '../network/phones-fixture.ts';
import { RunningServer } from './running-server.ts';
import { readFacts } from '../../server/storage/read-facts.ts';

const [YES, NO] = [0, 1];

const fixture = phonesFixture();
afterEach(() => vi.restoreAllMocks());

/** The ids of the answers in the log, in their order. */
async function recordedIds(code: string): Promise<string[]> {
  const facts = await readFacts(fixture.server.log, code);
  if (!facts.ok) throw new Error(facts.error.message);
  return facts.value.flatMap(({ fact }) => (fact.type === 'answer:given' ? [fact.id] : []));
}

describe('a crowd that lost its server', () => {
  it('[R3] [R1] reconnects by itself, each phone after a delay of its own', async () => {
    const { code } = await fixture.startSession();
    const crowd = await fixture.phones.joinAll(code, 100);
    for (const phone of crowd) give(phone, 'tea', YES);
    await until(() => crowd.every((phone) => stateOf(phone, 'tea').is === 'recorded'));
    const before = crowd.map(attendeeOf);
    const waits = collectWaits();
    await fixture.restartServer();
    await until(() => crowd.every((phone) => phone.status.value.is === 'online'));
    const first = waits.slice(0, 100).sort((one, other) => one - other);
    expect(new Set(first).size).toBeGreaterThan(90);
    expect(Math.max(...first) - Math.min(...first)).toBeGreaterThan(400);
    expect(mostWithin(50, first)).toBeLessThan(30);
    expect(crowd.map(attendeeOf)).toEqual(before);
    expect(await fixture.exported(code)).toHaveLength(100);
  });
});

describe('a network with stalls, and with connections that are cut', () => {
  it('[V1] [V3] [X1] delivers each of some hundred answers once', async () => {
    fixture.network.become({ latency: 20, loss: 0.05, cut: 0.02 });
    const { code } = await fixture.startSession();
    const crowd = await fixture.phones.joinAll(code, 60);
    const receipts: { seq: number; id: string }[] = [];
    for (const choice of [YES, NO, YES]) {
      for (const phone of crowd) give(phone, 'tea', choice);
      await until(() => crowd.every((phone) => stateOf(phone, 'tea').is === 'recorded'));
      for (const phone of crowd) {
        const receipt = phone.own.value['tea']?.receipt;
        if (receipt !== undefined) receipts.push(receipt);
      }
    }
    expect(fixture.network.cuts).toBeGreaterThan(10);
    const ids = await recordedIds(code);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.sort()).toEqual(receipts.map(({ id }) => id).sort());
    const rows = await fixture.exported(code);
    expect(rows).toHaveLength(60);
    expect(new Map(rows)).toEqual(new Map(crowd.map((phone) => [attendeeOf(phone), 'Yes'])));
  });
});

describe('a proxy', () => {
  it('[R4] that cuts idle connections causes no lost answer and no lost presence', async () => {
    fixture.network.become({ idle: 400 });
    const { code, presenter } = await fixture.startSession();
    const [phone, other] = await fixture.phones.joinAll(code, 2);
    if (phone === undefined || other === undefined) throw new Error('no phones');
    give(phone, 'tea', NO);
    await until(() => fixture.network.cuts >= 4);
    give(other, 'tea', YES);
    await presenter.show(2);
    await until(() => fixture.phones.all.every((one) => one.snapshot.value?.slide?.number === 3));
    await presenter.show(1);
    await until(() => fixture.phones.all.every((one) => stateOf(one, 'tea').is === 'recorded'));
    expect(await fixture.exported(code)).toEqual([
      [attendeeOf(phone), 'No'],
      [attendeeOf(other), 'Yes'],
    ]);
  });

  it('[R4] with ordinary timeouts finds no connection idle, and a dead one is given up within half a minute', async () => {
    const opened = await fetch(`${fixture.server.url}/socket.io/?EIO=4&transport=polling`);
    const { pingInterval, pingTimeout } = JSON.parse((await opened.text()).slice(1)) as {
      pingInterval: number;
      pingTimeout: number;
    };
    // The shortest patience that proxies have by default is half a minute; nginx has a whole one.
    expect(pingInterval).toBeLessThan(25_000);
    expect(pingInterval + pingTimeout).toBeLessThanOrEqual(30_000);
  });

  it.each(['refused', 'stripped', 'swallowed'] as const)(
    '[R5] whose WebSocket upgrade is %s gets long polling, which carries the session',
    async (upgrades) => {
      fixture.network.become({ upgrades });
      const { code, presenter } = await fixture.startSession();
      const phone = await fixture.phones.join(code);
      await presenter.show(2);
      await until(() => phone.snapshot.value?.slide?.number === 3);
      await presenter.show(1);
      await until(() => phone.snapshot.value?.slide?.number === 2);
      give(phone, 'tea', YES);
      await until(() => stateOf(phone, 'tea').is === 'recorded');
      expect(fixture.network.webSockets).toBe(0);
      expect(await fixture.exported(code)).toEqual([[attendeeOf(phone), 'Yes']]);
    },
  );
});

// A connection that is only silent is closed after 27 s: these must not wait for that.
describe('a phone that changes its network while it sends an answer', { timeout: 20_000 }, () => {
  it('[R2] [V3] [R4] delivers the answer over the new network, once, while the old one is still silent', async () => {
    const { code } = await fixture.startSession();
    const [heard, unheard] = await fixture.phones.joinAll(code, 2);
    if (heard === undefined || unheard === undefined) throw new Error('no phones');
    // The answer of one reaches the server, and its receipt does not come back.
    fixture.network.loseAnswers();
    give(heard, 'tea', YES);
    await until(() => fixture.server.app.registry.isOpen(code));
    await expect.poll(() => recordedIds(code)).toHaveLength(1);
    fixture.network.moveTo('192.0.2.77');
    give(unheard, 'tea', NO);
    expect(stateOf(heard, 'tea').is).toBe('sending');
    await until(() => fixture.phones.all.every((phone) => stateOf(phone, 'tea').is === 'recorded'));
    expect(await recordedIds(code)).toHaveLength(2);
    expect(await fixture.exported(code)).toEqual([
      [attendeeOf(heard), 'Yes'],
      [attendeeOf(unheard), 'No'],
    ]);
  });
});

describe('a receipt that was lost on the way', () => {
  it('[V2] [V9] hides no later answer when the first one is sent again', async () => {
    const { code, presenter } = await fixture.startSession();
    const phone = await fixture.phones.join(code);
    const later = collectTimers();
    fixture.network.loseAnswers();
    give(phone, 'tea', NO);
    await expect.poll(() => recordedIds(code)).toHaveLength(1);
    fixture.network.cutAll();
    await until(() => stateOf(phone, 'tea').is === 'recorded');
    give(phone, 'tea', YES);
    await until(() => stateOf(phone, 'tea').is === 'recorded');
    // Retries that were set while the first answer was not recorded yet.
    expect(later.length).toBeGreaterThan(0);
    for (const act of later) act();
    await presenter.show(3);
    await until(() => phone.snapshot.value?.slide?.number === 4);
    await presenter.show(1);
    await until(() => phone.snapshot.value?.slide?.number === 2);
    expect(stateOf(phone, 'tea')).toEqual({
      is: 'recorded',
      answer: { choices: [YES], other: null },
    });
  });
});

describe('a server that is stopped', { timeout: 15_000 }, () => {
  it('[R3] does not wait for phones that have left their network to close', async () => {
    const stopped = await RunningServer.start();
    const code = await stopped.session();
    fixture.network.leadTo(stopped.url);
    await fixture.phones.joinAll(code, 3);
    fixture.network.moveTo('192.0.2.77');
    await stopped.stop();
  });
});

/** Collects the retry timers of phones from now on, to be run early. */
function collectTimers(): (() => void)[] {
  const acts: (() => void)[] = [];
  const put = setTimeout;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation((act, wait) => {
    if (wait !== undefined && wait >= 1_000 && wait <= 3_000) acts.push(act);
    return put(act, wait);
  });
  return acts;
}

/** The delays that phones choose from now on, in milliseconds. */
function collectWaits(): number[] {
  const waits: number[] = [];
  const put = setTimeout;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation((act, wait = 0) => {
    // The test itself looks every 10 ms, and the server's own times are longer.
    // The server's own, in the same process, are whole numbers; those of phones are by chance.
    if (wait >= 100 && wait < 10_000 && !Number.isInteger(wait)) waits.push(wait);
    return put(act, wait);
  });
  return waits;
}

/** The most of these, in rising order, that lie within so many of each other. */
function mostWithin(width: number, sorted: readonly number[]): number {
  return Math.max(
    ...sorted.map((from) => sorted.filter((at) => at >= from && at < from + width).length),
  );
}
