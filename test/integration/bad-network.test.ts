import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Report } from '../../src/session/report.ts';
import { BadNetwork } from '../network/bad-network.ts';
import { give, Phones, stateOf, until, voterOf } from '../network/phones.ts';
import { Client } from './client.ts';
import { RunningServer } from './running-server.ts';

const [YES, NO] = [0, 1];

let server: RunningServer;
let network: BadNetwork;
let phones: Phones;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());
beforeEach(async () => {
  network = await BadNetwork.before(server.url);
  phones = new Phones(network.url);
});
afterEach(async () => {
  phones.switchOff();
  await network.close();
});

/** A session at its first question; the presenter's network is a good one. */
async function talk() {
  const code = await server.session();
  const presenter = await Client.console(server.url, code);
  await presenter.show(1);
  return { code, presenter };
}

/** What the export says of each voter's answer to a question. */
async function exported(code: string): Promise<[voter: string, choice: string][]> {
  const response = await server.api('GET', `/sessions/${code}/results.json`);
  const { rows } = (await response.json()) as Report;
  return rows.map(({ voter, choice }) => [voter, choice]);
}

/** The ids of the answers in the log, in their order. */
async function recordedIds(code: string): Promise<string[]> {
  const facts = await server.log.read(code);
  if (!facts.ok) throw new Error(facts.error.message);
  return facts.value.flatMap(({ fact }) => (fact.type === 'answer:given' ? [fact.id] : []));
}

describe('a network with stalls, and with connections that are cut', () => {
  it('[V1] [V3] [X1] delivers each of some hundred answers once', async () => {
    network.become({ latency: 20, loss: 0.05, cut: 0.02 });
    const { code, presenter } = await talk();
    const room = await phones.joinAll(code, 60);
    const receipts: { seq: number; id: string }[] = [];
    for (const choice of [YES, NO, YES, NO, YES]) {
      for (const phone of room) give(phone, 'tea', choice);
      await until(() => room.every((phone) => stateOf(phone, 'tea').is === 'recorded'));
      for (const phone of room) {
        const receipt = phone.own.value['tea']?.receipt;
        if (receipt !== undefined) receipts.push(receipt);
      }
    }
    expect(network.cuts).toBeGreaterThan(20);
    const ids = await recordedIds(code);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.sort()).toEqual(receipts.map(({ id }) => id).sort());
    const rows = await exported(code);
    expect(rows.sort()).toEqual(room.map((phone) => [voterOf(phone), 'Yes']).sort());
    presenter.close();
  });
});
