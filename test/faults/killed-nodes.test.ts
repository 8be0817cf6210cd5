import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// Before the product's client: it gives that its WebSocket.
import { Phones, until } from '../network/phones.ts';
import { openStage, type StageSession } from '../../src/client/sessions/presenting-session.ts';
import type { Results } from '../../src/session/results.ts';
import { seededRandom } from '../../server/cli/rehearse/statistics.ts';
import { readSession } from '../../server/live/read-session.ts';
import type { EventLog } from '../../server/storage/event-log.ts';
import { postgresAt } from '../../server/storage/postgres/postgres.ts';
import { postgresLog } from '../../server/storage/postgres/postgres-log.ts';
import type { StoredFact } from '../../src/session/facts.ts';
import type { PlenaryProcess } from '../e2e/plenary-process.ts';
import { valueOf } from '../fixtures/value-of.ts';
import { Client } from '../integration/client.ts';
import { Cluster } from '../nodes/cluster.ts';
import {
  expectExported,
  expectKept,
  expectOnce,
  expectShown,
  type Log,
} from './compare-records.ts';
import { Crowd } from './crowd.ts';
import { usedMoments, type UsedSession } from './kill-moments.ts';

const PHONES = 90;
const KILLS = 20;
/** The seed of all that is random here; the tests' names show it. Set it to repeat the same kills. */
const seed = Number(process.env['KILL_SEED'] ?? Math.floor(Math.random() * 1_000_000));
const chance = seededRandom(seed);

let cluster: Cluster;
let log: EventLog;
let scenario: UsedSession;
let stage: StageSession;
let code = '';

beforeAll(async () => {
  cluster = await Cluster.start(['test/fixtures/decks/room']);
  log = valueOf(await postgresLog(postgresAt(cluster.database.url(), 'test'), Date.now));
  code = await someNode().session('room');
  const presenter = await Client.console(cluster.url, code);
  for (const h of [1, 2, 3]) await presenter.show(h);
  const crowd = new Crowd(new Phones(cluster.url), code, chance);
  scenario = { crowd, presenter, requested: 3, shown: 3, chance };
  stage = openStage(code);
  crowd.fill(PHONES);
  await crowd.complete();
});
afterAll(async () => {
  scenario.presenter.close();
  await log.close();
  await cluster.stop();
});

function someNode(): PlenaryProcess {
  const node = cluster.nodes[Math.floor(chance() * cluster.nodes.length)];
  if (node === undefined) throw new Error('There are three.');
  return node;
}

/** The node that has most of the phones: one that was just started again has none. */
async function busiestNode(): Promise<PlenaryProcess> {
  let [busiest, most] = [someNode(), 0];
  for (const node of cluster.nodes) {
    const phones = await phonesAt(node);
    if (phones > most) [busiest, most] = [node, phones];
  }
  return busiest;
}

/** The number of phones that are connected to a node. */
async function phonesAt(node: PlenaryProcess): Promise<number> {
  const ready = (await (await fetch(`${node.url}/readyz`)).json()) as {
    transports: { websocket: number; polling: number };
  };
  return ready.transports.websocket + ready.transports.polling;
}

/** The session as the database has it. */
async function recorded(): Promise<Log> {
  const facts: StoredFact[] = [];
  const state = valueOf(await readSession(log, code, (slice) => facts.push(...slice)));
  if (state === null) throw new Error(`The database has no session ${code}`);
  return { facts, state };
}

/** Resolves once all phones and screens are online, by the nodes that are left. */
async function comeBack(): Promise<void> {
  await scenario.crowd.complete();
  await until(() => stage.status.value.is === 'online');
  scenario.presenter.close();
  scenario.presenter = await Client.console(cluster.url, code);
}

const names = Object.keys(usedMoments);
const kills = Array.from({ length: KILLS }, (_, place) => ({
  nth: place + 1,
  when: names[place % names.length] ?? '',
}));

describe(`a session on three nodes, one of which is killed ${KILLS} times (KILL_SEED=${seed})`, () => {
  it.each(kills)(
    '[N4] [V1] [V3] [R1] keeps all that was acknowledged, and its phones, after kill $nth, $when',
    async ({ when }) => {
      const { crowd } = scenario;
      crowd.keepAnswering();
      await usedMoments[when]?.(scenario);
      const victim = await busiestNode();
      await victim.killHard();
      // A phone that has not noticed yet would seem to be back.
      await until(() => crowd.online < crowd.members.length);
      await comeBack();
      expectKept(crowd.members, await recorded());
      await victim.run();
      crowd.stopAnswering();
    },
  );

  it('[N6] [V1] [R1] goes on while everybody answers and each node is updated, one after the other', async () => {
    const { crowd } = scenario;
    crowd.keepAnswering();
    for (const node of cluster.nodes) {
      await node.restart();
      await comeBack();
      expectKept(crowd.members, await recorded());
    }
    crowd.stopAnswering();
  });

  it('[N4] [V1] [V3] [V7] has every answer once, and shows and exports the same at each node', async () => {
    const { crowd } = scenario;
    await crowd.settle();
    const { members } = crowd;
    const kept = await recorded();
    expectKept(members, kept);
    expectOnce(kept);
    for (const node of cluster.nodes) {
      const response = await node.api('GET', `/sessions/${code}/results.json`);
      expectExported(members, (await response.json()) as Results, kept);
    }
    await expectShown(members, stage, kept);
    expect(members.filter(({ isSame }) => !isSame)).toEqual([]);
  });
});
