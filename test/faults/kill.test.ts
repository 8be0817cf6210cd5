import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// Before the product's client: it gives that its WebSocket.
import { Phones, until } from '../network/phones.ts';
import { openStage, type StageSession } from '../../src/client/sessions/presenting-session.ts';
import type { Results } from '../../src/session/results.ts';
import { PlenaryProcess } from '../e2e/plenary-process.ts';
import { Client } from '../integration/client.ts';
import { seededRandom } from '../../server/cli/rehearse/statistics.ts';
import {
  answersIn,
  expectExported,
  expectKept,
  expectOnce,
  expectShown,
  readFacts,
  readLog,
} from './compare-records.ts';
import { Crowd, type CrowdMember } from './crowd.ts';
import { moments, type KillScenario } from './kill-moments.ts';

const PHONES = 150;
/** Each moment at least once; which attendees, answers and milliseconds are hit differs from run to run. */
const KILLS = 8;
const COPIES = 10;
/** The seed of all that is random here; the tests' names show it. Set it to repeat the same kills. */
const seed = Number(process.env['KILL_SEED'] ?? Math.floor(Math.random() * 1_000_000));

let scenario: KillScenario;
let stage: StageSession;
let code = '';
/** Answers that were recorded, while the kill came before their receipts. */
let unheard = 0;

beforeAll(async () => {
  const plenary = await PlenaryProcess.start(['test/fixtures/decks/room']);
  code = await plenary.session('room');
  const presenter = await Client.console(plenary.url, code);
  // Arriving at a question opens it, and it stays open.
  for (const h of [1, 2, 3]) await presenter.show(h);
  const chance = seededRandom(seed);
  const crowd = new Crowd(new Phones(plenary.url), code, chance);
  scenario = { plenary, crowd, presenter, requested: 3, shown: 3, chance };
  stage = openStage(code);
  crowd.fill(PHONES);
  await crowd.complete();
});
afterAll(async () => {
  scenario.presenter.close();
  await scenario.plenary.stop();
});

async function exported(): Promise<Results> {
  const response = await scenario.plenary.api('GET', `/sessions/${code}/results.json`);
  return (await response.json()) as Results;
}

/** Kills the server; what phones have receipts for by then is in the file that is left. */
async function kill({ plenary, crowd }: KillScenario): Promise<void> {
  await plenary.killHard();
  // By then each has read all that was on its way.
  await until(() => crowd.online === 0);
  const log = await readFacts(plenary.database, code);
  expectKept(crowd.members, log);
  unheard += answersIn(log) - crowd.receiptCount;
}

/** Starts the server again; resolves once all are back, by themselves. */
async function comeBack(): Promise<void> {
  const { plenary, crowd, chance } = scenario;
  await new Promise((done) => setTimeout(done, 500 * chance()));
  await plenary.run();
  await crowd.complete();
  await until(() => stage.status.value.is === 'online');
  scenario.presenter.close();
  scenario.presenter = await Client.console(plenary.url, code);
}

/** Some of the answers that were given first arrive once more, after all that came later. */
async function sendOldCopies({ crowd, plenary, chance }: KillScenario): Promise<void> {
  for (let copy = 0; copy < COPIES; copy += 1) {
    const member: CrowdMember | undefined =
      crowd.members[Math.floor(chance() * crowd.members.length)];
    const [first] = member?.receipts.values() ?? [];
    if (member === undefined || first === undefined) continue;
    const { activity, id } = first.receipt;
    const client = await Client.attendee(plenary.url, code, { token: member.token });
    const ack = await client.answer(activity, first.answer, id);
    client.close();
    expect(ack, 'a copy gets the first receipt').toEqual({ ok: true, receipt: first.receipt });
  }
}

async function expectAgreement(): Promise<void> {
  const { crowd, plenary, requested, shown } = scenario;
  const { members } = crowd;
  const log = await readLog(plenary.database, code);
  expectKept(members, log);
  expectOnce(log);
  expectExported(members, await exported(), log);
  await expectShown(members, stage, log);
  expect([requested, shown]).toContain(log.state.position.h);
  expect(members.filter(({ isSame }) => !isSame)).toEqual([]);
}

const names = Object.keys(moments);
const kills = Array.from({ length: KILLS }, (_, place) => ({
  nth: place + 1,
  when: names[place % names.length] ?? '',
}));

describe(`a session whose server is killed ${KILLS} times (KILL_SEED=${seed})`, () => {
  for (const { nth, when } of kills) {
    it(`[V1] [V2] [V3] [V4] [V7] [S1] [S2] [R1] [R2] [R3] goes on as before, after kill ${nth}, ${when}`, async () => {
      const { crowd } = scenario;
      crowd.keepAnswering();
      await until(() => crowd.members.every(({ said }) => said.size > 0));
      await moments[when]?.(scenario);
      await kill(scenario);
      await comeBack();
      crowd.stopAnswering();
      await crowd.settle();
      await sendOldCopies(scenario);
      await expectAgreement();
    });
  }

  it('[V1] [V3] [V7] [S1] [S44] has all its facts after its end, too', async () => {
    // Else the kills would have come when there was nothing to lose.
    expect(unheard).toBeGreaterThan(0);
    await scenario.presenter.show(1);
    [scenario.requested, scenario.shown] = [1, 1];
    expect(await scenario.presenter.ask('session:end', {})).toEqual({ ok: true });
    await kill(scenario);
    await comeBack();
    await sendOldCopies(scenario);
    await expectAgreement();
  });
});
