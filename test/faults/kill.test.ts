import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// Before the product's client: it gives that its WebSocket.
import { Phones, until } from '../network/phones.ts';
import { openStage, type StageSession } from '../../src/client/sessions/presenting-session.ts';
import type { Results } from '../../src/session/results.ts';
import { PlenaryProcess } from '../e2e/plenary-process.ts';
import { Client } from '../integration/client.ts';
import { seeded } from '../load/statistics.ts';
import {
  answersIn,
  expectExported,
  expectKept,
  expectOnce,
  expectShown,
  readLog,
} from './compare-records.ts';
import { Hall, type Seat } from './hall.ts';
import { moments, type Scene } from './kill-moments.ts';

const PHONES = 250;
const KILLS = 20;
const COPIES = 10;
/** What follows from it is told in the tests' names: set it to meet the same kills again. */
const seed = Number(process.env['KILL_SEED'] ?? Math.floor(Math.random() * 1_000_000));

let scene: Scene;
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
  const chance = seeded(seed);
  const hall = new Hall(new Phones(plenary.url), code, chance);
  scene = { plenary, hall, presenter, activityState: 3, shown: 3, chance };
  stage = openStage(code);
  hall.fill(PHONES);
  await hall.complete();
});
afterAll(async () => {
  scene.presenter.close();
  await scene.plenary.stop();
});

async function exported(): Promise<Results> {
  const response = await scene.plenary.api('GET', `/sessions/${code}/results.json`);
  return (await response.json()) as Results;
}

/** Kills the server; what phones have receipts for by then is in the file that is left. */
async function kill({ plenary, hall }: Scene): Promise<void> {
  await plenary.killHard();
  // By then each has read all that was on its way.
  await until(() => hall.online === 0);
  const log = await readLog(plenary.database, code);
  expectKept(hall.seats, log);
  unheard += answersIn(log) - hall.receiptCount;
}

/** Starts the server again; resolves once all are back, by themselves. */
async function comeBack(): Promise<void> {
  const { plenary, hall, chance } = scene;
  await new Promise((done) => setTimeout(done, 500 * chance()));
  await plenary.run();
  await hall.complete();
  await until(() => stage.status.value.is === 'online');
  scene.presenter.close();
  scene.presenter = await Client.console(plenary.url, code);
}

/** Some of the answers that were given first arrive once more, after all that came later. */
async function sendOldCopies({ hall, plenary, chance }: Scene): Promise<void> {
  for (let copy = 0; copy < COPIES; copy += 1) {
    const seat: Seat | undefined = hall.seats[Math.floor(chance() * hall.seats.length)];
    const [first] = seat?.receipts.values() ?? [];
    if (seat === undefined || first === undefined) continue;
    const { activity, id } = first.receipt;
    const client = await Client.attendee(plenary.url, code, { token: seat.token });
    const ack = await client.answer(activity, first.answer, id);
    client.close();
    expect(ack, 'a copy gets the first receipt').toEqual({ ok: true, receipt: first.receipt });
  }
}

async function expectAgreement(): Promise<void> {
  const { hall, plenary, activityState, shown } = scene;
  const { seats } = hall;
  const log = await readLog(plenary.database, code);
  expectKept(seats, log);
  expectOnce(log);
  expectExported(seats, await exported(), log);
  await expectShown(seats, stage, log);
  expect([activityState, shown]).toContain(log.state.position.h);
  expect(seats.filter(({ isSame }) => !isSame)).toEqual([]);
}

const names = Object.keys(moments);
const kills = Array.from({ length: KILLS }, (_, place) => ({
  nth: place + 1,
  when: names[place % names.length] ?? '',
}));

describe(`a talk whose server is killed ${KILLS} times (KILL_SEED=${seed})`, () => {
  for (const { nth, when } of kills) {
    it(`[V1] [V2] [V3] [V4] [V7] [S1] [S2] [R1] [R2] [R3] goes on as if nothing had been, after kill ${nth}, ${when}`, async () => {
      const { hall } = scene;
      hall.talk();
      await until(() => hall.seats.every(({ said }) => said.size > 0));
      await moments[when]?.(scene);
      await kill(scene);
      await comeBack();
      hall.fallSilent();
      await hall.settle();
      await sendOldCopies(scene);
      await expectAgreement();
    });
  }

  it('[V1] [V3] [V7] [S1] [S7] has all that was recorded after its end, too', async () => {
    // Else the kills would have come when there was nothing to lose.
    expect(unheard).toBeGreaterThan(0);
    // By the question on the slide a phone tells who it is.
    await scene.presenter.show(1);
    [scene.activityState, scene.shown] = [1, 1];
    expect(await scene.presenter.ask('session:end', {})).toEqual({ ok: true });
    await kill(scene);
    await comeBack();
    await sendOldCopies(scene);
    await expectAgreement();
  });
});
