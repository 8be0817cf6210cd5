import type { PlenaryProcess } from '../e2e/plenary-process.ts';
import type { Client } from '../integration/client.ts';
import { until } from '../network/phones.ts';
import type { Hall } from './hall.ts';

/** Where a server is killed while it is used. */
export interface Scene {
  readonly plenary: PlenaryProcess;
  readonly hall: Hall;
  /** Conducts the talk; a new one after each restart. */
  presenter: Client;
  /** The columns of the slides that it asked for last, and was last told are shown. */
  activityState: number;
  shown: number;
  readonly chance: () => number;
}

const NEWCOMERS = 12;
const SLIDES = 5;

/** Something that goes on in a talk; it resolves in its very middle. */
export type Moment = (scene: Scene) => Promise<void>;

/** The moments at which a server is killed, by what they are called. */
export const moments: Readonly<Record<string, Moment>> = {
  'while everybody answers now and then': ({ chance }) => pause(800 * chance()),

  'in the middle of a burst of answers': async ({ hall, chance }) => {
    hall.burst();
    await pause(60 * chance());
  },

  'right after a receipt of a commit': ({ hall, chance }) => {
    const heard = hall.receipts(1 + Math.floor(hall.seats.length * chance()));
    hall.burst();
    return heard;
  },

  'while newcomers join': async ({ hall, chance }) => {
    const joined = hall.seats.length + Math.floor(NEWCOMERS * chance());
    hall.fill(NEWCOMERS);
    await until(() => hall.seats.length >= joined);
  },

  'while the console changes the slide': async (scene) => {
    const changes = 1 + Math.floor(6 * scene.chance());
    for (let change = 1; change < changes; change += 1) await show(scene);
    // The kill comes before its acknowledgement, or after.
    void show(scene).catch(() => undefined);
    await pause(4 * scene.chance());
  },

  'while the phones reconnect after the kill before': async ({ plenary, hall, chance }) => {
    await plenary.killHard();
    await until(() => hall.online === 0);
    await plenary.run();
    const back = 1 + Math.floor((hall.seats.length - 1) * chance());
    await until(() => hall.online >= back);
  },
};

async function show(scene: Scene): Promise<void> {
  const activityState = Math.floor(SLIDES * scene.chance());
  scene.activityState = activityState;
  const ack = await scene.presenter.show(activityState);
  if (ack.ok) scene.shown = activityState;
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((done) => setTimeout(done, milliseconds));
}
