import type { PlenaryProcess } from '../e2e/plenary-process.ts';
import type { Client } from '../integration/client.ts';
import { until } from '../network/phones.ts';
import type { Crowd } from './crowd.ts';

/** A session whose server is killed while it is used. */
export interface KillScenario extends UsedSession {
  readonly plenary: PlenaryProcess;
}

/** A session that is used by many at once. */
export interface UsedSession {
  readonly crowd: Crowd;
  /** The console of the session; a new one after each restart. */
  presenter: Client;
  /** The columns of the slide that it last requested, and of the last one acknowledged. */
  requested: number;
  shown: number;
  readonly chance: () => number;
}

const NEWCOMERS = 12;
const SLIDES = 5;

/** Something that happens in the session; resolves in the middle of it. */
type Moment<Scenario> = (scenario: Scenario) => Promise<void>;

/** The moments at which one server of some is killed, by their names. */
export const usedMoments: Readonly<Record<string, Moment<UsedSession>>> = {
  'while everybody answers now and then': ({ chance }) => pause(800 * chance()),

  'in the middle of a burst of answers': async ({ crowd, chance }) => {
    crowd.burst();
    await pause(60 * chance());
  },

  'right after a receipt of a commit': ({ crowd, chance }) => {
    const heard = crowd.receipts(1 + Math.floor(crowd.members.length * chance()));
    crowd.burst();
    return heard;
  },

  'while newcomers join': async ({ crowd, chance }) => {
    const joined = crowd.members.length + Math.floor(NEWCOMERS * chance());
    crowd.fill(NEWCOMERS);
    await until(() => crowd.members.length >= joined);
  },

  'while the console changes the slide': async (scenario) => {
    const changes = 1 + Math.floor(6 * scenario.chance());
    for (let change = 1; change < changes; change += 1) await show(scenario);
    // The kill comes before its acknowledgement, or after.
    void show(scenario).catch(() => undefined);
    await pause(4 * scenario.chance());
  },
};

/** The moments at which a server is killed, by their names. */
export const moments: Readonly<Record<string, Moment<KillScenario>>> = {
  ...usedMoments,

  'while the phones reconnect after the kill before': async ({ plenary, crowd, chance }) => {
    await plenary.killHard();
    await until(() => crowd.online === 0);
    await plenary.run();
    const back = 1 + Math.floor((crowd.members.length - 1) * chance());
    await until(() => crowd.online >= back);
  },
};

async function show(scenario: UsedSession): Promise<void> {
  const requested = Math.floor(SLIDES * scenario.chance());
  scenario.requested = requested;
  const ack = await scenario.presenter.show(requested);
  if (ack.ok) scenario.shown = requested;
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((done) => setTimeout(done, milliseconds));
}
