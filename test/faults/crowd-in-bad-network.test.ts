import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Results } from '../../src/session/results.ts';
import { Client } from '../integration/client.ts';
import { RunningServer } from '../integration/running-server.ts';
import { BadNetwork } from '../network/bad-network.ts';
import { give, Phones, stateOf, until, attendeeOf } from '../network/phones.ts';

const [YES, NO] = [0, 1];

let server: RunningServer;
let network: BadNetwork;
let phones: Phones;
const networks: BadNetwork[] = [];
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(async () => {
  for (const one of networks) await one.close();
  await server.stop();
});
beforeEach(async () => {
  network = await BadNetwork.before(server.url);
  networks.push(network);
  phones = new Phones(network.url);
});
// Its phones stay in it, and are not to come to the next one.
afterEach(() => network.heal());

/** A session at its first question, and the phones in it. */
async function startSession(count: number) {
  const code = await server.session();
  const presenter = await Client.console(server.url, code);
  await presenter.show(1);
  const crowd = await phones.joinAll(code, count);
  return { code, crowd };
}

async function rowsOf(code: string): Promise<Results['rows']> {
  const response = await server.api('GET', `/sessions/${code}/results.json`);
  return ((await response.json()) as Results).rows;
}

describe('a crowd of a hundred phones', () => {
  // First, while nobody else comes back.
  it('[R3] does not reconnect to a server that is only slow to answer', async () => {
    const { code, crowd } = await startSession(100);
    network.vanish();
    for (const phone of crowd) give(phone, 'tea', YES);
    await until(() => crowd.every((phone) => stateOf(phone, 'tea').is === 'kept'));
    network.comeBack('goes on');
    await until(() => crowd.every((phone) => stateOf(phone, 'tea').is === 'recorded'));
    expect(network.webSockets).toBe(100);
    expect(await rowsOf(code)).toHaveLength(100);
  });

  it('[V1] [V2] [X1] has every answer counted once at 300 ms, with loss and with cuts', async () => {
    network.become({ latency: 300, loss: 0.05, cut: 0.01 });
    const { code, crowd } = await startSession(100);
    for (const round of [0, 1, 2]) {
      const choices = crowd.map((_, place) => ((place + round) % 3 === 0 ? NO : YES));
      for (const [place, phone] of crowd.entries()) give(phone, 'tea', choices[place] ?? YES);
      await until(() => crowd.every((phone) => stateOf(phone, 'tea').is === 'recorded'));
      const rows = await rowsOf(code);
      expect(rows).toHaveLength(100);
      const counted = new Map(rows.map(({ attendee, choice }) => [attendee, choice]));
      const given = choices.map((choice) => (choice === NO ? 'No' : 'Yes'));
      expect(crowd.map((phone) => counted.get(attendeeOf(phone)))).toEqual(given);
    }
    expect(network.cuts).toBeGreaterThan(3);
  });
});

describe('a phone that changed its network', () => {
  it('[V2] [V4] keeps its new answer when the old network delivers an earlier one late', async () => {
    const { code, crowd } = await startSession(1);
    const [phone] = crowd;
    if (phone === undefined) throw new Error('no phone');
    const old = network.moveTo('192.0.2.77');
    give(phone, 'tea', NO);
    await until(() => stateOf(phone, 'tea').is === 'kept');
    // Changed before the first one had arrived: it is still on its way in the old network.
    give(phone, 'tea', YES);
    await until(() => stateOf(phone, 'tea').is === 'recorded');
    old.send();
    await until(() => old.areGone());
    expect((await rowsOf(code)).map(({ attendee, choice }) => [attendee, choice])).toEqual([
      [attendeeOf(phone), 'Yes'],
    ]);
    expect(stateOf(phone, 'tea')).toEqual({
      is: 'recorded',
      answer: { choices: [YES], other: null },
    });
  });
});
